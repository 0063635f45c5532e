"""TypeScript: both ways to a client compile under strict and talk to the server."""

from pathlib import Path
from shutil import copytree

import pytest

from honeyhive_server import LocalServer

from .conftest import LANGUAGES, check, generate, judge, run, urls

pytestmark = pytest.mark.languages


@pytest.fixture(scope="module")
def built(specs: dict[str, Path], jar: Path, node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the compiled programs and clients."""
    folder = tmp_path_factory.mktemp("typescript") / "drive"
    copytree(LANGUAGES / "typescript", folder)
    (folder / "node_modules").symlink_to(node_modules)
    (folder / "package.json").write_text('{"type": "module"}\n')
    (folder / "generated").mkdir()
    for host, spec in specs.items():
        out = folder / "generated" / f"{host}.ts"
        run(["node", node_modules / "openapi-typescript" / "bin" / "cli.js", spec, "--output", out], folder)
        generate(jar, "typescript-fetch", spec, folder / "generated" / f"{host}-fetch")
    run(["node", node_modules / "typescript" / "bin" / "tsc", "--project", folder], folder)
    return folder / "built"


CLIENTS = ("openapi-fetch", "typescript-fetch")


@pytest.mark.parametrize("client", CLIENTS)
def test_it_starts_a_session_logs_a_batch_and_lists(
    client: str, built: Path, server: LocalServer, specs: dict[str, Path]
) -> None:
    said = run(["node", built / f"drive-{client}.js"], built, **urls(server))

    check(said, server, client, specs)


@pytest.mark.parametrize("client", CLIENTS)
def test_what_it_sends_is_right_by_the_document(client: str, built: Path) -> None:
    judge(["node", built / f"drive-{client}.js"], built)
