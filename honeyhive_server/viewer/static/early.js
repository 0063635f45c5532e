// Loaded before the page is painted: says that scripts run, and puts on the theme that was chosen.
"use strict";
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("honeyhive-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* storage may be switched off: then the system's theme is used */ }
