"""The file with measured figures, and the table of these figures in docs/reliability.md."""

import json
import re

from benchmarks import results
from benchmarks.results import Figure, record, rows, run_recorded, say, table


def test_the_table_of_the_page_is_that_of_the_file() -> None:
    shown = results.PAGE.read_text().partition(results.BEGIN)[2].partition(results.END)[0]
    assert shown == table(rows()), "run: python -m benchmarks.results"


def test_every_row_says_what_was_measured_with_what_and_when() -> None:
    names = [row["name"] for row in rows()]
    assert names == sorted(set(names))
    for row in rows():
        assert tuple(row) == results.KEYS
        assert row["name"]
        assert row["value"] != ""
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", row["date"])
        assert re.match(r"3\.\d+", row["python"])
        assert row["cores"] > 0
        assert row["versions"]


def test_a_run_replaces_its_own_rows_and_those_of_the_page(tmp_path) -> None:
    file, page = tmp_path / "results.json", tmp_path / "page.md"
    page.write_text(f"before\n{results.BEGIN}old\n{results.END}after\n")
    record([Figure("b", 1.234, 2, "x"), Figure("a", "none lost", seeds="1 to 9")], file, page)
    record([Figure("b", 5, 6, "x", versions={"orjson": "3"})], file, page)

    first, second = json.loads(file.read_text())
    assert (first["name"], first["value"], first["seeds"]) == ("a", "none lost", "1 to 9")
    assert (second["value"], second["bound"], second["versions"]["orjson"]) == (5, 6, "3")
    text = page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| b | 5.00 x | 6.00 x |" in text
    assert "old" not in text
    assert list(tmp_path.iterdir()) in ([file, page], [page, file])


def test_a_long_run_records_what_each_part_said(tmp_path, monkeypatch, capsys) -> None:
    recorded: list[Figure] = []
    monkeypatch.setattr(results, "record", recorded.extend)
    parts = {"good": lambda: say(True, "0 lost"), "bad": lambda: say(False, "2 lost"), "other": lambda: say(True, "")}

    assert not run_recorded("tracing", parts, ["good", "bad"])
    assert run_recorded("tracing", parts, ["good"])
    assert [(one.name, one.value) for one in recorded[:2]] == [
        ("tracing: good", "0 lost"),
        ("tracing: bad", "not kept: 2 lost"),
    ]
    assert capsys.readouterr().out.splitlines()[:2] == ["ok   0 lost", "OVER 2 lost"]
