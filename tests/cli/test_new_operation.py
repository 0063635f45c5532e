"""A new operation in the document becomes a command without any other code."""

import subprocess
import sys
from types import ModuleType

from honeyhive_api import index
from honeyhive_api.types import Field, Operation

from honeyhive._cli.operations import descriptions as document

NEW = Operation(
    id="tryIt",
    namespace="events",
    name="try_it",
    method="PATCH",
    path="/v1/things/{thing_id}",
    host="v1",
    deprecated=True,
    replaced_by=("POST /v1/events", "POST /v1/unknown"),
    sunset="2027-03-01",
    fields=(
        Field("thing_id", "thing_id", "path", ("string",), required=True),
        Field("thing_id", "thing_id", "body", ("string",)),
        Field("dateRange", "date_range", "query", ("string",), kind="json"),
        Field("size", "size", "body", ("string",), choices=("small", "large")),
        Field("is_on", "is_on", "body", ("boolean",)),
        Field("count", "count", "body", ("integer",)),
        Field("value", "value", "body", ("string", "number")),
        Field("old", "old", "body", ("array",), deprecated=True, replaced_by=("value",)),
    ),
    body="flat",
)
WORDS = {
    "thing_id": "Its id, once more.",
    "size": "How large.",
    "is_on": "Whether it is on.",
    "count": "How many.",
    "value": "Anything.",
    "old": "As before.",
}
ITEM = {
    "parameters": [{"name": "thing_id", "in": "path", "schema": {"type": "string"}, "description": "Its id."}],
    "patch": {
        "summary": "Try it.",
        "parameters": [{"name": "dateRange", "in": "query", "schema": {"description": "When."}}],
        "requestBody": {
            "content": {
                "application/json": {
                    "schema": {"properties": {key: {"description": words} for key, words in WORDS.items()}}
                }
            }
        },
    },
}
HELP = """\
Usage: honeyhive events try-it [FLAGS] [THING_ID]

  Try it.

  Deprecated: use honeyhive events create or POST /v1/unknown; it goes away on
  2027-03-01.

  Example:
    honeyhive events try-it THING_ID

  Sends PATCH /v1/things/{thing_id} to https://api.dp1.us.honeyhive.ai, or to
  the server of --base-url, without a key.

Options:
  --thing-id STRING            Its id. [required]
  --date-range JSON            When.
  --size [small|large]         How large.
  --is-on / --no-is-on         Whether it is on.
  --count NUMBER               How many.
  --value JSON                 Anything.
  --old JSON                   As before. [deprecated: use --value]
"""


def add() -> None:
    """Add the operation to the index, as the generator would."""
    module = ModuleType("honeyhive_api.api.events.try_it")
    module.__dict__["OPERATION"] = NEW
    sys.modules[module.__name__] = module
    index.INDEX[NEW.id] = index.Entry("events.try_it", f"PATCH {NEW.path}", "events.try_it")
    document.read_document()["paths"][NEW.path] = ITEM


def test_an_operation_added_to_the_index_is_a_command() -> None:
    code = (
        "import sys\n"
        "from tests.cli.test_new_operation import add\n"
        "add()\n"
        "sys.argv = ['honeyhive', 'events', 'try-it', '--help']\n"
        "from honeyhive._cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(HELP)
