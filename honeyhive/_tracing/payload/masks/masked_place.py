"""Names of the ready-made masks, and a place that one of them masked; the search is imported later."""

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

MaskName: TypeAlias = Literal["key", "email", "iban", "card", "phone", "ip"]
MASK_NAMES: Final[tuple[MaskName, ...]] = get_args(MaskName)


class MaskedPlace(NamedTuple):
    """A place of an event that was masked."""

    path: str
    """Its place, such as ``inputs.messages[0].content``."""
    rule: str
    """The name of a ready-made mask, ``secret`` (by the name of its key, or a SecretStr),
    ``mask function``, ``time limit`` or ``not captured``."""
