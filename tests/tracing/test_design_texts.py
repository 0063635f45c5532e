"""The design texts of delivery and the spool: each test that they name exists."""

import ast
import re
from pathlib import Path

import pytest

import honeyhive._spool
import honeyhive._tracing.delivery

HERE = Path(__file__).parent


@pytest.mark.parametrize("package", [honeyhive._tracing.delivery, honeyhive._spool], ids=lambda one: one.__name__)
def test_every_test_that_an_invariant_names_exists(package):
    text = " ".join((package.__doc__ or "").split())
    invariants = re.findall(r" (\d+)\. .*?\((test_[^()]*)\)", text)
    assert [int(number) for number, _ in invariants] == list(range(1, len(invariants) + 1))
    assert len(invariants) > 10

    for _, holders in invariants:
        for holder in holders.split("; "):
            file, *names = holder.split(", ")
            tree = ast.parse((HERE / file).read_text())
            defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
            assert names, f"{holder} names no test"
            assert set(names) <= defined, f"{file} has no {names}"
