"""Bearer tokens, keys of providers, private keys and passwords of URLs inside of a string."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from .account_numbers import Place
from .search_time import Look, matches

_KEY: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?P<common>(?:sk|pk|rk|ak)[\-_][\w\-]{16,}|hh_[\w\-]{12,}|github_pat_\w{20,}|glpat-[\w\-]{16,}"
    r"|xox[a-z]-[\w\-]{10,}|xapp-[\w\-]{10,}|hf_[A-Za-z0-9]{20,}|gsk_\w{20,}|xai-[\w\-]{20,}|r8_\w{20,}"
    r"|pplx-\w{20,}|nvapi-[\w\-]{20,}|npm_\w{20,}|pypi-[\w\-]{20,}|lsv2_\w{20,}|tvly-[\w\-]{16,}|gh[pousr]_\w{20,}"
    r"|shp[a-z]{2}_\w{20,}|dop_v1_\w{20,})"
    r"|(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|AIza[\w\-]{30,}|ya29\.[\w\-]{16,}|SG\.[\w\-]{16,}\.[\w\-]{16,}"
    r"|(?<![\w\-])eyJ[\w\-]{8,}\.[\w\-]{8,}(?:\.[\w\-]*)*"
    r"|(?i:bearer|basic)\s{1,4}(?P<token>[A-Za-z0-9._~+/=\-]{8,})"
    r")"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:(?!-----END)[\s\S])*+(?:-----END[A-Z ]{0,40}-----)?"
    r"|(?<=://)[^\s/:@\"']{0,100}:(?P<password>[^\s/@\"']{1,200})(?=@)"
)
_DIGIT: Final = re.compile("[0-9]")
_LONG_TOKEN: Final = 20
_PASSWORD_BEGINS: Final = re.compile(r"://[^\s/]+@")

# Each is tried only if its rare character occurs, which is found at the speed of memchr. They find more than the mask.
_HINTS: Final[tuple[tuple[str, Callable[[str], object]], ...]] = (
    ("J", lambda text: "eyJ" in text),
    ("G", lambda text: "SG." in text),
    ("9", re.compile(r"9\.(?<=ya29\.)").search),
    ("@", lambda text: "://" in text and _PASSWORD_BEGINS.search(text)),
    *(
        (pattern[0], re.compile(pattern).search)
        for pattern in (
            r"-(?:(?<=[a-z]-)(?:(?<=[spra]k-)|(?<=glpat-)|(?<=xox[a-z]-)|(?<=xapp-)|(?<=xai-)|(?<=pplx-)|(?<=nvapi-)"
            r"|(?<=pypi-)|(?<=tvly-))|----BEGIN)",
            r"_(?:(?<=[spra]k_)|(?<=hh_)|(?<=pat_)|(?<=hf_)|(?<=r8_)|(?<=npm_)|(?<=lsv2_)|(?<=gh[pousr]_)"
            r"|(?<=shp[a-z]{2}_)|(?<=dop_))",
            r"A(?:KIA|SIA|Iza)",
            r"b(?i:earer|asic)",
            r"B(?i:earer|asic)",
        )
    ),
)


def find_keys(text: str, look: Look) -> Iterator[Place]:
    """Yield the keys and tokens; of a bearer token and of a URL only the secret part."""
    if not may_have_keys(text):
        return
    for found in matches(_KEY, text, look):
        token, common, password = found["token"], found["common"], found["password"]
        if password is not None:
            yield found.span("password")
        elif token is not None:
            if len(token) >= _LONG_TOKEN or _DIGIT.search(token) or not token[1:].islower():
                yield found.span("token")
        elif common is None or _DIGIT.search(common):
            yield found.span()


def may_have_keys(text: str) -> bool:
    """Return False if there is certainly no key. Takes a fraction of the time of the search."""
    for character, search in _HINTS:  # noqa: SIM110 - a generator takes longer than the search
        if character in text and search(text):
            return True
    return False
