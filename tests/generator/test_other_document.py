"""A foreign document, without this project's extensions, becomes a package that works."""

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def made(
    generate: Callable[..., Any], minimal: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], ModuleType]]:
    """Return a function that imports a module of the package, generated from the small document."""
    assert generate(minimal).returncode == 0
    monkeypatch.syspath_prepend(tmp_path)
    yield lambda name: importlib.import_module(f"made{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] == "made"]:
        del sys.modules[name]


def test_names_come_from_the_tag_and_the_operation_id(made: Callable[[str], Any]) -> None:
    index = made(".index")

    assert {(one.namespace, one.name, one.host) for one in map(index.operation, index.INDEX)} == {
        ("orders", "get_order", "default"),
        ("orders", "replace_order", "default"),
        ("default", "set_tags", "default"),
    }
    assert made(".connection").HOSTS["default"].url == "https://shop.example"


def test_arguments_are_flat_and_in_snake_case(requested: Callable[..., Any]) -> None:
    request = requested("orders.get_order", "o/1", field_names=["a", "b"], from_="x")

    assert request.path == {"order-id": "o/1"}
    assert request.query == {"fieldNames": ["a", "b"], "from": "x"}
    assert request.operation.path == "/orders/{order-id}"
    assert requested("orders.replace_order", "o/1", number=2, placed_at="soon").body == {
        "number": 2,
        "placedAt": "soon",
    }


def test_the_low_level_has_the_same_parameters_and_one_typed_body(made: Callable[[str], Any]) -> None:
    request = made(".api.orders.get_order").build_request("o/1", field_names=["a", "b"], from_="x")
    with_body = made(".api.orders.replace_order").build_request("o/1", body={"number": 2})

    assert (request.path, request.query) == ({"order-id": "o/1"}, {"fieldNames": ["a", "b"], "from": "x"})
    assert (with_body.path, with_body.query, with_body.body) == ({"order-id": "o/1"}, {}, {"number": 2})


def test_a_body_that_is_not_an_object_is_one_argument(made: Callable[[str], Any]) -> None:
    module = made(".api.default.set_tags")

    assert module.build_request(body=["a"]).body == ["a"]
    assert module.build_request().body is made(".types").UNSET
    assert module.read_reply(["a", "b"]) == ["a", "b"]


def test_a_body_key_may_be_null_only_where_the_document_says_so(requested: Callable[..., Any]) -> None:
    replaced = partial(requested, "orders.replace_order", "1")

    assert replaced(number=2, notes=None, lines=None).body == {"number": 2, "notes": None}
    assert replaced(number=2).body == {"number": 2}


def test_a_reply_with_missing_extra_and_mistyped_keys_is_read(made: Callable[[str], Any]) -> None:
    read = made(".api.orders.get_order").read_reply
    unset = made(".types").UNSET
    answer = {
        "state": "lost",
        "lines": [{"field": "x", "define": "y"}, 7],
        "parent": {"number": 1, "parent": None},
        "notes": {"free": {"form": [1]}},
        "placedAt": "soon",
        "new": True,
    }

    order = read(answer)

    assert order.number is unset
    assert order.state == "lost"
    assert order.lines[0].define == "y"
    assert order.lines[1] == 7
    assert order.parent.number == 1
    assert order.parent.parent is None
    assert order.notes == {"free": {"form": [1]}}
    assert order["new"] is True
    assert "new" in order
    assert order.to_dict() == answer
    assert read({"lines": "none", "parent": [1]}).to_dict() == {"lines": "none", "parent": [1]}
    assert read(None).to_dict() == {}
    with pytest.raises(TypeError, match="the reply is list, not an object"):
        read([answer])


def test_an_operation_without_a_reply_reads_nothing(made: Callable[[str], Any]) -> None:
    assert made(".api.orders.replace_order").read_reply({"anything": 1}) is None


def test_the_generated_package_passes_mypy_strict(
    generate: Callable[..., Any], minimal: dict[str, Any], tmp_path: Path
) -> None:
    generate(minimal)

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            "",
            "--cache-dir",
            tmp_path / "cache",
            "-p",
            "made",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
