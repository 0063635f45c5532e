"""The table of docs/languages.md: one row for each generator, with the results of a run."""

from pathlib import Path
from shutil import copy

from .generators import GENERATORS, TYPESCRIPT, Generator
from .probes import Seen, drive, lost
from .workshop import LANGUAGES, ROOT, node_modules

PAGE = ROOT / "docs" / "languages.md"
BEGIN, END = "<!-- table: make languages-all -->", "<!-- end of table -->"
HEAD = "| generator | profile | options | result | works | lost |\n|---|---|---|---|---|---|\n"


def build(generator: Generator, specs: dict[str, dict[str, Path]], folder: Path) -> str:
    """Generate the clients of all hosts, add the program that uses them, and return the result of the check."""
    for source in generator.sources:
        target = folder / Path(source).relative_to(source.split("/")[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(LANGUAGES / source, target)
    if generator.language is TYPESCRIPT:
        (folder / "node_modules").symlink_to(node_modules())
        if "typescript/told.ts" in generator.sources:
            (folder / "package.json").write_text('{"type": "module"}\n')
    generator.make(specs[generator.profile], folder)
    return generator.check(folder)


def row(generator: Generator, folder: Path, result: str, seen: Seen | None) -> str:
    """Return the row of a generator."""
    worked = seen.worked if seen else ()
    cells = (
        generator.title,
        generator.profile,
        f"`{generator.options}`" if "=" in generator.options and "`" not in generator.options else generator.options,
        result,
        ", ".join(worked) or "not run",
        ", ".join(lost(generator, folder, worked)) or "nothing",
    )
    return "| " + " | ".join(cells) + " |"


def tried(generator: Generator, specs: dict[str, dict[str, Path]], folder: Path) -> str:
    """Generate, check and drive the client of a generator, and return its row."""
    result = build(generator, specs, folder)
    return row(generator, folder, result, drive(generator, folder) if generator.command else None)


def rows() -> dict[str, str]:
    """Return the rows of the page by generator and version."""
    table = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    found = [line for line in table.splitlines() if line.startswith("| ")][1:]
    return {line.split(" | ")[0].removeprefix("| "): line for line in found}


def write(found: dict[str, str]) -> None:
    """Write the table into the page. The row of a generator that was not tried is kept."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    lines = rows() | found
    table = "".join(f"{lines[one.title]}\n" for one in GENERATORS if one.title in lines)
    PAGE.write_text(f"{before}{BEGIN}\n{HEAD}{table}{END}{after}", encoding="utf-8")
