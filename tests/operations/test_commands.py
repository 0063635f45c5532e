"""Each operation as a command: its flags come from the document's examples; request and output fit the document."""

import json
from typing import Any

import pytest
from click.testing import CliRunner
from honeyhive_api.types import Field

from honeyhive._cli.operations.flags import flag_fields, flag_name
from honeyhive._cli.program import program

from .conftest import HOSTS, KEYS, Script
from .test_every_operation import Case, argument, cases, check_body, check_query, success


def flags(case: Case) -> list[str]:
    """Return the command line of a case, without the program name."""
    operation = case.operation
    words = [operation.namespace.replace("_", "-"), operation.name.replace("_", "-")]
    for field in flag_fields(operation):
        if field.location != "body":
            words += flag(field, argument(case, field))
        elif field.name in case.body:
            words += flag(field, case.body[field.name])
    return words


def flag(field: Field, value: Any) -> list[str]:
    name = flag_name(field.name)
    if field.types == ("boolean",):
        return [f"--{name}" if value else f"--no-{name}"]
    return [f"--{name}", value if isinstance(value, str) and field.kind != "json" else json.dumps(value)]


@pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")
@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_the_command_sends_and_prints_what_the_document_says(case: Case, script: Script) -> None:
    status, example, _ = success(case)
    script.answer = lambda _: (status, example)
    settings = script.settings()
    environment = {f"HH_{host.upper()}_URL": settings[f"{host}_url"] for host in HOSTS}
    environment["HH_API_KEY"] = KEYS["projectKey"]
    for kind in ("ingestion", "data_plane", "control_plane"):
        environment[f"HH_{kind.upper()}_API_KEY"] = settings[f"{kind}_api_key"]

    done = CliRunner().invoke(program(), flags(case), env=environment)

    assert done.exit_code == 0, done.output
    (asked,) = script.asked
    assert (asked.method, asked.host) == (case.operation.method, case.operation.host)
    assert asked.key == KEYS[case.operation.security[0]]
    check_query(case, asked)
    check_body(case, asked)
    assert (json.loads(done.stdout) if done.stdout else None) == example
