"""Runs the examples without a network, with a fake model and a local HoneyHive server on loopback.

``python offline.py openai_example`` shows the stored sessions; without a name, those of all three examples. It needs::

    pip install 'honeyhive-sdk[server,otel]' openai openinference-instrumentation-openai
    pip install langchain-openai openinference-instrumentation-langchain
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from model import Model

from honeyhive_server import LocalServer

HERE = Path(__file__).parent
EXAMPLES = ("openai_example", "langchain_example", "spans_example")


def show(event: dict[str, Any], depth: int = 0) -> None:
    """Print the tree of a session."""
    tokens = event.get("metadata", {}).get("total_tokens")
    print(f"{'  ' * depth}{event['event_type']}: {event['event_name']}{f'  {tokens} tokens' if tokens else ''}")
    for child in sorted(event["children"], key=lambda child: float(child["start_time"])):
        show(child, depth + 1)


def main() -> None:
    """Run the named examples, or all."""
    for name in sys.argv[1:] or EXAMPLES:
        with LocalServer() as server, Model() as model:
            variables = {"HH_API_KEY": "hh_offline", "HH_API_URL": server.url, "LANGSMITH_TRACING": "false"}
            variables |= {"OPENAI_API_KEY": "sk-offline", "OPENAI_BASE_URL": model.url}
            subprocess.run([sys.executable, HERE / f"{name}.py"], env={**os.environ, **variables}, check=True)
            for session in server.sessions():
                show(session)


if __name__ == "__main__":
    main()
