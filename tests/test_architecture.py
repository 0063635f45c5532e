"""Imports run one way: the layers of the house, held by reading every import."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_USE: dict[str, set[str]] = {
    "errors": set(),
    "version": set(),
    "keys": set(),
    "settings": {"errors", "keys"},
    "core": {"errors", "keys", "settings", "version"},
    "pool": {"errors", "settings"},
    "transport": {"errors", "keys", "settings", "core", "pool", "version"},
    "async_transport": {"errors", "settings", "core", "pool", "transport"},
    "tracing": {"errors", "settings", "core", "version"},
    "background": {"errors", "keys", "settings", "core", "transport", "tracing"},
    "clients": {
        *("errors", "keys", "settings", "core", "transport", "async_transport", "background", "tracing", "version")
    },
    "semconv": set(),
    "otel": {"errors", "tracing", "semconv", "clients", "version"},
    "experiments": {"errors", "tracing", "clients"},
    "server": {"version", "semconv"},
}


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    """The absolute names of everything the module imports, at its top or inside a function."""
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
def test_generated_knows_nothing_of_the_runtime(file: Path) -> None:
    assert not tops(file) & {"honeyhive", "generator"}
    assert "httpx" not in tops(file) or file.name == "client.py"


@pytest.mark.parametrize("file", modules("generator"), ids=lambda file: file.stem)
def test_the_generator_imports_neither_other_room(file: Path) -> None:
    """One module runs in a process of its own, to print what the command line offers; no other imports it."""
    if file.name != "cli_page.py":
        assert not tops(file) & {"honeyhive", "honeyhive_api"}
        assert "generator.cli_page" not in set(imports(file))


def test_only_one_folder_reads_the_document_and_follows_its_references() -> None:
    reading = {"yaml", "ruamel"}
    for file in modules("generator/spec"):
        assert file.name == "texts.py" or not tops(file) & reading, file  # it writes
        named = [line for line in file.read_text().splitlines() if '"$ref"' in line]
        assert not named or file.name == "validity.py", file  # the JSON Schema of JSON Schema


@pytest.mark.parametrize("file", modules("honeyhive"), ids=lambda file: "-".join(file.relative_to(ROOT).parts[1:]))
def test_the_layers_of_honeyhive_point_down(file: Path) -> None:
    room = file.relative_to(ROOT / "honeyhive").parts[0].removesuffix(".py")
    if room not in MAY_USE:
        return
    used = {name.split(".")[1] for name in imports(file) if name.startswith("honeyhive.")}

    assert used & (MAY_USE.keys() | {"cli"}) <= MAY_USE[room] | {room}


def test_only_the_transports_and_their_pool_name_httpx() -> None:
    """The command line is a user of the library: it may hand in an http_client of its own."""
    named = {file.relative_to(ROOT).as_posix() for file in modules("honeyhive") if tops(file) & {"httpx", "httpcore"}}

    assert {name for name in named if not name.startswith("honeyhive/cli/")} == {
        "honeyhive/_http/transport.py",
        "honeyhive/_http/async_transport.py",
        "honeyhive/_http/pool.py",
    }


def test_the_mapping_of_spans_needs_only_the_standard_library() -> None:
    needed = {name for file in modules("honeyhive/semconv") for name in tops(file)}

    assert needed - sys.stdlib_module_names <= {"honeyhive"}


def test_only_settings_read_the_environment() -> None:
    readers = set()
    for file in modules("honeyhive"):
        if file.is_relative_to(ROOT / "honeyhive" / "server") or file.is_relative_to(ROOT / "honeyhive" / "cli"):
            continue
        text = file.read_text()
        if "os.environ" in text or "getenv" in text:
            readers.add(file.name)

    assert readers <= {"settings.py"}


def test_no_url_of_the_service_stands_in_python_written_by_hand() -> None:
    for folder in ("honeyhive", "generator"):
        for file in modules(folder):
            assert "honeyhive.ai" not in file.read_text(), file


@pytest.mark.parametrize("file", modules("examples"), ids=lambda file: "-".join(file.relative_to(ROOT).parts[1:]))
def test_an_example_needs_nothing_of_the_repository_around_it(file: Path) -> None:
    assert not tops(file) & {"benchmarks", "examples", "generator", "tests"}
