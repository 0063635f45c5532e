"""Breaks a module in every small way there is, one at a time, and looks whether its tests notice."""

import ast
import os
import queue
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
TARGETS = {
    "honeyhive/_core/retry.py": ["tests/core/test_retry.py", "tests/core/test_exchange.py"],
    "honeyhive/_core/redirects.py": ["tests/core/test_redirects.py", "tests/core/test_exchange.py"],
    "honeyhive/core/paths.py": ["tests/core/test_paths.py", "tests/faults/test_ids.py"],
    "honeyhive/_spool/frames.py": ["tests/tracing/test_frames.py", "tests/tracing/test_spool.py"],
    "honeyhive/_spool/segment.py": ["tests/tracing/test_spool.py"],
    "honeyhive/_core/key_kinds.py": [f"tests/clients/test_{name}.py" for name in ("keys", "secrets", "settings")],
}  # fmt: skip
_SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.Pow: ast.Mult,
}  # fmt: skip
_NAMED: dict[type, str] = {ast.Name: "id", ast.Attribute: "attr"}
_NAMES = {"min": "max", "max": "min", "int": "str", "search": "match", "fullmatch": "match"}


class Mutant(NamedTuple):
    """One way of breaking a file."""

    file: str
    line: int
    change: str
    source: str


def mutants(file: str) -> Iterator[Mutant]:
    """Every mutant of the file: operators, numbers, texts, conditions, results and raises."""
    source = (ROOT / file).read_text()
    for number in range(len(list(_places(ast.parse(source))))):
        tree = ast.parse(source)
        node, change = list(_places(tree))[number]
        before = ast.unparse(node)
        change(node)
        ast.fix_missing_locations(tree)
        yield Mutant(file, node.lineno, f"{before[:60]}  ->  {ast.unparse(node)[:60]}", ast.unparse(tree))


def _places(tree: ast.Module) -> Iterator[tuple]:
    for node in _code(tree):
        if isinstance(node, ast.Compare):
            yield from (
                (node, lambda n, at=at: _swap(n.ops, at)) for at, op in enumerate(node.ops) if type(op) in _SWAPS
            )
        elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in _SWAPS:
            yield node, lambda n: setattr(n, "op", _SWAPS[type(n.op)]())
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, lambda n: setattr(n, "op", ast.UAdd())
        elif isinstance(node, ast.Constant) and node.value not in (None, ..., ""):
            yield node, lambda n: setattr(n, "value", _other(n.value))
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield node, lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
        elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
            yield node, lambda n: setattr(n, "value", ast.Constant(None))
        elif isinstance(node, ast.Raise) and node.exc is not None:
            yield node, lambda n: setattr(n, "exc", ast.parse("ZeroDivisionError()", mode="eval").body)
        elif (name := _NAMED.get(type(node))) and getattr(node, name) in _NAMES:
            yield node, lambda n, name=name: setattr(n, name, _NAMES[getattr(n, name)])


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """What runs: neither docstrings nor annotations, nor the wording of messages."""
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            is_text = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if name in ("annotation", "returns") or not isinstance(child, ast.AST) or is_text:
                continue
            yield child
            if not isinstance(child, ast.JoinedStr):
                yield from _code(child)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _swap(ops: list[ast.cmpop], at: int) -> None:
    ops[at] = _SWAPS[type(ops[at])]()


def _other(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return b"X" + value if isinstance(value, bytes) else f"X{value}"


def survivors(targets: dict[str, list[str]], workers: int = 2) -> tuple[int, list[Mutant]]:
    """How many mutants there are, and those that no test noticed."""
    houses: queue.Queue[Path] = queue.Queue()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(workers):
            house = Path(folder) / str(number)
            for room in ("honeyhive", "generated", "tests"):
                shutil.copytree(ROOT / room, house / room, ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copy(ROOT / "pyproject.toml", house)
            broken = [file for file, tests in targets.items() if not _passes(house, tests)]
            if broken:
                raise RuntimeError(f"the tests of {broken} fail before anything is broken")
            houses.put(house)

        def survives(mutant: Mutant) -> bool:
            house = houses.get()
            file = house / mutant.file
            file.write_text(mutant.source)
            try:
                return _passes(house, targets[mutant.file])
            finally:
                shutil.copy(ROOT / mutant.file, file)
                houses.put(house)

        every = [mutant for file in targets for mutant in mutants(file)]
        with ThreadPoolExecutor(workers) as threads:
            verdicts = list(threads.map(survives, every))
    return len(every), [mutant for mutant, survived in zip(every, verdicts, strict=True) if survived]


def _passes(house: Path, tests: list[str]) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(house), str(house / "generated")])}
    try:
        done = subprocess.run(command, cwd=house, env=environment, capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
