"""Another document: names that collide, unions and null in every place, none of which is read as something else."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document
from generator.file_sync import apply
from generator.python.supported import render_supported

STRING = {"type": "string"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def object_of(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def replying(**replies: Any) -> dict[str, Any]:
    """Return the paths of operations with these replies, by operation id."""
    return {
        f"/{name}": {
            "get": {
                "operationId": name,
                "responses": {"200": {"description": "x", "content": {"application/json": {"schema": schema}}}},
            }
        }
        for name, schema in replies.items()
    }


class Package:
    """A generated package."""

    def __init__(self, folder: Path, paths: dict[str, Any], schemas: dict[str, Any], version: str) -> None:
        data = {
            "openapi": version,
            "info": {"title": "x", "version": "1"},
            "servers": [{"url": "https://x.example"}],
            "paths": {**paths, **replying(fine=STRING)},
            "components": {"schemas": schemas},
        }
        made = render_supported(Document("x.yaml", data))
        self.dropped = made.dropped
        apply(folder / "written", made.files, write=True)

    def module(self, name: str) -> Any:
        return importlib.import_module(f"written.{name}")

    def read(self, operation: str, data: Any) -> Any:
        return self.module(f"api.default.{operation}").read_reply(data)

    def classes(self, operation: str, *replies: Any) -> list[str]:
        """Return the name of the class that each reply is read as."""
        return [type(self.read(operation, one)).__name__ for one in replies]

    def type_of(self, operation: str) -> str:
        return str(self.module(f"api.default.{operation}").read_reply.__annotations__["return"])


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Package]]:
    """Return a function that generates a package from paths and schemas."""
    monkeypatch.syspath_prepend(tmp_path)
    yield lambda paths, schemas, version="3.1.0": Package(tmp_path, paths, schemas, version)
    for name in [name for name in sys.modules if name.partition(".")[0] == "written"]:
        del sys.modules[name]


@pytest.mark.parametrize("names", [("Model", "ModelSchema"), ("model", "model_schema"), ("model", "Model_Schema")])
def test_a_reserved_name_is_not_replaced_by_that_of_another_schema(
    made: Callable[..., Package], names: tuple[str, str]
) -> None:
    first, second = names
    package = made(
        replying(first=ref(first), second=ref(second)), {first: object_of(a=STRING), second: object_of(b=STRING)}
    )

    assert package.dropped == {}
    assert package.read("first", {"a": "x"}).a == "x"
    assert package.read("second", {"b": "x"}).b == "x"


@pytest.mark.parametrize("mapping", [{}, {"mapping": {"old": "Model"}}, {"mapping": {"n": "Nested"}}])
def test_a_renamed_schema_keeps_its_name_as_the_value_of_a_discriminator(
    made: Callable[..., Package], mapping: dict[str, Any]
) -> None:
    union = {"oneOf": [ref("Model"), ref("Nested")], "discriminator": {"propertyName": "kind", **mapping}}
    package = made(
        replying(one=union),
        {"Model": object_of(kind=STRING, name=STRING), "Nested": object_of(kind=STRING, name=STRING)},
    )
    (values,) = mapping.values() or [{}]
    first, second = ({target: value for value, target in values.items()}.get(one, one) for one in ("Model", "Nested"))

    assert package.classes("one", {"kind": first}, {"kind": second}) == ["ModelSchema", "NestedSchema"]


def test_a_schema_name_in_lower_case_is_the_value_of_a_discriminator(made: Callable[..., Package]) -> None:
    union = {"oneOf": [ref("small_cat"), ref("big_dog")], "discriminator": {"propertyName": "kind"}}
    package = made(
        replying(one=union), {"small_cat": object_of(kind=STRING), "big_dog": object_of(kind=STRING, name=STRING)}
    )

    assert package.classes("one", {"kind": "big_dog"}, {"kind": "small_cat"}) == ["BigDog", "SmallCat"]


def test_a_named_part_does_not_get_the_class_of_another_schema(made: Callable[..., Package]) -> None:
    package = made(
        replying(part={"$ref": "#/components/schemas/Foo/properties/bar"}, whole=ref("foo_properties_bar")),
        {"Foo": object_of(bar=object_of(a=STRING)), "foo_properties_bar": object_of(b=STRING)},
    )

    assert package.dropped == {}
    assert package.read("part", {"a": "x"}).a == "x"
    assert package.read("whole", {"b": "x"}).b == "x"
