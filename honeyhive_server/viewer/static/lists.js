// Lists: highlights new rows, and moves between rows with the keyboard.
import { $$ } from "./dom.js";

let known = null;

export function markFresh() {
  const all = $$(".rows tbody tr");
  if (known) for (const row of all) if (!known.has(row.id)) row.classList.add("fresh");
  known = new Set(all.map((row) => row.id));
}

export function listKeys(event) {
  const links = $$(".rows .c-name a, .scores .c-name a");
  const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  const at = links.indexOf(document.activeElement);
  if (!step || !links.length || (at < 0 && document.activeElement !== document.body)) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, at + step))].focus();
}
