"""Each part works with the packages that its extra declares, and names the extra if one is missing."""

import ast
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from honeyhive_server import LocalServer
from tests import environments

ROOT = Path(__file__).parents[1]
EXTRAS = {"honeyhive/_cli": "cli", "honeyhive_server": "server", "honeyhive/_otel": "otel"}
"""Folders whose modules need an extra. The public modules listed below name this extra if it is missing."""
MODULES_BEFORE_EXTRAS = {"otel.py": "otel", "testing.py": "server"}
FILES = sorted(
    [
        *(ROOT / "honeyhive").rglob("*.py"),
        *(ROOT / "honeyhive_server").rglob("*.py"),
        *(ROOT / "generated" / "honeyhive_api").rglob("*.py"),
    ]
)
# The test does not import programs, and modules that pytest and alembic load.
NOT_IMPORTED = ("__main__.py", "_pytest_plugin.py", "migrations/")
SERVER_NEEDS = [
    "jinja2",
    "jsonschema_rs",
    "markupsafe",
    "opentelemetry",
    "orjson",
    "sqlalchemy",
    "starlette",
    "uvicorn",
]
SERVER_LINE = "run pip install 'honeyhive-sdk[server]'"

WATCH = """
import sys
class Watch:
    seen = []
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("click", "rich", "yaml"):
            frame = sys._getframe(1)
            while "importlib" in frame.f_code.co_filename:
                frame = frame.f_back
            if "honeyhive" in frame.f_globals.get("__name__", ""):
                self.seen.append(name)
sys.meta_path.insert(0, Watch())
"""
USE = """
import sys
from honeyhive import HoneyHive, evaluate
def work(inputs):
    if inputs["n"] == 2:
        raise ValueError("two")
    return inputs["n"]
def right(outputs):
    return True
with HoneyHive(api_key="hh_test", base_url=sys.argv[1]) as hh:
    hh.sessions.create(session_name="called", start_time="2026-01-01T00:00:00Z")
    with hh.session("traced") as session, session.event("event"):
        pass
    assert hh.flush(20)
    evaluate(work, dataset=[{"n": n} for n in range(3)], evaluators=[right], client=hh, journal_dir=None)
"""


def extra_of(file: Path) -> str | None:
    place = file.relative_to(ROOT).as_posix()
    return MODULES_BEFORE_EXTRAS.get(file.name) or next(
        (extra for folder, extra in EXTRAS.items() if place.startswith(folder)), None
    )


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT / "generated" if "generated" in file.parts else ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def run(python: Path | str, *arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [str(python), "-W", "error", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("environments")


@pytest.fixture(scope="module")
def base(folder: Path) -> Path:
    """Return the interpreter of a plain `pip install honeyhive-sdk`."""
    return environments.make(folder / "base")


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


ONLY_FOR = {"pydantic_core"}
"""Packages that only their own callbacks import.

They need not be declared, because only the package itself calls these.
"""


def required_imports(tree: ast.AST) -> Iterator[str]:
    """Return the top-level names that a module imports, except optional ones."""
    for node in ast.iter_child_nodes(tree):
        names = [handler.type.id for handler in getattr(node, "handlers", []) if isinstance(handler.type, ast.Name)]
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]
        elif "ImportError" not in names:
            yield from required_imports(node)


@pytest.mark.parametrize("extra", [None, *EXTRAS.values()])
def test_every_package_that_is_imported_is_declared(extra: str | None) -> None:
    known = packages_distributions()
    wanted = {canonicalize_name(one.name) for one in environments.declared(*([extra] if extra else []))}
    missing = {
        f"{file.relative_to(ROOT)}: {name}"
        for file in FILES
        if extra_of(file) == extra and file.name != "_pytest_plugin.py"
        for name in required_imports(ast.parse(file.read_text()))
        if name not in sys.stdlib_module_names and not name.startswith("honeyhive") and name not in ONLY_FOR
        if not wanted & {canonicalize_name(one) for one in known.get(name, ())}
    }

    assert missing == set()


@pytest.mark.parametrize("extra", [None, *EXTRAS.values()])
def test_every_module_imports_with_the_packages_of_its_extra(extra: str | None, base: Path, folder: Path) -> None:
    python = environments.make(folder / extra, extra) if extra else base
    modules = [
        module_of(file)
        for file in FILES
        if extra_of(file) == extra and not any(one in str(file) for one in NOT_IMPORTED)
    ]

    done = run(python, "-c", f"from importlib import import_module\nfor name in {modules}: import_module(name)")

    assert (done.returncode, done.stderr) == (0, "")


def test_a_plain_install_calls_traces_and_evaluates(base: Path, server: LocalServer, tmp_path: Path) -> None:
    program = (
        f"{WATCH}{USE}\nassert not Watch.seen, Watch.seen\nassert not {{'click', 'rich', 'yaml'}} & sys.modules.keys()"
    )

    done = run(base, "-c", program, server.url, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["metric", "rows", "mean", "min", "max"] in lines
    assert ["right", "2", "1", "1", "1"] in lines
    assert lines[-1][-2:] == ["ValueError:", "two"]


def test_where_rich_is_installed_a_pipe_gets_the_same_table_without_it(server: LocalServer, tmp_path: Path) -> None:
    done = run(sys.executable, "-c", f"{WATCH}{USE}\nassert not Watch.seen, Watch.seen", server.url, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "\nmetric  rows  mean  min  max\nright      2  1       1    1\n" in done.stdout


@pytest.mark.parametrize("with_rich", [True, False])
def test_a_terminal_gets_colors_where_rich_is_installed(
    base: Path, server: LocalServer, tmp_path: Path, *, with_rich: bool
) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable if with_rich else str(base), "-W", "error", "-c", USE, server.url]
    with subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)

    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    assert process.returncode == 0
    assert (b"\x1b[1m" in shown) == with_rich
    assert "3/3" in text
    assert "1 failed" in text
    assert "metric  rows  mean  min  max\r\n" in text


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the reading side of the pipe is closed
        return b""


def test_the_command_without_its_extra_names_it(base: Path) -> None:
    done = run(base, "-m", "honeyhive", "sessions", "list")

    words = "error: the command line needs click, rich, yaml; run pip install 'honeyhive-sdk[cli]'\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words)


@pytest.mark.parametrize("name", ["click", "rich", "yaml"])
def test_the_command_names_its_extra_where_one_package_is_missing(name: str) -> None:
    done = run(
        sys.executable, "-c", f"import sys; sys.modules[{name!r}] = None; from honeyhive._cli import main; main()"
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: the command line needs {name}; run pip install 'honeyhive-sdk[cli]'\n"


def test_the_server_without_its_extra_names_it(base: Path) -> None:
    imported = run(base, "-c", "from honeyhive_server import LocalServer")
    started = run(base, "-m", "honeyhive_server")

    words = imported.stderr.splitlines()[-1].removeprefix("ImportError: ")
    assert words.startswith("the local server needs alembic, click, ")
    assert words.endswith(f", uvicorn; {SERVER_LINE}")
    assert (started.returncode, started.stderr) == (2, f"error: {words}\n")


@pytest.mark.parametrize("name", SERVER_NEEDS)
def test_the_server_names_its_extra_where_one_package_is_missing(name: str) -> None:
    program = f"""
import sys
sys.modules[{name!r}] = None
try:
    from honeyhive_server import LocalServer
except ImportError as error:
    print(error)
"""
    done = run(sys.executable, "-c", program)

    assert done.stdout.startswith(f"the local server needs {name}")
    assert done.stdout.endswith(f"; {SERVER_LINE}\n")


def test_the_pytest_fixture_names_the_extra(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("import sys\nsys.modules['orjson'] = None\n")
    (tmp_path / "test_it.py").write_text("def test_it(honeyhive_server): ...\n")

    done = run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", cwd=tmp_path)

    assert done.returncode == 1
    assert f"ImportError: the local server needs orjson; {SERVER_LINE}" in done.stdout


def test_the_extras_hold_each_other() -> None:
    def names(*extras: str) -> set[str]:
        return {one.name for one in environments.declared(*extras)}

    extras = project_extras()
    libraries = {"anthropic", "langchain", "litellm", "openai"}
    assert extras.keys() == {"all", "cli", "server", "postgres", "otel", "speed", *libraries}
    assert names("cli") | names("speed") < names("server")
    assert names("all") == names(*extras.keys() - {"all", *libraries})
    assert all(names("otel") < names(library) for library in libraries)
    assert not names() & {"click", "rich", "pyyaml", "orjson"}


def project_extras() -> dict[str, list[str]]:
    read: dict[str, list[str]] = environments.project()["optional-dependencies"]
    return read


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_comes_after_an_install_line_that_brings_it(page: Path) -> None:
    extras: set[str] = set()
    for line in page.read_text().splitlines():
        if found := re.search(r"pip install '(?:honeyhive-sdk|\.)(?:\[([\w,]+)\])?'", line):
            extras = set((found[1] or "").split(","))
        if line.startswith("honeyhive "):
            wanted = {"server", "all"} if line.startswith("honeyhive serve") else {"cli", "server", "all"}
            assert wanted & extras, f"{page.name}: no install line brings {line!r}"
