# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Validation of base URLs: http(s)://host[:port][/prefix], and plain http only to loopback addresses."""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final

from .errors import ConfigurationError

# Without labels and IGNORECASE, which double the time of the compilation; the first client of a process waits for it.
_FORM: Final = re.compile(
    r"(?P<scheme>[A-Za-z]+)://(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<name>[\w.-]+))"
    r"(?::(?P<port>[0-9]{1,5}))?(?:/[\w.~%!$&'()*+,;=:@/-]*)?",
    re.ASCII,
)
_LONGEST_LABEL: Final = 63


def check_base_url(url: object, source: str, *, allow_http: bool) -> str:
    """Return the URL without a trailing slash. Raises ConfigurationError with ``source`` in its message."""
    if not isinstance(url, str):
        raise ConfigurationError(f"must be a str, not {type(url).__name__}", argument=source)
    form = _FORM.fullmatch(url)
    if form is None or not _is_valid_authority(form):
        raise ConfigurationError(_fault(url), argument=source)
    if form["scheme"].lower() == "http" and not allow_http and not _is_loopback(form):
        raise ConfigurationError(
            "is plain http to another machine, which exposes the key to the network",
            argument=source,
            hint="use https, or pass {allow_http=True} or set HH_ALLOW_HTTP=true",
        )
    return url.rstrip("/")


def _is_valid_authority(form: re.Match[str]) -> bool:
    if form["scheme"].lower() not in ("http", "https"):
        return False
    try:
        if form["v6"] is not None:
            IPv6Address(form["v6"])
        elif re.fullmatch(r"[0-9.]+", form["name"]):
            IPv4Address(form["name"])
        elif not all(_is_label(label) for label in form["name"].removesuffix(".").split(".")):
            return False
    except AddressValueError:
        return False
    return form["port"] is None or 0 < int(form["port"]) < 65536


def _is_label(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_LABEL and text[0] != "-" != text[-1]


def _is_loopback(form: re.Match[str]) -> bool:
    if form["v6"] is not None:
        return IPv6Address(form["v6"]) == IPv6Address("::1")
    name = form["name"].lower()
    return name == "localhost" or (re.fullmatch(r"[0-9.]+", name) is not None and IPv4Address(name).is_loopback)


def _fault(url: str) -> str:
    """Return the fault of a URL, without the URL itself, which may contain a password; None if it is valid."""
    scheme, separator, rest = url.partition("://")
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    faults = (
        (not url, "is empty"),
        (re.search(r"[\s\x00-\x1f\x7f]", url), "contains whitespace or a control character"),
        (not separator or scheme.lower() not in ("http", "https"), "must begin with https:// or http://"),
        ("@" in authority, "must not contain a user name or password"),
        ("?" in rest, "must not have a query"),
        ("#" in rest, "must not have a fragment"),
        (not authority or authority.startswith(":"), "has no host"),
    )
    return next(
        (text for found, text in faults if found), "is not a valid URL of the form https://host[:port][/prefix]"
    )
