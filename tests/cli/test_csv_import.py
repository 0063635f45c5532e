"""`events import` of CSV: columns become parts of events, rows are read singly, interrupted imports resume."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from honeyhive._cli.tools.csv_events import CsvColumns, read_rows
from honeyhive_server import LocalServer

from .conftest import Run


@pytest.fixture
def fresh() -> Any:
    """A server without any data."""
    with LocalServer() as server:
        yield server


def stored(server: LocalServer) -> list[dict[str, Any]]:
    return sorted((one for one in server.events() if one["event_type"] != "session"), key=lambda one: one["event_name"])


def test_columns_are_mapped(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "calls.csv").write_text(
        '\ufeffevent_name,question,"the answer",ms,start_time,metadata.tokens,zip,metrics.good,config\n'
        'a,"Where, exactly?","Line one\nline ""two""",48,1767225600000,42,01234,true,"{""model"": ""m""}"\n'
        "\n"
        "b,When?,,,2026-01-01T00:00:00Z,,7,,\n"
    )
    flags = ("--column", "question=inputs", "--column", "the answer=outputs.content", "--column", "ms=duration")

    result = run("events", "import", "calls.csv", *flags, "--set", "event_type=model", HH_API_URL=fresh.url)

    assert (result.code, result.err, json.loads(result.out)["imported"]) == (0, "", 2)
    first, second = stored(fresh)
    assert first["event_type"] == "model"
    assert first["inputs"] == {"question": "Where, exactly?"}
    assert first["outputs"] == {"content": 'Line one\nline "two"'}
    assert (first["duration"], first["start_time"]) == (48, 1767225600000)
    assert first["metadata"] == {"tokens": 42, "zip": "01234"}
    assert (first["metrics"], first["config"]) == ({"good": True}, {"model": "m"})
    assert second["start_time"] == 1767225600000
    assert (second["inputs"], second["metadata"]) == ({"question": "When?"}, {"zip": 7})


def test_the_csv_of_a_list_is_imported_again(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    url = {"HH_API_URL": fresh.url}
    event = {"event_type": "tool", "event_name": "e", "inputs": {"q": "007", "list": [1, {"a": "b"}]}, "duration": 3}
    run("events", "create", "-f", "-", stdin=json.dumps(event), **url)
    columns = "event_type,event_name,inputs,duration"
    (tmp_path / "e.csv").write_text(run("events", "list", "--columns", columns, "-o", "csv", **url).out)
    (tmp_path / "e.csv.part").touch()
    (tmp_path / "e.csv").write_text((tmp_path / "e.csv").read_text().replace(",e,", ",again,"))

    result = run("events", "import", "e.csv", **url)

    assert (result.code, result.err) == (0, "")
    again, once = stored(fresh)
    assert (again["inputs"], again["duration"]) == (once["inputs"], once["duration"])


def test_a_csv_resumes_with_the_same_flags_and_stores_nothing_twice(
    run: Run, fresh: LocalServer, tmp_path: Path
) -> None:
    url = {"HH_API_URL": fresh.url}
    rows = "".join(f'e{number},"one\ntwo"\n' for number in range(250))
    (tmp_path / "e.csv").write_text("event_name,text\n" + rows)
    arguments = ("events", "import", "e.csv", "--set", "event_type=tool", "--column", "text=inputs")
    fresh.fail_next(401)
    refused = run(*arguments, **url)
    state = (tmp_path / "e.csv.import-state.json").read_text()
    other = run(*arguments[:-2], **url)
    done = run(*arguments, **url)
    # The state is as after a crash between a response and the writing of the state.
    (tmp_path / "e.csv.import-state.json").write_text(state)
    again = run(*arguments, **url)
    with (tmp_path / "e.csv").open("a") as more:
        more.write("more,x\n")
    grown = run(*arguments, **url)

    assert "stopped after line 0; the same command resumes there" in refused.err
    assert (other.code, other.out) == (2, "")
    assert (
        "is the state file of an import with other --column or --set; repeat those flags, or delete the file"
        in other.err
    )
    assert (done.code, again.code, grown.code) == (0, 0, 0)
    assert len(stored(fresh)) == 251


def test_rows_that_do_not_fit_are_refused_by_line(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text('event_name,event_type\na,tool\nb,tool,1\n"c\n",nonsense\nd,tool\n')

    result = run("events", "import", "e.csv", HH_API_URL=fresh.url)

    refused = [json.loads(line) for line in (tmp_path / "e.csv.rejects.jsonl").read_text().splitlines()]
    assert (result.code, json.loads(result.out)["imported"]) == (1, 2)
    assert (refused[0]["line"], refused[0]["reason"]) == (3, "it has 3 values, and the header has 2")
    assert refused[1]["line"] == 5
    assert "event_type" in refused[1]["reason"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("e.csv", "--column", "nam=inputs"), "--column: there is no column nam (did you mean name?)"),
        (("e.csv", "--column", "name=input"), "events have no field input (did you mean inputs?)"),
        (("e.csv", "--column", "name=duration.x"), "duration is not an object, so it cannot contain duration.x"),
        (("e.csv", "--column", "name"), "--column: 'name' is not NAME=FIELD, as in question=inputs"),
        (("e.csv", "--set", "tool"), "--set: 'tool' is not FIELD=VALUE, as in event_type=model"),
        (("e.jsonl", "--set", "event_type=tool"), "--column and --set are for CSV files, and e.jsonl does not end in"),
        (("twice.csv",), "the header has the column a twice"),
        (("unnamed.csv",), "the header has a column without a name"),
    ],
)
def test_wrong_mappings_send_nothing(
    run: Run, server: LocalServer, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "e.csv").write_text("name\nx\n")
    (tmp_path / "e.jsonl").write_text("{}\n")
    (tmp_path / "twice.csv").write_text("a,a\n1,2\n")
    (tmp_path / "unnamed.csv").write_text("a,\n1,2\n")

    result = run("events", "import", *arguments)

    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert server.requests == []


def test_stdin_is_csv_if_columns_are_mapped(run: Run, fresh: LocalServer) -> None:
    text = "event_name,q\na,1\n"

    result = run(
        "events", "import", "-", "--column", "q=inputs", "--set", "event_type=tool", stdin=text, HH_API_URL=fresh.url
    )

    assert (result.code, result.err) == (0, "")
    assert [one["inputs"] for one in stored(fresh)] == [{"q": "1"}]


CELLS = st.text(st.sampled_from('ab"", \n'), max_size=6).map(lambda text: text.replace("\n", "\r\n"))


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A row of CSV. Cells that need quotes have them, and some of the other cells have them, too."""
    cells = []
    for text in draw(st.lists(CELLS, min_size=2, max_size=2)):
        needs = text.startswith('"') or any(one in text for one in ",\n")
        cells.append('"{}"'.format(text.replace('"', '""')) if needs or draw(st.booleans()) else text)
    return ",".join(cells) + draw(st.sampled_from(["\n", "\r\n"]))


@given(st.lists(lines(), max_size=5))
@example(['5" disk,a\n', "b,c\n", '7" disk,d\n'])
@example(['"a""\n""b",c\n', 'd,"e,""f"\n'])
def test_rows_are_those_of_the_csv_module(rows: list[str]) -> None:
    text = '\ufeff"event_name",inputs.q\n' + "".join(rows)
    file = io.BytesIO(text.encode())
    columns = CsvColumns(file, {}, {})
    file.seek(columns.start)

    read = [columns.event(row.text or b"") for row in read_rows(file, columns.line, 1000)]

    _, *expected = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert [(one.get("event_name", ""), one["inputs"].get("q", "")) for one in read] == [
        (name, q) for name, q in expected
    ]


def test_rows_with_a_quote_inside_a_cell_are_all_imported(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text('event_name,event_type,inputs.q\na,tool,5" disk\nb,tool,x\nc,tool,7" disk\n')

    result = run("events", "import", "e.csv", HH_API_URL=fresh.url)

    assert (result.code, result.err, json.loads(result.out)["imported"]) == (0, "", 3)
    assert [one["inputs"] for one in stored(fresh)] == [{"q": '5" disk'}, {"q": "x"}, {"q": '7" disk'}]


def test_a_row_with_text_behind_a_quoted_value_is_refused_alone(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text('event_name,event_type\n"a" b,tool\nc,tool\rd,tool\n"e",tool\n')

    result = run("events", "import", "e.csv", HH_API_URL=fresh.url)

    refused = [json.loads(line) for line in (tmp_path / "e.csv.rejects.jsonl").read_text().splitlines()]
    assert (result.code, json.loads(result.out)["imported"]) == (1, 1)
    assert [one["line"] for one in refused] == [2, 3]
    assert "it has a carriage return outside quotes" in refused[1]["reason"]


def test_a_cell_may_be_as_long_as_an_event(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    text = "x" * 1_000_000
    (tmp_path / "e.csv").write_text(f"event_name,event_type,inputs.q\na,tool,{text}\n")

    result = run("events", "import", "e.csv", HH_API_URL=fresh.url)

    assert (result.code, result.err) == (0, "")
    assert [one["inputs"] for one in stored(fresh)] == [{"q": text}]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("event_name,prénom\n".encode("latin-1"), "the header is not UTF-8 at byte 13 of the row"),
        (b'event_name,"q" x\n', "the header is not CSV: "),
        (b"event_name,q\ra,b\r", "the header is not CSV: it has a carriage return"),
        (b'event_name,"' + b"x" * 2**21, "the header is longer than a megabyte"),
    ],
)
def test_a_header_that_cannot_be_read_is_wrong_usage(run: Run, tmp_path: Path, header: bytes, words: str) -> None:
    (tmp_path / "e.csv").write_bytes(header)

    result = run("events", "import", "e.csv")

    assert (result.code, words in result.err) == (2, True), result.err
