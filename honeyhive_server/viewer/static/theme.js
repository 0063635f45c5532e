// The theme: light, dark, or the theme of the system.
import { $ } from "./dom.js";

const html = document.documentElement;
const THEMES = { "": "as the system", light: "light", dark: "dark" };

export function showTheme() {
  const label = `Theme: ${THEMES[html.dataset.theme ?? ""]}`;
  $(".theme").title = label;
  $(".theme").setAttribute("aria-label", label);
}

export function nextTheme() {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(html.dataset.theme ?? "") + 1) % names.length];
  if (next) html.dataset.theme = next; else delete html.dataset.theme;
  try { localStorage.setItem("honeyhive-theme", next); } catch { /* without storage, the theme is kept for this page only */ }
  showTheme();
}
