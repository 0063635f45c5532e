"""Go: the clients compile with the standard library alone and talk to the server."""

from pathlib import Path
from shutil import copytree

import pytest

from honeyhive_server import LocalServer
from tests import needs

from .conftest import LANGUAGES, check, generate, judge, run, urls

pytestmark = pytest.mark.languages

OFFLINE = {"GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local"}


@pytest.fixture(scope="module")
def built(specs: dict[str, Path], jar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program, compiled with the client of every host."""
    go = needs.program("go")
    folder = tmp_path_factory.mktemp("go") / "drive"
    copytree(LANGUAGES / "go", folder)
    for host, spec in specs.items():
        generate(jar, "go", spec, folder / host, names=f"packageName={host.replace('_', '')}")
    run([go, "build", "./..."], folder, **OFFLINE)
    run([go, "build", "-o", folder / "built", "."], folder, **OFFLINE)
    return folder / "built"


def test_it_starts_a_session_logs_a_batch_and_lists(built: Path, server: LocalServer, specs: dict[str, Path]) -> None:
    check(run([built], built.parent, **urls(server)), server, "go", specs)


def test_what_it_sends_is_right_by_the_document(built: Path) -> None:
    judge([built], built.parent)
