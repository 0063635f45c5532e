"""`honeyhive doctor`: what this machine sends where and with which key, and whether it gets there."""

import os
import platform
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click
from honeyhive_api.connection import HOSTS

from honeyhive import APIStatusError, ConfigurationError, HoneyHiveError, NotFoundError, __version__

from ..connection import connected
from ..terminal.failures import described
from ..terminal.global_flags import BASE_URL, HOST_URLS, KEYS, Setting, as_flags, client_arguments, given, global_flags
from ..terminal.key_mask import masked
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show

_SKEW_ALLOWED = 5.0
_PROBE_TIMEOUT = 5.0


class Finding(NamedTuple):
    """One line of the report."""

    state: str
    """ok, warning or failure."""
    subject: str
    text: str
    advice: str = ""


@click.command(params=global_flags(hidden=True), context_settings=CONTEXT)
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Check keys, hosts, reachability and clock, and say what to do.

    Sends one request without a key to each host, and one search that reads a single event. Exits with 1 if
    something has to be done.
    """
    findings = []
    as_words = given(ctx).get("output", "table") == "table"
    for finding in _findings(ctx):
        findings.append(finding)
        if as_words:
            click.echo(_line(finding))
    if not as_words:
        show(ctx, [finding._asdict() for finding in findings])
    ctx.exit(1 if any(finding.state == "failure" for finding in findings) else 0)


def _findings(ctx: click.Context) -> Iterator[Finding]:
    yield Finding("ok", "version", f"honeyhive {__version__}, Python {platform.python_version()}, {platform.system()}")
    yield from _keys(ctx)
    yield from _spool()
    try:
        with connected(ctx, max_retries=0):
            pass
    except ConfigurationError as error:
        yield Finding("failure", "settings", as_flags(str(error)), "correct the setting named here")
        return
    for host in HOSTS:
        yield from _host(ctx, host)
    yield _access(ctx)


def _keys(ctx: click.Context) -> Iterator[Finding]:
    for key in KEYS:
        value, source = _source(ctx, key)
        if value is not None:
            yield Finding("ok", key.argument.replace("_", " "), f"{masked(value)} from {source}")


def _spool() -> Iterator[Finding]:
    """What waits on disk, where a spool is set."""
    path = os.environ.get("HH_SPOOL")
    if not path:
        return
    if not Path(path).expanduser().exists():
        yield Finding("ok", "spool", f"{path} from HH_SPOOL, made by the first client")
        return
    from honeyhive.tracing import spool_status

    try:
        found = spool_status(Path(path).expanduser())
    except ConfigurationError as error:
        yield Finding("failure", "spool", str(error), "without it, no client with this setting can be made")
        return
    text = f"{path} from HH_SPOOL: {found.waiting} wait, {found.left_behind} of them of processes that have ended"
    if found.damaged or found.kept_aside:
        text += f", {found.damaged + found.kept_aside} damaged"
    if found.left_behind:
        yield Finding("warning", "spool", text, "deliver them: honeyhive spool flush")
    else:
        yield Finding("ok", "spool", text)


def _source(ctx: click.Context, setting: Setting) -> tuple[str | None, str]:
    """The value of a setting and where it comes from: its flag, or the first of its variables that is not empty."""
    if setting.argument in given(ctx):
        return given(ctx)[setting.argument], setting.flag
    variable = next((name for name in setting.variables if os.environ.get(name)), None)
    return (os.environ[variable], variable) if variable else (None, "")


def _host(ctx: click.Context, host: str) -> Iterator[Finding]:
    from ..recording import base_url, probe

    url = base_url(host, client_arguments(ctx))
    yield Finding("ok", f"host {host}", f"{url} from {_why(ctx, host)}")
    try:
        answer = probe(url, _PROBE_TIMEOUT)
    except OSError as error:
        advice = "check the URL, the network, HTTPS_PROXY and NO_PROXY"
        if find_spec("uvicorn"):  # the extra of the server is installed
            advice += "; for a local server, start it: honeyhive serve"
        yield Finding("failure", f"reach {host}", f"no answer from {url}: {error}", advice)
        return
    yield Finding("ok", f"reach {host}", f"answers after {answer.seconds * 1000:.0f} ms")
    if answer.skew is None:
        yield Finding("warning", f"clock {host}", "the host tells no time", "compare this machine's clock by hand")
    elif abs(answer.skew) > _SKEW_ALLOWED:
        text = f"this machine is {abs(answer.skew):.0f} s {'ahead' if answer.skew > 0 else 'behind'}"
        yield Finding("warning", f"clock {host}", text, "set the clock, else events lie at the wrong time")
    else:
        yield Finding("ok", f"clock {host}", f"agrees within {_SKEW_ALLOWED:.0f} s")


def _why(ctx: click.Context, host: str) -> str:
    """Where the URL of a host comes from, in the order in which the client looks."""
    own = HOST_URLS.get(host)
    settings = [*([own] if own else []), BASE_URL]
    flags = [setting.flag for setting in settings if setting.argument in given(ctx)]
    variables = [name for setting in settings for name in setting.variables if os.environ.get(name)]
    return next(iter([*flags, *variables]), "the document")


def _access(ctx: click.Context) -> Finding:
    """Whether a key opens the one read that costs least."""
    try:
        with connected(ctx, max_retries=0, timeout=_PROBE_TIMEOUT) as client:
            client.events.search(limit=1)
    except ConfigurationError as error:
        return Finding("warning", "access", as_flags(str(error)), "reading needs a project key; writing works without")
    except NotFoundError as error:
        return Finding("failure", "access", described(error), "a wrong, revoked or expired key is answered like this")
    except APIStatusError as error:
        advice = "set the key of this host" if error.status in (401, 403) else "try again later, or ask the support"
        return Finding("failure", "access", described(error), advice)
    except HoneyHiveError as error:
        return Finding("failure", "access", described(error), "correct what is named above first")
    return Finding("ok", "access", "the key may read events")


def _line(finding: Finding) -> str:
    advice = f" -> {finding.advice}" if finding.advice else ""
    return f"{finding.state:<8} {finding.subject:<20} {finding.text}{advice}"
