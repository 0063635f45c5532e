// Loaded before the page is painted: marks the page as one with scripts, and applies the chosen theme.
"use strict";
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("honeyhive-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* storage may be switched off: then the system's theme is used */ }
