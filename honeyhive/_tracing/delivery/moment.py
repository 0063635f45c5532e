"""Moment of a decision: the decisions of delivery read no clock themselves."""

from typing import NamedTuple


class Now(NamedTuple):
    """The clocks and a random number from 0 to 1, read once."""

    monotonic: float
    unix: float
    random: float
