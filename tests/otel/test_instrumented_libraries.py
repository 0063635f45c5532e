"""``instrument(hh, NAME)`` for each library, with the real libraries against the fake model."""

import os
import subprocess
import sys

import pytest

from honeyhive import ConfigurationError, HoneyHive
from honeyhive.otel import instrument
from honeyhive_server import LocalServer

from ..conftest import PROXIES
from .fake_model import ANSWER, FakeModel
from .scenario_runner import QUIET
from .scenarios import QUESTION

SETUP = """
import os
from honeyhive import HoneyHive
from honeyhive.otel import instrument

hh, url = HoneyHive(), os.environ["MODEL_URL"]
instrument(hh, LIBRARY)
instrument(hh, LIBRARY)  # no second time
messages = [{"role": "user", "content": QUESTION}]
with hh.session("support-chat"):
    CALL
assert hh.flush(20), hh.stats()
"""
CALLS = {
    "openai": """
    import openai
    with openai.OpenAI(api_key="sk-fake", base_url=f"{url}/v1") as client:
        client.chat.completions.create(model="gpt-4o-mini", messages=messages)
""",
    "anthropic": """
    import anthropic
    with anthropic.Anthropic(api_key="sk-fake", base_url=url) as client:
        client.messages.create(model="claude-3-5-haiku-latest", max_tokens=64, messages=messages)
""",
    "langchain": """
    from langchain_openai import ChatOpenAI
    ChatOpenAI(model="gpt-4o-mini", api_key="sk-fake", base_url=f"{url}/v1").invoke(QUESTION)
""",
    "litellm": """
    import litellm
    litellm.completion(model="openai/gpt-4o-mini", api_key="sk-fake", base_url=f"{url}/v1", messages=messages)
""",
}


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a separate process, because instrumentors patch libraries permanently."""
    kept = {name: text for name, text in os.environ.items() if name.upper() not in PROXIES and name[:3] != "HH_"}
    # Without this variable, LiteLLM would download its table of prices.
    everything = {**kept, **QUIET, "LITELLM_LOCAL_MODEL_COST_MAP": "True", **environment}
    return subprocess.run([sys.executable, "-c", code], env=everything, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("library", CALLS)
def test_one_line_traces_every_call_of_a_library(library: str) -> None:
    code = SETUP.replace("    CALL\n", CALLS[library])
    code = code.replace("LIBRARY", repr(library)).replace("QUESTION", repr(QUESTION))
    with LocalServer() as server, FakeModel() as model:
        done = run(code, HH_API_KEY="hh_test", HH_API_URL=server.url, MODEL_URL=model.url)
        assert done.returncode == 0, done.stderr
        (session,) = server.sessions()
        (event,) = session["children"]

    assert event["event_type"] == "model"
    assert event["children"] == []  # the anthropic package also makes a span for each call
    assert event["metadata"]["prompt_tokens"] >= 19
    assert QUESTION in str(event["inputs"])
    assert ANSWER in str(event["outputs"])
    assert ANSWER in str(session["outputs"])  # the outputs of the root span


def test_anthropic_streams_are_one_event_each_though_the_library_traces_itself() -> None:
    calls = """
    import anthropic
    asked = {"model": "claude-3-5-haiku-latest", "max_tokens": 64, "messages": messages}
    with anthropic.Anthropic(api_key="sk-fake", base_url=url) as client:
        for _ in client.messages.create(**asked, stream=True):
            pass
        with client.messages.stream(**asked) as stream:
            stream.get_final_message()
"""
    code = SETUP.replace("    CALL\n", calls).replace("LIBRARY", "'anthropic'").replace("QUESTION", repr(QUESTION))
    with LocalServer() as server, FakeModel() as model:
        done = run(code, HH_API_KEY="hh_test", HH_API_URL=server.url, MODEL_URL=model.url)
        assert done.returncode == 0, done.stderr
        (session,) = server.sessions()

    found = [(event["event_name"], event["children"]) for event in session["children"]]
    assert found == [("messages.create", []), ("messages.stream", [])]


def test_anthropic_alone_is_traced_by_its_own_spans() -> None:
    code = SETUP.replace("    CALL\n", CALLS["anthropic"]).replace(", LIBRARY", "").replace("QUESTION", repr(QUESTION))
    with LocalServer() as server, FakeModel() as model:
        done = run(code, HH_API_KEY="hh_test", HH_API_URL=server.url, MODEL_URL=model.url)
        assert done.returncode == 0, done.stderr
        (session,) = server.sessions()

    assert [event["event_name"] for event in session["children"]] == ["anthropic.messages.create"]


def test_an_unknown_library_is_an_error_that_names_the_known_ones(hh: HoneyHive) -> None:
    with pytest.raises(ConfigurationError, match="openai, anthropic, langchain, litellm, not 'opanai'"):
        instrument(hh, "opanai")  # type: ignore[arg-type]


def test_without_its_instrumentor_the_error_names_the_extra() -> None:
    code = """
import sys
sys.modules["openinference.instrumentation.litellm"] = None
from honeyhive import HoneyHive
from honeyhive.otel import instrument
try:
    instrument(HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9"), "litellm")
except ImportError as error:
    print(error)
"""
    done = run(code)
    words = "openinference.instrumentation.litellm is missing: pip install 'honeyhive-sdk[litellm]'"
    assert (done.returncode, done.stdout.strip()) == (0, words), done.stderr
