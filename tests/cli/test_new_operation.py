"""An operation that the document gets tomorrow: its row in the table is all that its command needs."""

import subprocess
import sys

from honeyhive_api.types import Field, Operation

NEW = Operation(
    id="tryIt",
    namespace="events",
    name="try_it",
    method="PATCH",
    path="/v1/things/{thing_id}",
    host="v1",
    summary="Try it.",
    deprecated=True,
    replaced_by=("POST /v1/events", "POST /v1/unknown"),
    fields=(
        Field("thing_id", "thing_id", "path", ("string",), required=True, description="Its id."),
        Field("thing_id", "thing_id", "body", ("string",), description="Its id, once more."),
        Field("dateRange", "date_range", "query", ("string",), kind="json", description="When."),
        Field("size", "size", "body", ("string",), choices=("small", "large"), description="How large."),
        Field("is_on", "is_on", "body", ("boolean",), description="Whether it is on."),
        Field("count", "count", "body", ("integer",), description="How many."),
        Field("value", "value", "body", ("string", "number"), description="Anything."),
        Field("old", "old", "body", ("array",), deprecated=True, replaced_by=("value",), description="As before."),
    ),
    body="flat",
)
HELP = """\
Usage: honeyhive events try-it [FLAGS]

  Try it.

  Deprecated: use honeyhive events create or POST /v1/unknown.

  Calls PATCH /v1/things/{thing_id} on the host v1.

Options:
  --thing-id STRING            Its id. [required]
  --date-range JSON            When.
  --size [small|large]         How large.
  --is-on / --no-is-on         Whether it is on.
  --count NUMBER               How many.
  --value JSON                 Anything.
  --old JSON                   As before. [deprecated: use --value]
"""


def test_a_new_row_is_a_new_command() -> None:
    code = (
        "import sys\n"
        "from honeyhive_api import operations\n"
        "from tests.cli.test_new_operation import NEW\n"
        "operations.OPERATIONS[NEW.id] = NEW\n"
        "sys.argv = ['honeyhive', 'events', 'try-it', '--help']\n"
        "from honeyhive.cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(HELP)
