"""Files whose names are in capitals, as from Windows: `.GZ`, `.CSV` and `.YML` mean what they mean in lower case."""

import gzip
import json
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import Run

EVENT = '{"event_type": "tool", "event_name": "capital", "inputs": {}}\n'
ROW = '{"inputs": {"q": "a"}, "ground_truth": {"a": "b"}}\n'
GZIP = b"\x1f\x8b"


def test_a_download_is_compressed_and_imported_again(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "E.JSONL.GZ").write_bytes(gzip.compress(EVENT.encode() * 2))
    imported = run("events", "import", "E.JSONL.GZ")
    run("sessions", "create", "--session-name", "s")

    events = run("events", "download", "D.JSONL.GZ", "--page-size", "1")
    sessions = run("sessions", "download", "S.JSONL.Gz")

    assert (imported.code, imported.err, json.loads(imported.out)["imported"]) == (0, "", 2)
    for done, name, least in ((events, "D.JSONL.GZ", 2), (sessions, "S.JSONL.Gz", 1)):
        content = (tmp_path / name).read_bytes()
        assert (done.code, done.err) == (0, "")
        assert content.startswith(GZIP)
        assert len(gzip.decompress(content).splitlines()) >= least


def test_a_dataset_is_uploaded_downloaded_and_evaluated(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def answer(inputs):\n    return inputs['q']\n")
    (tmp_path / "CASES.JSONL.GZ").write_bytes(gzip.compress(ROW.encode()))
    (tmp_path / "CASES.CSV").write_text("q\na\n")

    uploaded = run("datasets", "upload", "CASES.JSONL.GZ")
    packed = run("datasets", "download", "CASES", "ROWS.JSON.GZ")
    table = run("datasets", "download", "CASES", "ROWS.CSV")
    evaluated = run("evaluate", "app:answer", "--dataset", "CASES.CSV")

    assert (uploaded.code, json.loads(uploaded.out)["name"]) == (0, "CASES")
    assert (packed.code, table.code, evaluated.code) == (0, 0, 0)
    assert json.loads(gzip.decompress((tmp_path / "ROWS.JSON.GZ").read_bytes()))[0]["inputs"] == {"q": "a"}
    assert (tmp_path / "ROWS.CSV").read_text().startswith("id,")


def test_a_request_file_is_read_by_its_ending(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "S.YML").write_text("session_name: capital\n")
    (tmp_path / "S.JSON").write_text('{"session_name": "capital"}')

    assert run("sessions", "create", "--filename", "S.YML").code == 0
    assert run("sessions", "create", "--filename", "S.JSON").code == 0


@pytest.mark.parametrize("name", ["none.csv", "NONE.CSV", "NONE.JSONL.GZ"])
def test_a_missing_file_is_not_taken_for_a_dataset_name(
    run: Run, server: LocalServer, tmp_path: Path, name: str
) -> None:
    (tmp_path / "app.py").write_text("def answer(inputs):\n    return 1\n")

    result = run("evaluate", "app:answer", "--dataset", name)

    assert result.code == 2
    assert result.err.startswith(f"error: --dataset: {name} cannot be read: No such file or directory")
