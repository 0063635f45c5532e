"""Names of the ready-made masks, and the type of a masked place. The masks themselves are imported only if used."""

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

MaskName: TypeAlias = Literal["key", "email", "iban", "card", "phone", "ip"]
MASK_NAMES: Final[tuple[MaskName, ...]] = get_args(MaskName)


class MaskedPlace(NamedTuple):
    """A masked place of an event."""

    path: str
    """Path in the event, such as ``inputs.messages[0].content``."""
    rule: str
    """The rule that masked the place: a ready-made mask by name, ``secret`` (a secret key such as ``password``, or a
    SecretStr), ``mask function``, ``time limit`` or ``not captured``."""
