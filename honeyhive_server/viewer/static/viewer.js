// Passes clicks, keys and the events of htmx to the modules that handle them.
import { copyFrom, fetched } from "./copying.js";
import { $ } from "./dom.js";
import { listKeys, markFresh } from "./lists.js";
import { rememberPart, restoreParts } from "./parts.js";
import { nextTheme, showTheme } from "./theme.js";
import { localise } from "./times.js";
import { ACTIONS, choose, closePanel, fold, focusRow, isNarrow, KEYS, prepareTree, tree } from "./tree.js";

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const row = event.target.closest('[role="treeitem"]');
  const button = event.target.closest(".copy, .copy-link, .copy-text, .theme, .close, [data-do]");
  if (!plain || (!row && !button)) return;
  event.preventDefault();
  if (row && event.target.closest(".fold")) fold(row, row.getAttribute("aria-expanded") === "true");
  else if (row) { focusRow(row); choose(row, { open: true }); }
  else if (button.matches(".theme")) nextTheme();
  else if (button.matches(".close")) closePanel();
  else if (button.matches(".copy-link")) copyFrom(button, () => button.href);
  else if (button.matches(".copy-text")) copyFrom(button, () => $(".empty pre").textContent);
  else if (button.matches(".copy")) copyFrom(button, () => fetched(button.href));
  else ACTIONS[button.dataset.do]();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const row = event.target.closest('[role="treeitem"]');
  if (event.key === "/" && $(".filters [name=q]")) {
    event.preventDefault();
    $(".filters [name=q]").focus();
  } else if (event.key === "Escape" && document.body.classList.contains("has-event") && isNarrow()) {
    closePanel();
  } else if (row && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key](row);
  } else if (!row) {
    listKeys(event);
  }
});

document.addEventListener("toggle", (event) => {
  if (event.target.matches(".part")) rememberPart(event.target);
}, true);

document.addEventListener("input", (event) => {
  if (event.target.matches("select")) event.target.classList.toggle("set", event.target.value !== "");
});

window.addEventListener("popstate", () => {
  const wanted = new URLSearchParams(location.search).get("event");
  document.body.classList.toggle("has-event", wanted !== null);
  const row = wanted !== null && tree() && document.getElementById(`e-${wanted}`);
  if (row) choose(row, {});
});

// A hidden page sends no requests.
document.addEventListener("htmx:before:request", (event) => { if (document.hidden) event.preventDefault(); });
document.addEventListener("htmx:after:request", (event) => {
  const { status } = event.detail.ctx.response;
  $(".offline").textContent = status < 400 ? "" : `The server answered ${status}`;
});
document.addEventListener("htmx:error", () => { $(".offline").textContent = "The server does not answer"; });

function settle() {
  localise();
  if ($(".rows") || $("#list")) markFresh();
  if (tree()) prepareTree();
  restoreParts();
}

// After an error response, the current content stays, and continues to refresh itself.
htmx.config.noSwap.push("4xx", "5xx");
document.addEventListener("htmx:after:swap", settle);
showTheme();
settle();
if (location.search) $("[aria-selected]")?.scrollIntoView({ block: "nearest" });
