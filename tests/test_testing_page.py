"""The recipes of docs/testing.md run with the real packages for mocks, and the URLs in the pages are correct."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from honeyhive_api.connection import HOSTS

from honeyhive.testing import HOST_URLS
from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "testing.md").read_text()
RECIPES = {
    re.search(r"def (test_\w+)", block)[1]: block
    for block in re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    if "def test_" in block
}


def passes(recipe: str, folder: Path, **variables: str) -> None:
    (folder / "test_recipe.py").write_text(recipe)
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")} | variables
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "test_recipe.py"]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["test_with_respx", "test_with_pytest_httpx"])
def test_a_recipe_runs_without_a_server(name: str, tmp_path: Path) -> None:
    passes(RECIPES[name], tmp_path)


def test_the_recipe_for_vcrpy_records_and_replays(tmp_path: Path) -> None:
    with LocalServer() as server:
        variables = {"HH_API_KEY": "hh_verysecretkey", "HH_API_URL": server.url}
        passes(RECIPES["test_with_vcrpy"], tmp_path, **variables)
        assert server.requests == [("POST", "/v1/sessions")]
    assert "hh_verysecretkey" not in (tmp_path / "cassettes" / "session.yaml").read_text()
    passes(RECIPES["test_with_vcrpy"], tmp_path, **variables)


@pytest.mark.parametrize("page", ["README.md", "docs/testing.md"])
def test_the_urls_of_the_hosts_are_in_the_pages(page: str) -> None:
    text = (ROOT / page).read_text()
    assert {name: host.url for name, host in HOSTS.items()} == HOST_URLS
    assert [url for url in HOST_URLS.values() if url not in text] == []


def test_every_member_of_the_server_is_documented() -> None:
    members = {name for name in vars(LocalServer) if not name.startswith("_")} | {"url", "requests"}
    assert {name for name in members if f"`{name}" not in PAGE} == set()
