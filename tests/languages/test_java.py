"""Java: the clients compile with what the generator itself carries, and talk to the server."""

from pathlib import Path
from shutil import copytree

import pytest

from honeyhive_server import LocalServer
from tests import needs

from .conftest import LANGUAGES, check, generate, judge, run, urls

pytestmark = pytest.mark.languages


@pytest.fixture(scope="module")
def built(specs: dict[str, Path], jar: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the compiled program and clients."""
    javac = needs.program("javac")
    folder = tmp_path_factory.mktemp("java") / "drive"
    copytree(LANGUAGES / "java", folder)
    for host, spec in specs.items():
        packages = f"invokerPackage={host},apiPackage={host}.api,modelPackage={host}.model"
        generate(jar, "java", spec, folder / host, "--library", "native", names=packages)
    sources = sorted(str(file) for file in folder.rglob("*.java"))
    run([javac, "-nowarn", "-proc:none", "-cp", jar, "-d", folder / "built", *sources], folder)
    return folder / "built"


def test_it_starts_a_session_logs_a_batch_and_lists(
    built: Path, jar: Path, server: LocalServer, specs: dict[str, Path]
) -> None:
    check(run(["java", "-cp", f"{built}:{jar}", "Drive"], built, **urls(server)), server, "java", specs)


def test_what_it_sends_is_right_by_the_document(built: Path, jar: Path) -> None:
    judge(["java", "-cp", f"{built}:{jar}", "Drive"], built)
