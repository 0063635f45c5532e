"""Index page of the reference: keys, hosts, search, and errors, as one HTML file that works offline."""

import html
import json
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from ...document import Document
from .guide import errors_guide, keys_guide
from .search_index import guide_entry, search_entries

if TYPE_CHECKING:
    from ...model.ir import Table

_STYLE = """\
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8885; overflow-wrap: normal; padding: 0.4rem 0.8rem 0.4rem 0; text-align: left; \
vertical-align: top; }
input { font: inherit; padding: 0.6rem; width: 100%; }
#found { list-style: none; padding: 0; }
#found li { border-bottom: 1px solid #8885; padding: 0.6rem 0; }
#found small { display: block; opacity: 0.8; }
@media (max-width: 32rem) {
  thead { display: none; }
  tr, td { display: block; }
  tr { border-bottom: 1px solid #8885; padding: 0.4rem 0; }
  td { border: 0; padding: 0; }
}
"""

_SCRIPT = """\
const entries = JSON.parse(document.getElementById("entries").textContent);
const input = document.getElementById("search");
const found = document.getElementById("found");
const count = document.getElementById("count");

function reason(entry, word) {
  const has = (text) => text.toLowerCase().includes(word);
  const range = /^[1-5]\\d\\d$/.test(word) ? [word, `${word[0]}XX`, ...(word < "400" ? [] : ["default"])] : [];
  const status = range.find((one) => entry.statuses.includes(one));
  if (status !== undefined) return status === word ? `status ${word}` : `status ${word} (${status})`;
  if ([entry.id, entry.method, entry.call, entry.summary].some(has)) return "";
  const field = entry.fields.find((one) => one.toLowerCase() === word) ?? entry.fields.find(has);
  return field === undefined ? null : `field ${field}`;
}

function show() {
  const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const hits = entries
    .map((entry) => [entry, words.map((word) => reason(entry, word))])
    .filter(([, reasons]) => !reasons.includes(null));
  const names = (entry) => [entry.id.toLowerCase(), ...entry.fields, ...entry.statuses];
  const exact = (entry) => words.some((word) => names(entry).includes(word));
  hits.sort(([one], [other]) => exact(other) - exact(one));
  count.textContent = hits.length === 1 ? "1 result" : `${hits.length} results`;
  found.replaceChildren(...hits.map(([entry, reasons]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.href;
    link.textContent = entry.call;
    const about = document.createElement("small");
    const why = reasons.filter(Boolean).join(", ");
    const parts = [entry.id, entry.summary, entry.deprecated ? "Deprecated." : "", why ? `Found by ${why}.` : ""];
    about.textContent = parts.filter(Boolean).join(" · ");
    item.append(link, about);
    return item;
  }));
}

input.value = new URLSearchParams(location.search).get("q") ?? "";
input.addEventListener("input", show);
// The results are below the input, where a phone has its keyboard.
input.addEventListener("focus", () => input.scrollIntoView());
show();
"""

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
<p>{summary}</p>
<h2 id="keys">Keys</h2>
{keys}
<h2 id="hosts">Hosts and files</h2>
{hosts}
<h2 id="operations">Operations</h2>
<p><label for="search">Search a field, an operationId, a path or a status</label>
<input id="search" type="search" autocomplete="off"></p>
<p id="count" aria-live="polite"></p>
<ul id="found"></ul>
<h2 id="errors">Errors and retries</h2>
{errors}
<script type="application/json" id="entries">{entries}</script>
<script>
{script}</script>
</body>
</html>
"""


def render_index(document: Document, hosts: dict[str, Document], table: "Table") -> str:
    """Return the page as HTML."""
    info = document.data["info"]
    entries = [guide_entry(), *(one for host, derived in hosts.items() for one in search_entries(derived, host))]
    return _PAGE.format(
        title=html.escape(f"{info['title']} API {info['version']}"),
        summary=html.escape(info.get("summary", "")),
        style=_STYLE,
        keys=_as_html(keys_guide(document, table)),
        hosts=_as_html(_hosts(hosts)),
        errors=_as_html(errors_guide()),
        entries=json.dumps(entries, ensure_ascii=False).replace("<", "\\u003c"),
        script=_SCRIPT,
    )


def _hosts(hosts: dict[str, Document]) -> str:
    rows = ["| host | reference | documents |", "|---|---|---|"]
    for host, derived in hosts.items():
        (server,) = derived.data["servers"]
        count = len(derived.operations())
        files = f"[with unions](openapi-{host}.yaml), [without unions](openapi-{host}-plain.yaml)"
        rows.append(f"| {server['url']} | [{count} operations](reference-{host}.html) | {files} |")
    others = (
        "[conformance.json](conformance.json) has the requests that a correct client sends, and "
        "[CHANGES.md](CHANGES.md) the changes in each version."
    )
    return "\n".join(rows) + f"\n\n{others}\n"


def _as_html(text: str) -> str:
    made: str = MarkdownIt("commonmark").enable("table").render(text)
    return made.replace("<table>", '<div class="wide"><table>').replace("</table>", "</table></div>")
