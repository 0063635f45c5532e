"""On the site, every page is in the navigation and in llms.txt, and every public name is in the reference."""

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

import honeyhive
import honeyhive.errors
import honeyhive.experiments
import honeyhive.middleware
import honeyhive.otel
import honeyhive.testing
import honeyhive.tracing

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md"))
REFERENCE = "\n".join(page.read_text() for page in (DOCS / "reference").glob("*.md"))
UNLISTED = {"__version__", "JUDGE_SCHEMA", "RETRYABLE_STATUSES"}
"""Public constants. The docstrings of their modules explain them, so the reference has no entry."""


def _leaves(entries: object) -> list[str]:
    if isinstance(entries, str):
        return [entries]
    children = entries.values() if isinstance(entries, dict) else entries
    return [leaf for child in children for leaf in _leaves(child)]


def test_the_navigation_has_every_page_once() -> None:
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text())["nav"]

    assert sorted(_leaves(navigation)) == PAGES


def test_llms_txt_lists_every_page_outside_of_the_reference() -> None:
    listed = re.findall(r"\]\(([^)]+\.md)\)", (DOCS / "llms.txt").read_text())

    assert sorted(listed) == PAGES


@pytest.mark.parametrize(
    "module",
    [
        honeyhive,
        honeyhive.errors,
        honeyhive.experiments,
        honeyhive.middleware,
        honeyhive.otel,
        honeyhive.testing,
        honeyhive.tracing,
    ],
    ids=lambda module: module.__name__,
)
def test_the_reference_has_every_public_name(module: object) -> None:
    described = set(re.findall(r"^::: honeyhive(?:\.\w+)*\.(\w+)$", REFERENCE, flags=re.MULTILINE))

    assert set(module.__all__) - described - UNLISTED == set()


def test_every_page_is_two_clicks_away() -> None:
    """A reader clicks on a section and then on a page, because no section contains another section."""
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text())["nav"]
    inside = [entry for top in navigation for pages in top.values() if isinstance(pages, list) for entry in pages]

    assert [entry for entry in inside if isinstance(entry, dict) and isinstance(next(iter(entry.values())), list)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_no_private_module(page: str) -> None:
    assert re.findall(r"(?:honeyhive[/.]|`)_[a-z]\w*[/.]\w+", (DOCS / page).read_text()) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_list_begins_after_an_empty_line(page: str) -> None:
    """Without an empty line, the site would show the list as a part of the paragraph before it, unlike GitHub."""
    text = re.sub(r"^```.*?^```$", "", (DOCS / page).read_text(), flags=re.DOTALL | re.MULTILINE)
    lines = text.splitlines()

    starts = [(before, line) for before, line in pairwise(lines) if re.match(r"(-|\d+\.) ", line)]
    assert [line for before, line in starts if before and not re.match(r"(-|\d+\.|#+| ) ?", before)] == []


IMPORTED_FROM = {"langchain_core": "langchain-openai", "langchain_openai": "langchain-openai"}
"""Packages that are imported under a different name."""


@pytest.mark.parametrize("page", sorted(page for page in PAGES if page.startswith("recipes/")))
def test_a_recipe_installs_the_libraries_that_it_imports(page: str) -> None:
    text = (DOCS / page).read_text()
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
    imported = set(re.findall(r"^(?:from|import) (\w+)", code, flags=re.MULTILINE))
    installed = " ".join(re.findall(r"pip install (.*)$", text, flags=re.MULTILINE))

    needed = {IMPORTED_FROM.get(name, name) for name in imported - sys.stdlib_module_names - {"honeyhive", "httpx"}}
    assert {name for name in needed if not re.search(rf"(?<!\[)\b{name}\b(?!-)", installed)} == set()
