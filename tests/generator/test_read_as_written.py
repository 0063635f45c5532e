"""A foreign document with colliding names, and with unions and null in every place, is read as it is written."""

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
    """Return the paths of operations with the given replies, which are by operation id."""
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
    """A package that the generator made from a foreign document."""

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
        """Return the class name of each object in a reply."""
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


def kind_of(kind: str, **properties: Any) -> dict[str, Any]:
    return object_of(kind={"type": "string", "const": kind}, **properties)


PETS = {
    "Cat": kind_of("cat", name=STRING),
    "Dog": kind_of("dog", name=STRING),
    "Pet": {"oneOf": [ref("Cat"), ref("Dog")]},
    "Fish": kind_of("fish", name=STRING),
    "Thing": object_of(name=STRING),
    "Other": object_of(title=STRING),
}
CAT, DOG, FISH = ({"kind": one, "name": "x"} for one in ("cat", "dog", "fish"))
NULL = {"type": "null"}


def list_of(schema: Any) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def test_each_item_of_a_reply_that_is_an_array_is_read(made: Callable[..., Package]) -> None:
    package = made(
        replying(
            union=list_of({"oneOf": [ref("Cat"), ref("Dog")]}),
            named=list_of(ref("Pet")),
            maybe=list_of({"anyOf": [ref("Thing"), NULL]}),
            mixed=list_of({"anyOf": [ref("Cat"), STRING, ref("Dog")]}),
            nested={"anyOf": [ref("Pet"), ref("Fish")]},
            whole={"anyOf": [ref("Thing"), STRING, NULL]},
        ),
        PETS,
    )

    assert package.dropped == {}
    for operation in ("union", "named", "mixed"):
        found = [type(one).__name__ for one in package.read(operation, [DOG, CAT])]
        assert found == ["Dog", "Cat"], operation
    thing, nothing = package.read("maybe", [{"name": "x"}, None])
    assert (thing.name, nothing) == ("x", None)
    assert package.read("mixed", ["x", CAT])[0] == "x"
    assert package.classes("nested", FISH, DOG, CAT) == ["Fish", "Dog", "Cat"]
    assert package.classes("whole", {"name": "x"}, "x", None) == ["Thing", "str", "NoneType"]
    with pytest.raises(TypeError, match="not an object"):
        package.read("nested", "x")


def test_arrays_of_objects_in_a_union_are_reported(made: Callable[..., Package]) -> None:
    package = made(
        replying(
            union={"anyOf": [list_of(ref("Thing")), STRING]},
            either={**list_of(ref("Thing")), **object_of(name=STRING), "type": ["object", "array"]},
            deep=list_of(list_of({"anyOf": [ref("Cat"), ref("Dog")]})),
            one_of={"anyOf": [{"type": "object", "additionalProperties": ref("Thing")}, STRING]},
        ),
        PETS,
    )

    assert package.dropped == {
        f"GET /{name}": f"GET /{name}: the reply 200 is {what}; wrap it in a property of an object"
        for name, what in (
            ("union", "a union with an array of objects"),
            ("either", "a union with an array of objects"),
            ("deep", "an array of arrays of objects"),
            ("one_of", "a union with a map of objects"),
        )
    }


def test_unions_in_inline_objects_are_read_by_their_discriminator(made: Callable[..., Package]) -> None:
    mapped = {"propertyName": "kind", "mapping": {"one": "#/components/schemas/Thing", "two": ref("Other")["$ref"]}}
    package = made(
        replying(
            data=object_of(data=list_of(ref("Pet"))),
            deep=object_of(data=object_of(pet={"anyOf": [ref("Pet"), NULL]}, pets=list_of(list_of(ref("Pet"))))),
            held=ref("Holder"),
            mapped=object_of(it={"oneOf": [ref("Thing"), ref("Other")], "discriminator": mapped}),
        ),
        {**PETS, "Holder": object_of(inner=object_of(pet={"oneOf": [ref("Pet"), ref("Fish")]}))},
    )

    assert package.dropped == {}
    assert type(package.read("data", {"data": [DOG]}).data[0]).__name__ == "Dog"
    deep = package.read("deep", {"data": {"pet": DOG, "pets": [[DOG]]}}).data
    assert [type(deep.pet).__name__, type(deep.pets[0][0]).__name__] == ["Dog", "Dog"]
    assert type(package.read("held", {"inner": {"pet": FISH}}).inner.pet).__name__ == "Fish"
    both = {"name": "x", "title": "x"}
    found = [type(package.read("mapped", {"it": {"kind": one, **both}}).it).__name__ for one in ("one", "two")]
    assert found == ["Thing", "Other"]


def test_a_union_in_an_inline_object_that_cannot_be_told_apart_is_reported(made: Callable[..., Package]) -> None:
    package = made(
        replying(data=object_of(data=list_of({"oneOf": [ref("One"), ref("Two")]}))),
        {"One": object_of(a=STRING), "Two": {"type": "object", "required": ["a"], "properties": {"a": STRING}}},
    )

    (problem,) = package.dropped.values()
    assert problem.startswith(
        "GET /data: it uses schema DataResponse200: the property data is a union of objects that cannot be told apart; "
    )


def test_types_that_contain_themselves_are_read_or_reported(made: Callable[..., Package]) -> None:
    package = made(
        replying(
            tree=ref("Tree"),
            any_json=object_of(value=ref("Json")),
            node=object_of(node=ref("Node")),
        ),
        {
            "Tree": list_of(ref("Tree")),
            "Json": {"anyOf": [STRING, list_of(ref("Json")), {"type": "object", "additionalProperties": ref("Json")}]},
            "Node": object_of(of={"anyOf": [ref("Node"), ref("Cat"), list_of(ref("Node"))]}),
            **PETS,
        },
    )

    assert set(package.dropped) <= {"GET /tree", "GET /any_json"}
    node = package.read("node", {"node": {"of": [{"of": CAT}]}}).node
    assert type(node.of[0].of).__name__ == "Cat"


def taking(reply: Any = STRING, **bodies: Any) -> dict[str, Any]:
    """Return the paths of operations with the given bodies, which are by operation id."""
    content = {name: {"content": {"application/json": {"schema": schema}}} for name, schema in bodies.items()}
    written = {name: replying(**{name: reply})[f"/{name}"]["get"] for name in bodies}
    return {f"/{name}": {"post": {**written[name], "requestBody": content[name]}} for name in bodies}


def hints(package: Package, name: str) -> dict[str, str]:
    return {key: one.__forward_arg__ for key, one in getattr(package.module("inputs"), name).__annotations__.items()}


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("replied", [["Foo"], ["Foo", "FooArgument"]])
def test_each_typed_dict_has_a_name_of_its_own(made: Callable[..., Package], replied: list[str], reverse: bool) -> None:
    names = ("Foo", "FooInput", "FooArgument", "FooArgumentInput")
    schemas = {name: object_of(**{f"key_{name}": STRING}) for name in (reversed(names) if reverse else names)}
    package = made(
        taking(object_of(**{one: ref(one) for one in replied}), all=object_of(**{one: ref(one) for one in names})),
        schemas,
    )

    assert package.dropped == {}
    found = {key: one.split("inputs.")[1].split(" ")[0].strip("]") for key, one in hints(package, "AllBody").items()}
    assert len(set(found.values())) == len(names)
    for key, name in found.items():
        assert list(hints(package, name)) == [f"key_{key}"]


def test_an_inline_object_does_not_get_the_keys_of_another_schema(made: Callable[..., Package]) -> None:
    others = object_of(x=ref("OneBody"), y=ref("TwoBodyPart"), z=ref("Foo"))
    package = made(
        taking(ref("Foo"), one=object_of(mine=STRING), two=object_of(part=object_of(a=STRING)), three=others),
        {
            "OneBody": object_of(other=STRING),
            "TwoBodyPart": object_of(other=STRING),
            "Foo": object_of(input=object_of(deep=STRING)),
        },
    )

    assert package.dropped == {}
    index = package.module("index")
    assert [one.name for one in index.operation("one").fields] == ["mine"]
    assert hints(package, "TwoBody")["part"] == "Required[inputs.TwoBodyPartValue]"
    assert list(hints(package, "TwoBodyPartValue")) == ["a"]
    assert list(hints(package, "FooInput")) == ["input"]
    assert list(hints(package, "FooInputArgument")) == ["deep"]


def test_inline_objects_of_one_place_are_told_apart(made: Callable[..., Package]) -> None:
    package = made(taking(one=object_of(it={"oneOf": [object_of(a=STRING), object_of(b=STRING)]})), {})

    assert hints(package, "OneBody")["it"] == "Required[inputs.OneBodyIt | inputs.OneBodyItValue]"
    assert list(hints(package, "OneBodyItValue")) == ["b"]


NULLABLE = {
    "3.1.0": {**object_of(name=STRING), "type": ["object", "null"]},
    "3.0.3": {**object_of(name=STRING), "nullable": True},
}


@pytest.mark.parametrize("version", NULLABLE)
def test_null_is_kept_behind_every_reference_to_a_nullable_object(made: Callable[..., Package], version: str) -> None:
    places = {
        "direct": ref("Thing"),
        "all_of": {"allOf": [ref("Thing")], "description": "d"},
        "alias": ref("Alias"),
        "second": ref("Second"),
        "named": ref("Maybe"),
        "written": {"anyOf": [ref("Thing"), NULL]},
        "parts": {"allOf": [ref("Thing"), ref("Thing")]},
    }
    package = made(
        {
            **replying(
                holder=object_of(**places, union={"oneOf": [ref("Alias"), ref("Other")]}),
                lists=object_of(**{name: list_of(schema) for name, schema in places.items()}),
                maps=ref("Maps"),
                array=list_of({"allOf": [ref("Alias")]}),
                either={"oneOf": [ref("Thing"), ref("Other")]},
                **{f"whole_{name}": schema for name, schema in places.items()},
            ),
            **taking(change=object_of(**places)),
        },
        {
            "Thing": NULLABLE[version],
            "Alias": ref("Thing"),
            "Second": {"allOf": [ref("Alias")]},
            "Maybe": {"anyOf": [ref("Thing"), NULL]},
            "Other": object_of(title=STRING),
            "Maps": object_of(**{key: {"type": "object", "additionalProperties": one} for key, one in places.items()}),
        },
        version,
    )

    assert package.dropped == {}
    full = package.read("holder", {**{key: {"name": "x"} for key in places}, "union": {"title": "x"}})
    empty = package.read("holder", {**dict.fromkeys(places), "union": None})
    lists = package.read("lists", {key: [None, {"name": "x"}] for key in places})
    maps = package.read("maps", {key: {"a": None, "b": {"name": "x"}} for key in places})
    holder = package.module("models").HolderResponse200.__annotations__
    change = hints(package, "ChangeBody")
    for name in places:
        assert (getattr(full, name).name, getattr(empty, name)) == ("x", None), name
        assert "None" in str(holder[name]), name
        assert "None" in change[name], name
        assert package.read(f"whole_{name}", None) is None
        assert package.read(f"whole_{name}", {"name": "x"}).name == "x"
        assert "None" in package.type_of(f"whole_{name}").split(" | "), name
        with pytest.raises(TypeError, match="not an object"):
            package.read(f"whole_{name}", [])
        nothing, thing = getattr(lists, name)
        assert (nothing, thing.name) == (None, "x")
        nothing, thing = getattr(maps, name).values()
        assert (nothing, dict(thing)) == (None, {"name": "x"})
        assert str(package.module("models").Maps.__annotations__[name]).split("]")[0].endswith(("| None", "Any"))
    assert "None" in str(holder["union"])
    assert (full.union.title, empty.union) == ("x", None)
    nothing, thing = package.read("array", [None, {"name": "x"}])
    assert (nothing, thing.name) == (None, "x")
    assert package.classes("either", {"title": "x"}, {"name": "x"}, None) == ["Other", "Thing", "NoneType"]


@pytest.mark.parametrize("null", [{"type": ["array", "null"]}, {"type": "array", "nullable": True}])
def test_a_whole_reply_that_is_an_array_or_null_is_read(made: Callable[..., Package], null: dict[str, Any]) -> None:
    package = made(replying(every={**list_of(ref("Thing")), **null}), PETS, "3.0.3" if "nullable" in null else "3.1.0")

    assert package.dropped == {}
    assert package.read("every", None) is None
    assert [one.name for one in package.read("every", [{"name": "x"}])] == ["x"]
