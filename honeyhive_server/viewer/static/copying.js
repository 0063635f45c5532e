// Copies text, and shows on the button whether that worked.
import { $, say } from "./dom.js";

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // A page from another machine without https has no clipboard API; it can only copy a selection.
  const focused = document.activeElement;
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  focused.focus();
  if (!isCopied) throw new Error("not copied");
}

export async function copyFrom(button, read) {
  const label = $(".if-js", button) ?? button;
  label.dataset.says ??= label.textContent; // kept, because at a second click the label is "Copied"
  try {
    await copy(await read());
    label.textContent = "Copied";
  } catch {
    label.textContent = "Not copied";
  }
  say(label.textContent);
  setTimeout(() => { label.textContent = label.dataset.says; }, 1500);
}

export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}
