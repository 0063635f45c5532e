"""Checks of generated code with a compiler or a parser. Each returns its result as the table words it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from .pins import VERSIONS
from .workshop import MissingError, jar, node, node_modules, program, run

Check = Callable[[Path], str]

_OFFLINE = {"GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local"}


def typescript(folder: Path) -> str:
    """Compile the program and the clients of all hosts under ``strict``."""
    packages = node_modules()
    run([node(), packages / "typescript" / "bin" / "tsc", "--project", folder], folder)
    return f"compiles (tsc {VERSIONS['typescript']}, strict)"


def python(folder: Path) -> str:
    """Compile every module, and check the types of the packages and of the program with mypy."""
    run([sys.executable, "-m", "compileall", "-q", folder], folder)
    run(_mypy(folder), folder)
    return "compiles, passes mypy"


def python_with_faults_in(module: str, folder: Path) -> str:
    """Compile and check the packages, apart from a module whose errors come from the generator's own templates."""
    run([sys.executable, "-m", "compileall", "-q", folder], folder)
    done = subprocess.run(list(map(str, _mypy(folder))), cwd=folder, capture_output=True, text=True, check=False)
    faults = [line for line in done.stdout.splitlines() if ": error: " in line]
    others = [line for line in faults if f"/{module}:" not in line]
    assert faults, f"{module} has no faults any more"
    assert not others, "\n".join(others)
    return f"compiles, passes mypy but for its `{module}`"


def _mypy(folder: Path) -> list[str | Path]:
    programs = sorted(file.name for file in folder.glob("*.py") if file.name != "setup.py")
    packages = sorted(file.parent.name for file in folder.glob("*/__init__.py"))
    options = ("--config-file=", "--cache-dir", folder / "types")
    return [sys.executable, "-m", "mypy", *options, *programs, *packages]


def go(folder: Path) -> str:
    """Compile with no library except Go's standard library."""
    run([program("go"), "build", "./..."], folder, **_OFFLINE)
    run([program("go"), "build", "-o", "built/drive", "."], folder, **_OFFLINE)
    return "compiles (go build)"


def java(folder: Path) -> str:
    """Compile with the libraries that the file of the generator contains."""
    sources = sorted(str(file) for file in folder.rglob("*.java"))
    run([program("javac"), "-nowarn", "-proc:none", "-cp", jar(), "-d", folder / "built", *sources], folder)
    return "compiles (javac)"


def ruby(folder: Path) -> str:
    """Parse every file, in one process."""
    code = "ARGV.each { |file| RubyVM::InstructionSequence.compile_file(file) }"
    run([program("ruby"), "-e", code, *sorted(folder.rglob("*.rb"))], folder)
    return "parses (ruby)"


def php(folder: Path) -> str:
    """Load every class, which also detects duplicate methods."""
    for client in sorted((folder / "generated").iterdir()):
        run([program("php"), "-r", _LOAD, *sorted((client / "lib").rglob("*.php"))], client)
    return "loads (php)"


_LOAD = r"""
require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $name): void {
    $file = 'lib/' . strtr(substr($name, strpos($name, '\\') + 1), '\\', '/') . '.php';
    if (is_file($file)) {
        require_once realpath($file);
    }
});
foreach (array_slice($argv, 1) as $file) {
    require_once $file;
}
"""


def tree(grammar: str, pattern: str, folder: Path) -> str:
    """Parse every file with a grammar of tree-sitter, which checks no types."""
    try:
        from tree_sitter import Language, Parser

        module = import_module(f"tree_sitter_{grammar}")
    except ImportError as error:
        raise MissingError(f"{error.name} is not installed: make languages") from error
    parser = Parser(Language(module.language()))
    files = sorted((folder / "generated").glob(pattern))
    assert files, f"no file is at {pattern}"
    found = [f"{file}:{line}" for file in files for line in _errors(parser.parse(file.read_bytes()).root_node)]
    assert not found, "\n".join(found)
    return f"parses (tree-sitter-{grammar.replace('_', '-')})"


def _errors(node: object) -> Iterator[int]:
    """Yield the line of each error in a syntax tree."""
    if node.is_error or node.is_missing:  # type: ignore[attr-defined]
        yield node.start_point.row + 1  # type: ignore[attr-defined]
    elif node.has_error:  # type: ignore[attr-defined]
        for child in node.children:  # type: ignore[attr-defined]
            yield from _errors(child)
