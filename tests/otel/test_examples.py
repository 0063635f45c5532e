"""The examples, and the code of docs/opentelemetry.md, run as a reader would run them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "opentelemetry.md").read_text()
SHOWN = {
    "openai_example": """
session: support-chat
  model: ChatCompletion  25 tokens
  tool: track_parcel
  model: ChatCompletion  25 tokens
""",
    "langchain_example": """
session: RunnableSequence
  chain: RunnableSequence
    chain: ChatPromptTemplate
    model: ChatOpenAI  25 tokens
    chain: StrOutputParser
  chain: RunnableSequence
    chain: ChatPromptTemplate
    model: ChatOpenAI  25 tokens
    chain: StrOutputParser
""",
    "spans_example": """
session: POST /chat
  chain: POST /chat
    chain: support-chat
      tool: retrieve
    tool: find-shelf
""",
}


@pytest.mark.parametrize("name", SHOWN)
def test_an_example_shows_its_tree(name: str) -> None:
    command = [sys.executable, str(ROOT / "examples" / "opentelemetry" / "offline.py"), name]

    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert done.returncode == 0, done.stderr
    assert done.stdout == SHOWN[name].lstrip()
    assert name in PAGE


@pytest.mark.parametrize(
    "block", re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL), ids=["one", "two", "three"]
)
def test_the_code_of_the_page_runs(block: str, tmp_path: Path) -> None:
    with LocalServer() as server:
        environment = {**os.environ, "HH_API_KEY": "hh_page", "HH_API_URL": server.url}
        command = [sys.executable, "-W", "error", "-c", block]

        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_every_link_of_the_page_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
    for path in re.findall(r"`((?:honeyhive|tests)/[\w/.]+)`", PAGE):
        assert (ROOT / path).exists(), path
