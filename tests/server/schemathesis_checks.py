"""Requests that schemathesis generates from openapi.yaml, and its checks of the responses.

`tests/server/test_schemathesis.py` sends few requests; `python -m tests.server.schemathesis_checks` sends many.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import Failure, FailureGroup

from honeyhive_server import LocalServer
from honeyhive_server.api import not_implemented
from honeyhive_server.api.handlers import HANDLERS
from tests.postgresql import Cluster, programs

DOCUMENT = Path(__file__).parents[2] / "openapi.yaml"
# Number of requests that the long form makes for each operation, of each kind.
LONG = 60
KEY = {"Authorization": "Bearer hh_test"}

ABSENT = {operation for operation, handler in HANDLERS.items() if handler.__module__ == not_implemented.__name__}
PARTLY = {"queryChart": "the local server computes three of the kinds of charts; the other kinds answer 501"}
EXCLUDED = {
    "ignored_auth": "any key is accepted without --require-key; tests/server/test_auth.py has the other case",
    "negative_data_rejection": "the service tolerates much that its document does not allow, and reports it as lint",
}
# Requests that the server rejects although they fit the schema, because no schema can express the rule.
REFUSED = {
    r"is empty or contains control characters$": "an id in a path that no log could show",
    r"^session_id: not a UUID$": "the v1 batch accepts only UUIDs, but shares its path with a route for any string",
    r"^not a field: ": "a filter must name a field",
    r"not an ISO 8601 time: |: not a (boolean|number): |needs a value$": "a value must fit the type of its filter",
    r"needs model_name or event_name$": "a model event needs one of two names, of which one is deprecated",
    r": not JSON: ": "a parameter whose schema is a string contains the JSON of an object",
    r"^type: COMPOSITE metrics are not supported$": "the document has this type, and the server does not compute it",
    r"^date_range(\.timezone: not an IANA time zone|: start_time is not before end_time|: choose a range within)": (
        "no schema can compare two times or knows the names of time zones"
    ),
    r"^query\.(measures: pass only one measure|split_by: a categorical chart|bucket\.max_points: the range)": (
        "the document describes the kinds of charts in words only"
    ),
    r"an LLM metric needs ": "what a metric needs depends on its type",
    r"^(session_id|event_id|project|name): longer than 1000 bytes": "an id or a name that no index can hold",
    r"^name: needs a letter or digit|^slug: only letters": "which characters a name or slug may have",
    r"^expires_at: (must be in the future|not an ISO 8601 time)": "a key that has expired opens nothing",
    r"^data\.\d+: history must be a list of messages": "the document has no schema of a history",
    r"^filters\.\d+[.:]": "the document has no schema of the filters of datapoints, which are those of events",
    r"^run_id: empty or longer than 500 characters$": "an id that no index can hold",
    r" is not (of type|one of) ": "a key that only responses declare, with a value that no response allows",
    r"nested|recursion|is not JSON that can be stored": "deeper than the parsers of JSON go",
}


def implemented() -> list[Any]:
    """Return the operations that the server implements, as schemathesis sees them."""
    load_all_checks()
    schema = schemathesis.openapi.from_path(DOCUMENT).include(operation_id=sorted(HANDLERS))
    return [result.ok() for result in schema.get_all_operations()]


def judge(case: Any, url: str) -> None:
    """Send the request and raise the failures of its response."""
    check(case, case.call(base_url=url, headers=KEY))


def check(case: Any, answer: Any) -> None:
    """Raise the failures of a response, except the excluded ones above."""
    try:
        case.validate_response(answer, excluded_checks=[CHECKS.get_one(name) for name in EXCLUDED])
    except (Failure, FailureGroup) as found:
        failures = found.exceptions if isinstance(found, FailureGroup) else [found]
        operation = case.operation.definition.raw["operationId"]
        if not all(_is_documented(operation, failure, answer) for failure in failures):
            raise


def _is_documented(operation: str, failure: BaseException, answer: Any) -> bool:
    """Return True if a rejection is intended: its rule fits no schema, or the operation is not implemented."""
    if answer.status_code == 501:
        return operation in ABSENT | PARTLY.keys() and type(failure).__name__ == "ServerError"
    if type(failure).__name__ != "RejectedPositiveData" or answer.status_code != 400:
        return False
    return any(re.search(pattern, answer.json()["message"]) for pattern in REFUSED)


def judge_many(operation: Any, url: str, examples: int) -> None:
    """Check a number of requests that fit the schema, and as many that do not. Each run sends the same requests."""
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

        @settings(
            max_examples=examples,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def run(case: Any) -> None:
            judge(case, url)

        run()


def judge_links(url: str, examples: int, steps: int) -> None:
    """Check a number of walks along the document's links. Each walk has `steps` requests."""
    load_all_checks()
    # Schemathesis also infers links from an older route to the route of a project, but the older one names no project.
    schema = schemathesis.openapi.from_path(DOCUMENT).include(operation_id=sorted(HANDLERS))
    schema = schema.exclude(path_regex=r"^/v1/projects/\{project_id\}/")

    class Walk(schema.as_state_machine()):
        def get_call_kwargs(self, case: Any) -> dict[str, Any]:
            return {"base_url": url, "headers": KEY}

        def validate_response(self, response: Any, case: Any, **_: Any) -> None:
            check(case, response)

    options = settings(
        max_examples=examples,
        stateful_step_count=steps,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    Walk.run(settings=options)


def main() -> None:
    """Print a line for each operation and engine, and exit with 1 if one failed."""
    with tempfile.TemporaryDirectory(prefix="honeyhive-pg-") as folder:
        verdicts = [_long("sqlite", str(Path(folder, "h.db")))]
        if programs() is None:
            print("--   postgresql: not installed")
        else:
            cluster = Cluster(Path(folder), "fsync=off")
            cluster.create()
            cluster.start()
            verdicts.append(_long("postgresql", cluster.url))
            cluster.stop()
    sys.exit(0 if all(verdicts) else 1)


def _long(engine: str, database: str) -> bool:
    with LocalServer(database=database) as server:
        verdicts = [
            _said(f"{engine}: {operation.label}", lambda: judge_many(operation, server.url, LONG))  # noqa: B023
            for operation in implemented()
        ]
        verdicts.append(_said(f"{engine}: links", lambda: judge_links(server.url, LONG // 2, 10)))
        print(f"     {engine}: {len(server.requests)} requests, {len(server.violations)} answers against the document")
        return all(verdicts) and not server.violations


def _said(what: str, run: Callable[[], None]) -> bool:
    try:
        run()
    except (Failure, FailureGroup) as found:
        failures = found.exceptions if isinstance(found, FailureGroup) else [found]
        print(f"FAIL {what}:", *failures, sep="\n", flush=True)
        return False
    print(f"ok   {what}", flush=True)
    return True


if __name__ == "__main__":
    main()
