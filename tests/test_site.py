"""The site: every page is in the navigation and in llms.txt, and every public name is in the reference."""

import re
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
"""Constants, which their modules explain."""


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
    """A click on a section and one on the page: no section has another one inside."""
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text())["nav"]
    inside = [entry for top in navigation for pages in top.values() if isinstance(pages, list) for entry in pages]

    assert [entry for entry in inside if isinstance(entry, dict) and isinstance(next(iter(entry.values())), list)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_no_private_module(page: str) -> None:
    assert re.findall(r"(?:honeyhive[/.]|`)_[a-z]\w*[/.]\w+", (DOCS / page).read_text()) == []
