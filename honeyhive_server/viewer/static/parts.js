// Parts of an event that were closed stay closed in the next one.
import { $$ } from "./dom.js";

const closed = new Set();

export function rememberPart(part) {
  if (part.open) closed.delete(part.dataset.part); else closed.add(part.dataset.part);
}

export function restoreParts() {
  for (const part of $$(".part")) part.open = !closed.has(part.dataset.part);
}
