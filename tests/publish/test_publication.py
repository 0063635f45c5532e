"""The published folder is complete and deterministic, and has correct checksums."""

import hashlib
import json
import os
import re
import subprocess
import sys
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.document import Document
from generator.spec.diff import Approval, Version, compare
from generator.spec.publish.publication import render_changes
from generator.spec.releases import kept_approvals, released_documents, upgrade_advice

from .conftest import ROOT


def publish(out: Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "publish", "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_publishing_is_deterministic(publication: dict[str, str], tmp_path: Path) -> None:
    # At any moment, it is a different day in these two time zones.
    for seed, folder, zone in (("0", ROOT, "Pacific/Pago_Pago"), ("4242", tmp_path, "Pacific/Kiritimati")):
        done = publish(tmp_path / seed, folder, PYTHONHASHSEED=seed, LANG="C", TZ=zone)
        assert done.returncode == 0, done.stderr

    written = [{file.name: file.read_bytes() for file in (tmp_path / seed).iterdir()} for seed in ("0", "4242")]
    assert written[0] == written[1] == {name: text.encode() for name, text in publication.items()}
    assert publish(tmp_path / "0").stdout == f"{len(publication)} files, 0 changed: {tmp_path / '0'}\n"


def test_every_host_has_its_documents_and_its_page(document: Document, publication: dict[str, str]) -> None:
    per_host = {
        name
        for host in document.hosts()
        for name in (
            *(f"openapi-{host}{profile}.{suffix}" for profile in ("", "-plain") for suffix in ("yaml", "json")),
            f"reference-{host}.html",
        )
    }

    assert set(publication) == per_host | {
        "openapi.yaml", "openapi.json", "index.html", "reference-LICENCES.txt", "CHANGES.md", "CHECKSUMS",
        "conformance.json",
    }  # fmt: skip
    assert yaml.safe_load(publication["openapi.yaml"]) == yaml.safe_load((ROOT / "openapi.yaml").read_text("utf-8"))
    for name in publication:
        if name.endswith(".yaml"):
            assert yaml.safe_load(publication[name]) == json.loads(publication[name.replace(".yaml", ".json")])


def test_no_file_has_a_yaml_alias(publication: dict[str, str]) -> None:
    for name, text in publication.items():
        if name.endswith(".yaml"):
            assert not [one for one in yaml.scan(text, Loader=yaml.CSafeLoader) if isinstance(one, yaml.AliasToken)]


def test_checksums_are_the_sha_256_of_each_file(publication: dict[str, str]) -> None:
    lines = [line.split("  ") for line in publication["CHECKSUMS"].splitlines()]

    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(text.encode()).hexdigest() for name, text in publication.items() if name != "CHECKSUMS"
    }


def test_no_tool_and_no_network_is_needed_the_second_time(publication: dict[str, str], tmp_path: Path) -> None:
    done = publish(tmp_path / "spec", PATH="", npm_config_registry="http://127.0.0.1:9")

    assert done.returncode == 0, done.stderr


def test_a_folder_that_holds_something_else_is_left_alone(publication: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")

    done = publish(tmp_path)

    assert done.returncode == 1
    assert done.stderr == f"{tmp_path} contains other files; choose a new or empty folder\n"
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_files_that_are_no_longer_published_are_removed(publication: dict[str, str], tmp_path: Path) -> None:
    publish(tmp_path / "spec")
    (tmp_path / "spec" / "openapi-gone.yaml").write_text("old")

    assert "1 changed" in publish(tmp_path / "spec").stdout
    assert not (tmp_path / "spec" / "openapi-gone.yaml").exists()


def next_version(document: Document, version: str) -> Document:
    data = deepcopy(document.data)
    data["info"]["version"] = version
    return Document(document.name, data)


def test_render_changes_lists_every_release_newest_first(document: Document) -> None:
    here = Version.of(document)
    first, second, third = (f"{here.major + major}.0.0" for major in range(3))
    old, new, newest = (next_version(document, version) for version in (first, second, third))
    new.data["paths"].pop("/session")
    newest.data["paths"].pop("/session")
    newest.data["paths"]["/v3/thing"] = {"get": {"responses": {}}}

    text = re.sub(r" \[\w{10}\]$", "", render_changes(newest, [old, new]), flags=re.MULTILINE)

    assert text.partition("\n## ")[2] == (
        f"{third}\n\nCompared with {second}.\n\n### Compatible\n\n"
        "- (request) `GET /v3/thing`: the operation is added\n"
        f"\n## {second}\n\nCompared with {first}.\n\n### Breaking\n\n"
        "- (request) `GET /session`: the path is removed\n"
        f"\n## {first}\n\nThe first release.\n"
    )


@pytest.mark.parametrize("published_again", [True, False])
def test_render_changes_lists_a_released_document_once(document: Document, published_again: bool) -> None:
    text = render_changes(document, [document] if published_again else [])

    assert text.count("\n## ") == 1


def test_each_version_begins_with_upgrade_notes_and_names_approvals(document: Document) -> None:
    here = Version.of(document)
    old, new = (next_version(document, f"{here.major}.{minor}.0") for minor in (98, 99))
    new.data["paths"].pop("/session")
    change = next(one for one in compare(old, new) if one.is_breaking)
    approval = Approval(change.id, "Ada Lovelace", "Nobody calls it.", date(2026, 1, 31))

    text = render_changes(new, [old], {f"{here.major}.99.0": "Do this."}, {f"{here.major}.99.0": [approval]})

    section = text.partition("\n## ")[2].partition("\n## ")[0]
    assert section.startswith(f"{here.major}.99.0\n\nCompared with {here.major}.98.0.\n\nDo this.\n\n### Breaking\n")
    assert "; approved by Ada Lovelace until 2026-01-31: Nobody calls it. [" in section


def test_each_release_has_upgrade_notes() -> None:
    released = [str(Version.of(one)) for one in released_documents()]

    assert upgrade_advice().keys() == set(released[1:])
    assert kept_approvals().keys() <= set(released[1:])
