"""The code of docs/low-level.md runs unchanged against the local server."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

GUIDE = (Path(__file__).parents[2] / "docs" / "low-level.md").read_text()
BLOCKS = re.findall(r"```python\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_the_code_of_the_guide_runs(number: int) -> None:
    # The first block has an import that the other blocks need. Only the URL is changed.
    block = BLOCKS[number] if number == 0 else "from honeyhive_api import AuthenticatedClient\n" + BLOCKS[number]
    with LocalServer() as server:
        block = block.replace('token="hh_..."', f'token="hh_guide", base_url="{server.url}"')
        environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", block],
            env={**environment, "HH_API_URL": server.url},
            capture_output=True,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, "")
