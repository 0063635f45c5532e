"""Reports of changes: lines, ids, approvals, formats, audiences."""

import json
import subprocess
import sys
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from generator.document import Document, DocumentError
from generator.spec.diff import (
    Approval,
    Report,
    approve,
    as_github,
    as_json,
    as_markdown,
    largest_step,
    read_approvals,
    useless,
    verdicts,
)
from generator.spec.diff.change import Change, Step, breaking
from generator.spec.diff.report import ProgramsBroken, as_text
from generator.spec.releases import report_of

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 29)
Data = dict[str, Any]


def parsed(name: str, data: Data) -> Document:
    return Document.parse(name, yaml.safe_dump(data, sort_keys=False))


def changed(document: Data) -> Report:
    """Return a report with changes of a schema, a parameter, a name and a description."""
    new = deepcopy(document)
    del new["components"]["schemas"]["Sent"]["properties"]["size"]
    new["paths"]["/orders"]["get"]["parameters"][0]["required"] = True
    new["paths"]["/orders/{id}"]["delete"]["operationId"] = "dropOrder"
    return report_of(parsed("old.yaml", document), parsed("new.yaml", new))


def line_of(document: Data, text: str) -> int:
    lines = yaml.safe_dump(document, sort_keys=False).splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_change_has_its_line_in_both_documents(document: Data) -> None:
    found = {one.what: one for one in changed(document).changes}

    removed = found["the property size is removed"]
    assert removed.old_line == f"old.yaml:{line_of(document, '        size:')}"
    assert removed.new_line.startswith("new.yaml:")
    required = found["it is now required"]
    assert required.old_line == f"old.yaml:{line_of(document, '- name: limit')}"


def test_an_operation_that_one_document_lacks_has_a_line_in_the_other(document: Data) -> None:
    new = deepcopy(document)
    del new["paths"]["/orders"]["get"]

    (change, *_) = report_of(parsed("old.yaml", document), parsed("new.yaml", new)).changes

    assert change.old_line == f"old.yaml:{line_of(document, '    get:')}"


def test_the_id_of_a_change_does_not_depend_on_the_rest_of_the_document(document: Data) -> None:
    first = {one.what: one.id for one in changed(document).changes}
    document["info"]["title"] = "Store"
    document["paths"] = dict(reversed(document["paths"].items()))
    second = {one.what: one.id for one in changed(document).changes}

    assert first == second
    assert len(set(first.values())) == len(first)


@pytest.mark.parametrize(
    ("side", "audiences"),
    [
        ("request", ("wire", "python", "languages")),
        ("reply", ("wire", "python", "languages")),
        ("code", ("python", "languages")),
        ("python", ("python",)),
        ("languages", ("languages",)),
        ("words", ()),
    ],
)
def test_each_audience_has_its_verdict(side: Any, audiences: tuple[str, ...]) -> None:
    found = verdicts([breaking("GET /x", "it is gone", side)])

    assert {name for name, step in found.items() if step is Step.MAJOR} == set(audiences)
    assert list(found) == ["wire", "python", "languages"]


def approval(change: Change, until: str = "2026-12-31") -> Approval:
    return Approval(change.id, "Ada", "Nobody sent it.", date.fromisoformat(until))


def test_an_approved_change_requires_no_major_step(document: Data) -> None:
    changes = changed(document).changes
    approved = approve(changes, [approval(one) for one in changes if one.is_breaking], TODAY)

    assert largest_step(changes) is Step.MAJOR
    assert largest_step(approved) is Step.PATCH
    assert "approved by Ada until 2026-12-31: Nobody sent it." in as_text(Report(approved, None, None))


def test_an_approval_ends_after_its_last_day(document: Data) -> None:
    changes = changed(document).changes
    approvals = [approval(one, "2026-11-28") for one in changes if one.is_breaking]

    assert largest_step(approve(changes, approvals, TODAY)) is Step.MAJOR
    assert largest_step(approve(changes, approvals, date(2026, 11, 28))) is Step.PATCH
    assert "expired on 2026-11-28" in useless(changes, approvals, TODAY)[0]


def test_an_approval_that_no_change_needs_is_reported() -> None:
    assert useless([], [approval(breaking("GET /x", "it is gone", "request"))], TODAY) == [
        f"approved-changes.yaml: no breaking change has the id {breaking('GET /x', 'it is gone', 'request').id}; "
        "remove the entry"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", None),
        ("a: 1", "is not a list"),
        ("- {id: a, who: b, why: c}", "exactly the keys id, who, why, until"),
        ("- {id: a, who: b, why: '', until: '2027-01-31'}", "why is not a string"),
        ("- {id: a, who: b, why: c, until: soon}", "until is 'soon'"),
        ("- {id: a, who: b, why: c, until: '2027-02-31'}", "until is '2027-02-31'"),
        ("- {id: a, who: b, why: c, until: 2027-01-31}", "quote it"),
    ],
)
def test_a_malformed_approval_is_refused(tmp_path: Path, text: str, message: str | None) -> None:
    (file := tmp_path / "approved-changes.yaml").write_text(text)

    if message is None:
        assert read_approvals(file) == []
    else:
        with pytest.raises(DocumentError, match=message):
            read_approvals(file)


def test_approvals_are_read(tmp_path: Path) -> None:
    (file := tmp_path / "approved-changes.yaml").write_text("- {id: a, who: b, why: c, until: '2027-01-31'}")

    assert read_approvals(file) == [Approval("a", "b", "c", date(2027, 1, 31))]
    assert read_approvals(tmp_path / "none.yaml") == []
    assert all(one.who and one.why for one in read_approvals(ROOT / "approved-changes.yaml"))


def test_the_json_is_of_its_published_schema(document: Data) -> None:
    schema = json.loads((ROOT / "docs" / "changes.schema.json").read_text())
    report = changed(document)
    programs = ProgramsBroken(3, {"a.py": ["a.py:1: wrong"]})

    for one in (report, Report(report.changes, None, None, programs), Report([], report.old, report.new)):
        jsonschema_rs.validate(schema, json.loads(as_json(one)))
    found = json.loads(as_json(report))
    assert (found["old"], found["next"], found["is_small_step"]) == ("1.2.3", "2.0.0", True)
    assert found["verdicts"] == {"wire": "breaking", "python": "breaking", "languages": "breaking"}


def test_github_shows_each_change_at_its_line() -> None:
    change = Change("GET /x", "100%\nof it, all: gone", "request", Step.MAJOR, new_line="a,b.yaml:7")

    assert as_github(Report([change], None, None)) == (
        f"::error file=a%2Cb.yaml,line=7,title=breaking (request)::GET /x: 100%25%0Aof it, all: gone [{change.id}]"
    )


def test_markdown_has_a_list_for_each_kind(document: Data) -> None:
    found = as_markdown(changed(document).changes)

    assert found.startswith("### Breaking\n\n- (")
    assert "- (code) `DELETE /orders/{id}`: operationId is" in found
    assert all(f" [{one.id}]" in found for one in changed(document).changes)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "diff", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def files(document: Data, tmp_path: Path) -> tuple[Path, Path]:
    """Return the files of the small document, and of a copy without an operation and with the next minor version."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(yaml.safe_dump(document))
    del document["paths"]["/orders/{id}"]
    document["info"]["version"] = "1.3.0"
    new.write_text(yaml.safe_dump(document))
    return old, new


def test_the_gate_compares_with_the_document_that_is_named(files: tuple[Path, Path]) -> None:
    done = run(*files, "--gate")

    assert done.returncode == 1
    assert "1 change since 1.2.3, 1 breaking: the next version is 2.0.0" in done.stderr
    assert run(files[0], files[0], "--gate").returncode == 0


def test_the_gate_lets_an_approved_change_pass(files: tuple[Path, Path], tmp_path: Path) -> None:
    found = json.loads(run(*files, "--format", "json").stdout)
    entry = {"id": found["changes"][0]["id"], "who": "Ada", "why": "Nobody called it.", "until": "9999-12-31"}
    (approvals := tmp_path / "approved.yaml").write_text(yaml.safe_dump([entry]))

    assert run(*files, "--gate", "--approved", approvals).returncode == 0
    assert "no breaking change has the id" in run(files[0], files[0], "--gate", "--approved", approvals).stderr


def test_the_gate_names_an_expired_and_a_mistyped_approval(files: tuple[Path, Path], tmp_path: Path) -> None:
    change = json.loads(run(*files, "--format", "json").stdout)["changes"][0]["id"]
    mistyped = change[:-1] + ("0" if change[-1] != "0" else "1")
    common = {"who": "Ada", "why": "Nobody called it."}
    entries = [
        {"id": change, **common, "until": "2020-12-31"},
        {"id": mistyped, **common, "until": "9999-12-31"},
        {"id": "zzzzzzzzzz", **common, "until": "9999-12-31"},
    ]
    (approvals := tmp_path / "approved.yaml").write_text(yaml.safe_dump(entries))

    done = run(*files, "--gate", "--approved", approvals)

    assert done.returncode == 1
    assert done.stderr.splitlines()[:3] == [
        f"approved-changes.yaml: the approval of {change} (DELETE /orders/{{id}}: the path is removed; "
        "it was deprecated) by Ada expired on 2020-12-31",
        f"approved-changes.yaml: no breaking change has the id {mistyped}; did you mean {change}?",
        "approved-changes.yaml: no breaking change has the id zzzzzzzzzz; remove the entry",
    ]
    assert done.stderr.endswith("raise info.version\n")


@pytest.mark.parametrize("form", ["markdown", "json", "github"])
def test_the_gate_prints_in_every_format(files: tuple[Path, Path], form: str) -> None:
    done = run(*files, "--gate", "--format", form)

    assert done.returncode == 1
    assert "DELETE /orders/{id}" in done.stdout


def test_a_document_without_a_semantic_version_is_compared(files: tuple[Path, Path]) -> None:
    for file in files:
        file.write_text(file.read_text().replace("version: 1.", "version: v1."))

    assert "the next version is a major version" in run(*files).stdout
    assert "info.version of both documents must be MAJOR.MINOR.PATCH" in run(*files, "--gate").stderr
