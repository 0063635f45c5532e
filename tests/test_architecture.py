"""Rules about imports that import-linter cannot express. The rules that it can express are in pyproject.toml."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    """Return the absolute names of all modules that a module imports, at its top or inside a function."""
    package = [*file.relative_to(ROOT).with_suffix("").parts][:-1]
    if package[0] == "generated":
        package = package[1:]
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield stem
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def tops(file: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(file)}


@pytest.mark.parametrize("file", modules("generated/honeyhive_api"), ids=lambda file: file.stem)
def test_generated_modules_import_httpx_in_the_client_only(file: Path) -> None:
    assert not tops(file) & {"honeyhive", "honeyhive_server", "generator"}
    assert "httpx" not in tops(file) or file.name == "client.py"


@pytest.mark.parametrize("file", modules("generator"), ids=lambda file: file.stem)
def test_generator_modules_import_no_package_that_they_generate_for(file: Path) -> None:
    """One module is exempt: it runs in a separate process to print the page of the command line."""
    if file.name != "cli_page.py":
        assert not tops(file) & {"honeyhive", "honeyhive_api", "honeyhive_server"}
        assert "generator.cli_page" not in set(imports(file))


def test_only_generator_document_reads_the_document_and_follows_references() -> None:
    reading = {"yaml", "ruamel"}
    for file in modules("generator/spec"):
        assert file.name == "texts.py" or not tops(file) & reading, file  # it writes
        named = [line for line in file.read_text().splitlines() if '"$ref"' in line]
        assert not named or file.name == "validity.py", file  # the schema for JSON Schemas


def test_public_modules_are_a_screen_of_names() -> None:
    public = [file for file in (ROOT / "honeyhive").glob("*.py") if not file.name.startswith("_")]

    assert {file.stem for file in public} == {
        "errors",
        "experiments",
        "middleware",
        "otel",
        "testing",
        "tracing",
        "types",
    }
    for file in public:
        assert len(file.read_text().splitlines()) <= 70, file
        assert not [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.ClassDef)], file


def test_no_page_for_users_names_a_private_module() -> None:
    for file in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").rglob("*.py")):
        text = file.read_text()
        found = [word for word in ("honeyhive._", "honeyhive/_", "from ._", "honeyhive_server.") if word in text]
        assert not found, (file, found)


def test_the_core_imports_the_standard_library_and_generated_types_only() -> None:
    """There is one exception: the generated code imports dateutil inside a function."""
    for file in modules("honeyhive/_core"):
        assert tops(file) <= {*sys.stdlib_module_names, "honeyhive_api", "honeyhive"}, file
        inside = {name for name in imports(file) if name.startswith("honeyhive.")}
        assert all(name.startswith("honeyhive._core") for name in inside), file
        assert not tops(file) & {"asyncio", "socket", "ssl", "subprocess", "threading"}, file


def test_only_one_module_of_the_client_reads_the_environment() -> None:
    readers = set()
    for file in modules("honeyhive"):
        if file.is_relative_to(ROOT / "honeyhive" / "_cli"):
            continue
        text = file.read_text()
        if "os.environ" in text or "getenv" in text:
            readers.add(file.relative_to(ROOT).as_posix())

    assert readers == {"honeyhive/_client/environment.py"}


def test_no_url_of_the_service_is_in_python_written_by_hand() -> None:
    for folder in ("honeyhive", "honeyhive_server", "generator"):
        for file in modules(folder):
            assert "honeyhive.ai" not in file.read_text(), file


@pytest.mark.parametrize("file", modules("examples"), ids=lambda file: "-".join(file.relative_to(ROOT).parts[1:]))
def test_an_example_needs_nothing_of_the_repository_around_it(file: Path) -> None:
    assert not tops(file) & {"benchmarks", "examples", "generator", "tests"}
