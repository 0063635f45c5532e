"""`honeyhive doctor`: checks of keys, hosts, network and clock."""

import os
import platform
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click
from honeyhive_api.connection import HOSTS

from honeyhive import APIStatusError, ConfigurationError, HoneyHiveError, NotFoundError, __version__

from ..._vendor.side_by_side import REPAIR, vendor_version
from ..connection import connected
from ..terminal.client_settings import allow_http_of, client_arguments, profile_of, setting_of, url_of
from ..terminal.connection_settings import KEYS
from ..terminal.failures import described, in_flags
from ..terminal.global_flags import given, global_flags
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
    """Check keys, hosts, network and clock.

    Example: honeyhive doctor

    Sends one request without a key to each host, and one search for a single event. Each problem is printed with its
    remedy. Exits with 1 if there is a failure.
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
    yield from _packages()
    try:
        yield from _settings(ctx)
    except click.UsageError as error:
        yield Finding("failure", "profile", error.format_message(), "correct the file, or choose another --profile")
        return
    yield from _spool()
    try:
        with connected(ctx, max_retries=0):
            pass
    except ConfigurationError as error:
        yield Finding("failure", "settings", in_flags(error), "correct this setting")
        return
    for host in HOSTS:
        yield from _host(ctx, host)
    yield _access(ctx)


def _packages() -> Iterator[Finding]:
    """Yield a failure if the vendor's package is installed too."""
    found = vendor_version()
    if found is not None:
        text = f"honeyhive {found}, the vendor's package, is installed too, and shares files with honeyhive-sdk"
        yield Finding("failure", "packages", text, f"run {REPAIR}")


def _settings(ctx: click.Context) -> Iterator[Finding]:
    """Yield the profile, the masked keys and the permission for plain http, each with its source."""
    profile = profile_of(ctx)
    if profile:
        yield Finding("ok", "profile", f"{profile.name} from {profile.source}")
    for key in KEYS:
        if found := setting_of(ctx, key):
            yield Finding("ok", key.argument.replace("_", " "), f"{masked(found.value)} from {found.source}")
    if allowed := allow_http_of(ctx):
        yield Finding("ok", "allow http", f"{str(allowed.value).lower()} from {allowed.source}")


def _spool() -> Iterator[Finding]:
    """Yield the events that wait on disk, if HH_SPOOL is set."""
    path = os.environ.get("HH_SPOOL")
    if not path:
        return
    if not Path(path).expanduser().exists():
        yield Finding("ok", "spool", f"{path} from HH_SPOOL does not exist yet; the first client creates it")
        return
    from honeyhive.tracing import spool_status

    try:
        found = spool_status(Path(path).expanduser())
    except ConfigurationError as error:
        yield Finding("failure", "spool", str(error), "correct HH_SPOOL, or events wait in memory only")
        return
    text = f"{path} from HH_SPOOL: {found.waiting} events wait, {found.left_behind} of them from ended processes"
    if found.damaged or found.kept_aside:
        text += f", {found.damaged + found.kept_aside} damaged"
    if found.left_behind:
        yield Finding("warning", "spool", text, "run honeyhive spool flush to deliver them")
    else:
        yield Finding("ok", "spool", text)


def _host(ctx: click.Context, host: str) -> Iterator[Finding]:
    from ..recording import base_url, probe

    url = base_url(host, client_arguments(ctx))
    chosen = url_of(ctx, host)
    yield Finding("ok", f"host {host}", f"{url} from {chosen.source if chosen else 'the API document'}")
    try:
        answer = probe(url, _PROBE_TIMEOUT)
    except OSError as error:
        advice = "check the URL, the network, HTTPS_PROXY and NO_PROXY"
        if find_spec("uvicorn"):  # the extra `server` is installed
            advice += "; start a local server with honeyhive serve"
        yield Finding("failure", f"reach {host}", f"no response from {url}: {error}", advice)
        return
    yield Finding("ok", f"reach {host}", f"responded after {answer.seconds * 1000:.0f} ms")
    if answer.skew is None:
        yield Finding(
            "warning", f"clock {host}", "the host sent no Date header", "compare this machine's clock with another"
        )
    elif abs(answer.skew) > _SKEW_ALLOWED:
        text = f"this machine's clock is {abs(answer.skew):.0f} s {'ahead' if answer.skew > 0 else 'behind'}"
        yield Finding("warning", f"clock {host}", text, "fix the clock, or events get wrong timestamps")
    else:
        yield Finding("ok", f"clock {host}", f"agrees within {_SKEW_ALLOWED:.0f} s")


def _access(ctx: click.Context) -> Finding:
    """Read a single event, the cheapest request that needs a key."""
    try:
        with connected(ctx, max_retries=0, timeout=_PROBE_TIMEOUT) as client:
            client.events.search(limit=1)
    except ConfigurationError as error:
        return Finding(
            "warning", "access", in_flags(error), "set a project key to read events; an ingestion key can only write"
        )
    except NotFoundError as error:
        return Finding(
            "failure",
            "access",
            described(error),
            "check the key: the API answers 404 for a wrong, revoked or expired key",
        )
    except APIStatusError as error:
        advice = "set the key of this host" if error.status in (401, 403) else "try again later, or contact support"
        return Finding("failure", "access", described(error), advice)
    except HoneyHiveError as error:
        return Finding("failure", "access", described(error), "correct the failure above first")
    return Finding("ok", "access", "the key can read events")


def _line(finding: Finding) -> str:
    advice = f" -> {finding.advice}" if finding.advice else ""
    return f"{finding.state:<8} {finding.subject:<20} {finding.text}{advice}"
