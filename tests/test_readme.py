"""README.md is correct about versions, extras, addresses and counts."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from honeyhive_server.run.command import serve
from tests.rows import OPERATIONS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
INDEX = (ROOT / "docs" / "index.md").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]


def table(text: str) -> dict[str, str]:
    """The table of extras in README.md: the words about each extra, by its name."""
    rows = re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|$", text.split("## Trace a program")[0], flags=re.MULTILINE)
    return {name: adds for names, adds in rows for name in re.findall(r"`(\w+)`", names)}


@pytest.mark.parametrize("page", [README, INDEX], ids=["README", "index"])
def test_the_oldest_python_is_the_one_that_is_required(page: str) -> None:
    assert f"Python {PROJECT['requires-python'].removeprefix('>=')} or newer" in page


@pytest.mark.parametrize("page", [README, INDEX], ids=["README", "index"])
def test_the_table_has_every_extra_and_what_it_includes(page: str) -> None:
    listed = table(page)
    assert listed.keys() == EXTRAS.keys()

    for name, adds in listed.items():
        lines = [line for line in EXTRAS[name] if line.startswith("honeyhive-sdk[")]
        inside = {extra for line in lines for extra in re.findall(r"\w+", line.partition("[")[2])}
        said = adds if name == "all" else adds.partition("includes")[2]
        assert set(re.findall(r"`(\w+)`", said)) == inside, name


@pytest.mark.parametrize("page", [README, INDEX], ids=["README", "index"])
def test_a_plain_install_has_what_the_table_says(page: str) -> None:
    named = page.split("`evaluate()`, on ")[1].split(" |")[0].replace(" and ", ", ").split(", ")

    assert set(named) <= {re.split(r"[<>= ]", line)[0] for line in PROJECT["dependencies"]}


def test_the_port_is_the_default_of_the_server() -> None:
    (port,) = (one for one in serve.params if isinstance(one, click.Option) and one.name == "port")

    assert set(re.findall(r"127\.0\.0\.1:(\d+)", README)) == {str(port.default)}


def test_the_license_is_that_of_the_project() -> None:
    own, contained = PROJECT["license"].split(" AND ")

    assert f"License: {own}; the viewer contains htmx, under {contained}." in README
    assert (ROOT / "LICENSE").read_text().startswith(f"{own} License")


def test_it_names_no_count_and_no_time_that_nobody_checks() -> None:
    """Each number in README.md is in executed code or is checked by a test. A new number needs a test of its own."""
    prose = re.sub(r"```.*?```|`[^`]+`|https?://\S+", "", README, flags=re.DOTALL)

    assert re.findall(r"\b\d[\d.,]*\b", prose) == ["3.11"]


def test_the_count_of_operations_in_the_changelog_is_right() -> None:
    (count,) = re.findall(r"all (\d+) operations", (ROOT / "CHANGELOG.md").read_text())

    assert int(count) == len(OPERATIONS)


def test_the_demo_installs_no_development_package() -> None:
    makefile = (ROOT / "Makefile").read_text()
    recipe = makefile.split("$(VENV)/server:")[1].split("\n\n")[0]

    assert "--editable '.[server]'" in recipe
    assert "--group" not in recipe
    assert re.search(r"^demo: \$\(SERVER\) ", makefile, flags=re.MULTILINE)


def test_the_changelog_has_the_sections_of_keep_a_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text()
    sections = re.findall(r"^### (.+)$", text, flags=re.MULTILINE)

    assert re.search(rf"^## \[{re.escape(PROJECT['version'])}\] - (unreleased|\d{{4}}-\d\d-\d\d)$", text, re.MULTILINE)
    assert set(sections) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
