"""E-mail and IP addresses inside of a string."""

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final

from .account_numbers import Place
from .search_time import Look, matches

# The part before the @ is matched backwards, from the @ on.
_LOCAL: Final = re.compile(r"[\w.!#$%*+^~\-]+(?:'[\w.\-]+)?")
_DOMAIN: Final = re.compile(r"(?:[\w\-]+\.)+(?:[^\W\d_]{2,}|xn--[\w\-]+)|\[[0-9A-Fa-f:.IPv]{3,50}\]")
_VERSION: Final = re.compile(r"v?[0-9]+\.[0-9]+")
_QUOTED: Final = re.compile(r'"[^"\n]{1,64}"')

_IPV4: Final = re.compile(r"(?<![0-9A-Za-z.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9A-Za-z]|\.[0-9])")
_BEFORE_A_VERSION: Final = re.compile(
    r"(?:\bv(?:er|ersion|ersions)?\.?|\bbuild|\brelease)[\"']?[ :=]{0,3}[\"']?\Z|[A-Za-z]/\Z|[=<>~!^]=[ ]?\Z|[~^]\Z",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 16
_IPV6: Final = re.compile(r"(?:(?<![0-9A-Za-z:.])|(?<=[G-Zg-z]:)(?!:))[0-9A-Fa-f:][0-9A-Fa-f:.]{2,45}(?![0-9A-Za-z:.])")
FEWEST_COLONS: Final = 2
"""Every IPv6 address has at least this many colons."""
_IN_USE: Final = re.compile(r"f[cdef]|.*[0-9]", re.IGNORECASE)
_OWN: Final = frozenset({"127.0.0.1", "0.0.0.0", "255.255.255.255", "::1", "::"})


def find_emails(text: str, look: Look) -> Iterator[Place]:
    """Yield the e-mail addresses. Each search begins at an @ sign, so that no part of the string is read often."""
    end, at = 0, text.find("@")
    while at >= 0:
        look()
        domain = _DOMAIN.match(text, at + 1)
        if domain is not None and _VERSION.match(domain[0]) is None:
            start = _local_start(text, end, at)
            if start < at:
                end = domain.end()
                yield start, end
        end = max(end, at + 1)
        at = text.find("@", at + 1)


def _local_start(text: str, first: int, at: int) -> int:
    before = text[first:at][::-1]
    found = _LOCAL.match(before) or _QUOTED.match(before)
    return at - found.end() if found else at


def find_ips(text: str, look: Look) -> Iterator[Place]:
    """Yield the IPv4 and IPv6 addresses, except the machine's own addresses and likely version numbers."""
    if "." in text:
        for found in matches(_IPV4, text, look):
            before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
            if found[0] not in _OWN and _is_ipv4(found[0]) and _BEFORE_A_VERSION.search(before) is None:
                yield found.span()
    if text.count(":") >= FEWEST_COLONS:
        for found in matches(_IPV6, text, look):
            token = found[0].rstrip(".")
            token = token if token.endswith("::") else token.rstrip(":")
            if token.count(":") >= FEWEST_COLONS and token not in _OWN and _is_ipv6(token):
                yield found.start(), found.start() + len(token)


def _is_ipv4(text: str) -> bool:
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True


def _is_ipv6(text: str) -> bool:
    """Return True for an address that could be in use; ``a::b`` is rather a name in a program."""
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return _IN_USE.match(text) is not None
