"""Each published document and each page of the reference is about one host only."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.document import METHODS, Document
from generator.document.references import nodes
from generator.spec.publish import of_host

KEYS = {
    "legacy": {"projectKey"},
    "v1": {"projectKey", "ingestionKey", "dataPlaneKey"},
    "control_plane": {"controlPlaneKey"},
}
OPERATION = re.compile(rf"\b(?:{'|'.join(METHODS).upper()}) /[^\s`,;]*[^\s`,;.]")
ELSEWHERE = "(in the document of another host)"


def published(publication: dict[str, str], host: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each published file about the host, and the OpenAPI document that the file contains."""
    for name, text in publication.items():
        if re.fullmatch(rf"openapi-{host}(-plain)?\.yaml", name):
            yield name, yaml.safe_load(text)
        elif re.fullmatch(rf"openapi-{host}(-plain)?\.json", name):
            yield name, json.loads(text)
        elif name == f"reference-{host}.html":
            inside = re.search(r'<script type="application/json" id="document">(.*?)</script>', text, re.DOTALL)
            assert inside
            yield name, json.loads(inside[1])


def strings(value: Any) -> Iterator[str]:
    """Yield every key and every string."""
    if isinstance(value, str):
        yield value
    for key, one in value.items() if isinstance(value, dict) else ():
        yield key
        yield from strings(one)
    for one in value if isinstance(value, list) else ():
        yield from strings(one)


@pytest.fixture(scope="module", params=KEYS)
def host(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def files(publication: dict[str, str], host: str) -> dict[str, dict[str, Any]]:
    found = dict(published(publication, host))
    assert len(found) == 5
    return found


def test_every_host_is_checked(document: Document) -> None:
    assert set(KEYS) == set(document.hosts())


def test_no_file_names_another_host(files: dict[str, dict[str, Any]], host: str, document: Document) -> None:
    for other, server in document.hosts().items():
        words = other.replace("_", " ")
        # A host name of one word, such as v1, also occurs in paths, so it is not searched.
        form = words if " " in words else rf"{words} (and \w+ )?(hosts?|API|routes?)"
        names = re.compile(rf"\b({form})\b|{re.escape(server['url'])}(?![\w.])|\bHH_{other.upper()}_", re.IGNORECASE)
        for file, data in files.items() if other != host else ():
            assert [one for one in strings(data) if names.search(one)] == [], file


def test_the_extensions_name_no_host_but_its_own(files: dict[str, dict[str, Any]], host: str) -> None:
    for data in files.values():
        assert {one["x-honeyhive-host"] for one in nodes(data) if "x-honeyhive-host" in one} == {host}
        assert len(data["servers"]) == 1
        assert not [one for one in nodes(data["paths"]) if "servers" in one]


def test_the_keys_are_those_of_its_operations(files: dict[str, dict[str, Any]], host: str) -> None:
    others = set().union(*KEYS.values()) - KEYS[host]
    for file, data in files.items():
        assert set(data["components"]["securitySchemes"]) == KEYS[host]
        assert "security" not in data, "a default for all operations could open none of them"
        used = [one["security"] for item in data["paths"].values() for key, one in item.items() if key in METHODS]
        assert used
        assert {name for security in used for requirement in security for name in requirement} == KEYS[host]
        assert [one for one in strings(data) if others & set(re.findall(r"\w+", one))] == [], file


def test_the_texts_at_the_top_name_only_what_the_document_has(files: dict[str, dict[str, Any]]) -> None:
    for data in files.values():
        places = {f"{method.upper()} {path}" for path, item in data["paths"].items() for method in item}
        texts = [data["info"]["description"], *data["x-honeyhive-unverified"]]
        rest = json.dumps({key: one for key, one in data.items() if key != "info"})
        for text in texts:
            assert set(OPERATION.findall(text)) <= places
        listed = re.findall(r"^- (`x-.*?) \(", data["info"]["description"], re.MULTILINE)
        assert listed
        for line in listed:
            assert any(f'"{name}"' in rest for name in re.findall(r"`(.*?)`", line)), line
        for name in re.findall(r"`(\w+)`", " ".join(data["x-honeyhive-unverified"])):
            assert f'"{name}"' in rest
        assert "\n\n\n" not in data["info"]["description"]


def test_a_description_marks_operations_of_another_host(files: dict[str, dict[str, Any]]) -> None:
    for data in files.values():
        places = {f"{method.upper()} {path}" for path, item in data["paths"].items() for method in item}
        for text in strings({key: one for key, one in data.items() if key != "x-generated"}):
            foreign = set(OPERATION.findall(text)) - places if "`" in text else set()
            assert not foreign or ELSEWHERE in text, text


def test_there_are_a_contact_and_a_license(files: dict[str, dict[str, Any]]) -> None:
    for data in files.values():
        info = data["info"]
        assert info["contact"]["name"]
        assert info["contact"]["url"].startswith("https://")
        assert (info["license"]["name"], info["license"]["identifier"]) == ("MIT", "MIT")


def test_the_kinds_of_key_are_named_at_the_top(derived: dict[str, Document], document: Document) -> None:
    assert (
        "**Keys** of this host are of one kind, `controlPlaneKey`."
        in derived["control_plane"].data["info"]["description"]
    )
    assert "are of 3 kinds: `projectKey`, `ingestionKey`, `dataPlaneKey`." in derived["v1"].data["info"]["description"]
    assert "four kinds" in document.data["info"]["description"]
    assert "four kinds" not in of_host(document, "v1").data["info"]["description"]
