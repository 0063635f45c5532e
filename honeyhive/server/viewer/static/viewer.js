// What the pages do beyond plain links: the tree walked by keyboard and folded, copying, local times, the theme.
"use strict";

const html = document.documentElement;
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const say = (text) => { $("#said").textContent = text; };

// --- Times, in the time zone of the browser ---------------------------------------------------------------

const pad = (number) => String(number).padStart(2, "0");

function localise(within) {
  for (const time of $$("time:not([data-local])", within)) {
    const when = new Date(time.dateTime);
    const day = `${when.getFullYear()}-${pad(when.getMonth() + 1)}-${pad(when.getDate())}`;
    const minute = `${pad(when.getHours())}:${pad(when.getMinutes())}`;
    const second = `${minute}:${pad(when.getSeconds())}`;
    // Lists have little room: of today they say the second, of other days the minute.
    const isToday = when.toDateString() === new Date().toDateString();
    time.textContent = time.closest(".rows") ? (isToday ? second : `${day} ${minute}`) : `${day} ${second}`;
    time.dataset.local = "";
  }
}

// --- The theme: as the system has it, light, dark ---------------------------------------------------------

const THEMES = { "": "as the system", light: "light", dark: "dark" };

function showTheme() {
  const label = `Theme: ${THEMES[html.dataset.theme ?? ""]}`;
  $(".theme").title = label;
  $(".theme").setAttribute("aria-label", label);
}

function nextTheme() {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(html.dataset.theme ?? "") + 1) % names.length];
  if (next) html.dataset.theme = next; else delete html.dataset.theme;
  try { localStorage.setItem("honeyhive-theme", next); } catch { /* it holds for this page only */ }
  showTheme();
}

// --- Copying ----------------------------------------------------------------------------------------------

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without https, beyond this machine, a browser has no clipboard but a selection's.
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function copyFrom(button, read) {
  const label = $(".if-js", button) ?? button;
  const before = label.textContent;
  try {
    await copy(await read());
    label.textContent = "Copied";
  } catch {
    label.textContent = "Not copied";
  }
  say(label.textContent);
  setTimeout(() => { label.textContent = before; }, 1500);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

// --- The tree ---------------------------------------------------------------------------------------------

const folded = new Set();
let chosen = null;
let waiting = 0;

const tree = () => $(".tree");
const rows = () => [...tree().children];
const level = (row) => Number(row.getAttribute("aria-level"));
const idOf = (row) => row.id.slice(2);
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

// Rows below a folded one are hidden; one walk over all rows, in their order.
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

function fold(row, close) {
  if (!row.hasAttribute("aria-expanded")) return;
  if (close) folded.add(row.id); else folded.delete(row.id);
  showFolds();
}

function reveal(row) {
  for (let above = parentOf(row); above; above = parentOf(above)) folded.delete(above.id);
  showFolds();
  row.scrollIntoView({ block: "nearest" });
}

function focusRow(row) {
  for (const other of $$('[tabindex="0"]', tree())) other.tabIndex = -1;
  row.tabIndex = 0;
  row.focus();
}

function mark(row) {
  $("[aria-selected]", tree())?.removeAttribute("aria-selected");
  row.setAttribute("aria-selected", "true");
  chosen = row.id;
}

// Show an event in the panel, soon: whoever walks with the arrow keys held down loads only where they stop.
function choose(row, { after = 0, open = false } = {}) {
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

function closePanel() {
  document.body.classList.remove("has-event");
  history.replaceState(null, "", location.pathname);
  document.getElementById(chosen)?.focus();
}

const isNarrow = () => matchMedia("(max-width: 900px)").matches;

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

const KEYS = {
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

const DO = {
  fold: () => { for (const row of $$('[aria-expanded]:not([aria-level="1"])', tree())) folded.add(row.id); showFolds(); },
  unfold: () => { folded.clear(); showFolds(); },
  error: () => nextError(document.getElementById(chosen) ?? tree().firstElementChild),
};

function prepareTree() {
  const all = rows();
  const current = $("[aria-selected]", tree()) ?? all[0];
  chosen ??= current.id;
  const mine = document.getElementById(chosen) ?? current;
  for (const row of all) row.tabIndex = row === mine ? 0 : -1;
  mark(mine);
  if (folded.size) showFolds();
}

// --- Lists ------------------------------------------------------------------------------------------------

let known = null;

function markFresh() {
  const all = $$(".rows tbody tr");
  if (known) for (const row of all) if (!known.has(row.id)) row.classList.add("fresh");
  known = new Set(all.map((row) => row.id));
}

function listKeys(event) {
  const links = $$(".rows .c-name a, .scores .c-name a");
  const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  const at = links.indexOf(document.activeElement);
  if (!step || (at < 0 && document.activeElement !== document.body)) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}

// --- Sections that were closed stay closed ----------------------------------------------------------------

const closed = new Set();

function restoreParts() {
  for (const part of $$(".part")) part.open = !closed.has(part.dataset.part);
}

// --- Everything that happens ------------------------------------------------------------------------------

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
  else DO[button.dataset.do]();
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
  if (!event.target.matches(".part")) return;
  if (event.target.open) closed.delete(event.target.dataset.part); else closed.add(event.target.dataset.part);
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

// Nobody looks: nothing needs to be asked for.
document.addEventListener("htmx:before:request", (event) => { if (document.hidden) event.preventDefault(); });
document.addEventListener("htmx:after:request", () => { $(".offline").textContent = ""; });
document.addEventListener("htmx:error", () => { $(".offline").textContent = "The server does not answer"; });

function settle() {
  localise(document);
  if ($(".rows") || $("#list")) markFresh();
  if (tree()) prepareTree();
  restoreParts();
}

document.addEventListener("htmx:after:swap", settle);
showTheme();
settle();
if (location.search) $("[aria-selected]")?.scrollIntoView({ block: "nearest" });
