"""Bearer tokens, API keys, private keys and passwords in URLs, found inside of a string."""

import re
from collections.abc import Iterator
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

# Patterns of the quick check, which find all that _KEY finds, and more. Each begins with a fixed character: a string
# without this character is not searched.
_AFTER_DASH: Final = re.compile(
    r"-(?:(?<=[kptixy]-)(?:(?<=[spra]k-)|(?<=glpat-)|(?<=xapp-)|(?<=xai-)|(?<=pplx-)|(?<=nvapi-)|(?<=pypi-)"
    r"|(?<=tvly-))|(?<=xox[a-z]-)|----BEGIN)"
)
_AFTER_UNDERSCORE: Final = re.compile(
    r"_(?:(?<=[spra]k_)|(?<=hh_)|(?<=pat_)|(?<=hf_)|(?<=r8_)|(?<=npm_)|(?<=lsv2_)|(?<=gh[pousr]_)|(?<=shp[a-z]{2}_)"
    r"|(?<=dop_))"
)
_BEARER: Final = re.compile(r"b(?i:earer|asic)")
_CAPITAL_BEARER: Final = re.compile(r"B(?i:earer|asic)")
_CAPITAL_A: Final = re.compile(r"A(?:KIA|SIA|Iza)")
_AFTER_NINE: Final = re.compile(r"9\.(?<=ya29\.)")


def find_keys(text: str, look: Look) -> Iterator[Place]:
    """Yield the keys and tokens. Of a bearer token or a URL with a password, yield only the secret part."""
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
    """Return False if the string certainly has no key or token. Much faster than ``find_keys``."""
    return (
        ("-" in text and _AFTER_DASH.search(text) is not None)
        or ("_" in text and _AFTER_UNDERSCORE.search(text) is not None)
        or ("b" in text and _BEARER.search(text) is not None)
        or ("9" in text and _AFTER_NINE.search(text) is not None)
        or ("A" in text and _CAPITAL_A.search(text) is not None)
        or ("B" in text and _CAPITAL_BEARER.search(text) is not None)
        or ("J" in text and "eyJ" in text)
        or ("G" in text and "SG." in text)
        or ("@" in text and "://" in text and _PASSWORD_BEGINS.search(text) is not None)
    )
