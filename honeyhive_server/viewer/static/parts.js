// Parts of an event that the user has closed stay closed in the next event.
import { $$ } from "./dom.js";

const closed = new Set();

export function rememberPart(part) {
  if (part.open) closed.delete(part.dataset.part); else closed.add(part.dataset.part);
}

export function restoreParts() {
  for (const part of $$(".part")) part.open = !closed.has(part.dataset.part);
}
