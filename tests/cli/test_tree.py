"""The tree of commands: complete, recorded, and fast to load."""

import re
import subprocess
import sys
from pathlib import Path

import click
from honeyhive_api.connection import HOSTS
from honeyhive_api.namespaces import SyncNamespaces

from generator.cli_page import EVERYWHERE, walk
from honeyhive._cli.operations.commands import NO_COMMAND
from honeyhive._cli.operations.flags import flag, flag_fields, flag_name
from honeyhive._cli.program import NAMESPACE_TOOLS, namespaces
from honeyhive._cli.terminal.connection_settings import BASE_URL, HOST_URLS, KEYS
from honeyhive._cli.terminal.global_flags import global_flags
from honeyhive._core.key_kinds import PROJECT, SPECIAL
from tests.rows import OPERATIONS

from .conftest import Run

# The flags of `sessions create` with their types, including fields that were added to the API later.
SEED = {
    "--children-ids": "json",
    "--config": "json",
    "--duration": "number",
    "--end-time": "number",
    "--event-name": "string",
    "--inputs": "json",
    "--metadata": "json",
    "--outputs": "json",
    "--session-id": "string",
    "--session-name": "string",
    "--source": "string",
    "--start-time": "number",
    "--user-properties": "json",
}


def test_every_operation_is_a_command_or_has_a_reason() -> None:
    paths = {ctx.command_path for ctx in walk()}
    expected = {
        f"honeyhive {one.namespace} {one.name}".replace("_", "-")
        for one in OPERATIONS.values()
        if one.id not in NO_COMMAND
    }

    assert expected <= paths
    assert NO_COMMAND.keys() <= OPERATIONS.keys()
    assert all(NO_COMMAND.values())


def test_the_namespaces_of_the_root_are_those_of_the_table() -> None:
    assert namespaces().keys() == {one.namespace for one in OPERATIONS.values()}
    assert all(hasattr(SyncNamespaces, name) for name in NAMESPACE_TOOLS)


def test_sessions_create_has_the_flags_of_the_seed() -> None:
    fields = flag_fields(OPERATIONS["createSession"])
    types = {opts: one.metavar for one in map(flag, fields) for opts in one.opts}

    assert {name: str(text).lower() for name, text in types.items()} == SEED
    assert not any(field.required for field in fields)


def test_no_flag_of_an_operation_hides_a_global_one() -> None:
    taken = {name for one in global_flags() for name in one.opts}
    taken |= {"--filename", "--dry-run", "--show-file-schema", "--show-argument-schema", "--help", "--version"}

    for operation in OPERATIONS.values():
        flags = [name for field in flag_fields(operation) for name in flag(field).opts]
        assert len(flags) == len(set(flags)), operation.id
        assert not taken & set(flags), operation.id


def test_no_two_flags_of_a_command_share_a_name() -> None:
    for ctx in walk():
        names = [one.name for one in ctx.command.params]
        assert len(names) == len(set(names)), ctx.command_path


def test_flags_are_kebab_case() -> None:
    assert [flag_name(key) for key in ("dateRange", "groupBy", "session_id", "run_ids[]", "someURLPath")] == [
        "date-range",
        "group-by",
        "session-id",
        "run-ids",
        "some-url-path",
    ]


def test_the_variables_named_are_those_the_library_reads() -> None:
    assert {one.argument: one.variables for one in KEYS} == {
        kind.argument: kind.variables for kind in (PROJECT, *SPECIAL)
    }
    read = {host: row.variables for host, row in HOSTS.items()}
    assert {host: one.variables for host, one in HOST_URLS.items()} == read
    assert BASE_URL.variables == ("HH_API_URL",)


def test_every_command_and_flag_is_described() -> None:
    for ctx in walk():
        assert ctx.command.help, ctx.command_path
        for one in ctx.command.params:
            assert not isinstance(one, click.Option) or one.help, f"{ctx.command_path} {one.name}"


def test_the_page_describes_every_flag_that_a_process_prints(run: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text()
    section = page.partition("\n#### `honeyhive events update`\n")[2].partition("\n#### ")[0]
    result = run("events", "update", "--help")

    assert (result.code, result.err) == (0, "")
    flags = set(re.findall(r"^  (--[a-z-]+)(?:  | [A-Z])", result.out, flags=re.MULTILINE))
    described = {flag for flag in flags if f"`{flag}`" in section}
    assert flags - described == {f"--{name.replace('_', '-')}" for name in EVERYWHERE if name != "filename"}
    assert all(f"`{flag}" in page for flag in flags)


def test_help_loads_nothing_heavy() -> None:
    loaded = _loaded_for_help("from honeyhive._cli import main")
    bare = _loaded_for_help("import click", "main = click.Command('bare', params=[click.Option(['--name'])])")

    assert not loaded & {"httpx", "rich", "yaml", "attrs", "asyncio", "honeyhive_server"}
    assert not (loaded - bare) & {"pathlib", "urllib.parse", "tempfile", "subprocess", "json", "dataclasses", "difflib"}
    assert not any(name.startswith("honeyhive_api.api") for name in loaded)


def _loaded_for_help(*lines: str) -> set[str]:
    """Return the modules that a process has loaded when its main() has printed the help."""
    code = (
        "import atexit, sys",
        "atexit.register(lambda: print(*sys.modules))",
        "sys.argv = ['honeyhive', '--help']",
        *lines,
        "main()",
    )
    child = subprocess.run(
        [sys.executable, "-c", "\n".join(code)], capture_output=True, text=True, check=True, timeout=60
    )
    return set(child.stdout.splitlines()[-1].split())


def test_the_library_does_not_load_click() -> None:
    code = "import sys, honeyhive; assert 'click' not in sys.modules"

    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
