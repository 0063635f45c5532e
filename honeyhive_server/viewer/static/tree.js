// The tree of a session: keyboard navigation, folding, and the chosen event in the panel.
import { $, $$ } from "./dom.js";

const folded = new Set();
let chosen = null;
let waiting = 0;

export const tree = () => $(".tree");
const rows = () => [...tree().children];
const level = (row) => Number(row.getAttribute("aria-level"));
const isShown = (row) => !row.hidden;

function neighbour(row, step) {
  do row = step > 0 ? row.nextElementSibling : row.previousElementSibling; while (row && row.hidden);
  return row;
}

function parentOf(row) {
  const above = level(row) - 1;
  do row = row.previousElementSibling; while (row && level(row) > above);
  return row;
}

// Hides the rows below folded rows, in one pass over all rows.
function showFolds() {
  let deepest = Infinity;
  for (const row of tree().children) {
    const at = level(row);
    if (at <= deepest) deepest = Infinity;
    row.hidden = at > deepest;
    if (!row.hasAttribute("aria-expanded")) continue;
    const isFolded = folded.has(row.id);
    row.setAttribute("aria-expanded", String(!isFolded));
    if (isFolded && deepest === Infinity) deepest = at;
  }
}

export function fold(row, close) {
  if (!row.hasAttribute("aria-expanded")) return;
  if (close) folded.add(row.id); else folded.delete(row.id);
  showFolds();
}

function reveal(row) {
  for (let above = parentOf(row); above; above = parentOf(above)) folded.delete(above.id);
  showFolds();
  row.scrollIntoView({ block: "nearest" });
}

export function focusRow(row) {
  for (const other of $$('[tabindex="0"]', tree())) other.tabIndex = -1;
  row.tabIndex = 0;
  row.focus();
}

function mark(row) {
  $("[aria-selected]", tree())?.removeAttribute("aria-selected");
  row.setAttribute("aria-selected", "true");
  chosen = row.id;
}

// Shows an event in the panel after a short delay, so that holding down an arrow key loads only the last event.
export function choose(row, { after = 0, open = false } = {}) {
  if (row.id !== chosen) {
    mark(row);
    clearTimeout(waiting);
    waiting = setTimeout(() => htmx.ajax("GET", `${row.href}&part=panel`, { target: "#panel", swap: "innerHTML" }), after);
  }
  if (open && !document.body.classList.contains("has-event")) {
    document.body.classList.add("has-event");
    history.pushState(null, "", row.href);
  } else if (document.body.classList.contains("has-event") || after) {
    history.replaceState(null, "", row.href);
  }
}

export function closePanel() {
  document.body.classList.remove("has-event");
  history.replaceState(null, "", location.pathname);
  document.getElementById(chosen)?.focus();
}

// An event may change after it was shown, when feedback or a metric arrives.
function refreshPanel(row) {
  const shown = $("#panel article");
  if (shown?.dataset.event !== row.id.slice(2) || shown.dataset.changed === row.dataset.changed) return;
  htmx.ajax("GET", `${row.href}&part=panel`, { target: "#panel", swap: "innerMorph" });
}

export const isNarrow = () => matchMedia("(max-width: 900px)").matches;

function walk(row, to) {
  if (!to) return;
  focusRow(to);
  if (!isNarrow()) choose(to, { after: 90 });
}

function nextError(row) {
  const bad = rows().filter((each) => each.classList.contains("bad"));
  const found = bad.find((each) => row.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) ?? bad[0];
  if (!found) return;
  reveal(found);
  walk(row, found);
}

export const KEYS = {
  ArrowDown: (row) => walk(row, neighbour(row, 1)),
  ArrowUp: (row) => walk(row, neighbour(row, -1)),
  Home: (row) => walk(row, tree().firstElementChild),
  End: (row) => walk(row, rows().filter(isShown).at(-1)),
  ArrowRight: (row) => {
    if (row.getAttribute("aria-expanded") === "false") fold(row, false);
    else if (row.hasAttribute("aria-expanded")) walk(row, neighbour(row, 1));
  },
  ArrowLeft: (row) => {
    if (row.getAttribute("aria-expanded") === "true") fold(row, true);
    else walk(row, parentOf(row));
  },
  Enter: (row) => choose(row, { open: true }),
  " ": (row) => choose(row, { open: true }),
  e: nextError,
};
KEYS.j = KEYS.ArrowDown;
KEYS.k = KEYS.ArrowUp;

export const ACTIONS = {
  fold: () => { for (const row of $$('[aria-expanded]:not([aria-level="1"])', tree())) folded.add(row.id); showFolds(); },
  unfold: () => { folded.clear(); showFolds(); },
  error: () => nextError(document.getElementById(chosen) ?? tree().firstElementChild),
};

export function prepareTree() {
  const all = rows();
  const current = $("[aria-selected]", tree()) ?? all[0];
  chosen ??= current.id;
  const mine = document.getElementById(chosen) ?? current;
  for (const row of all) row.tabIndex = row === mine ? 0 : -1;
  mark(mine);
  refreshPanel(mine);
  if (folded.size) showFolds();
}
