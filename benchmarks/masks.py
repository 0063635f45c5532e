"""Time that ready-made masks take for hostile text: text that makes their regular expressions slow."""

import json
from collections.abc import Iterator

from honeyhive._tracing.payload.masks.masked_place import MASK_NAMES
from honeyhive._tracing.payload.masks.ready_masks import ReadyMasks

from .ratio import Ratio, timed

MASKS = ReadyMasks(MASK_NAMES)
HOSTILE = ["a@", "1", "1 ", "\\", "\\n", "+", "+1", ":", "1.", "sk-", "eyJ-", "bearer ", "a://", "00-1", "DE89 ", '"@']
SHORT, LONG = 8_000, 64_000
ROUNDS = 5


def measure() -> Iterator[Ratio]:
    """Yield ratios of the time per character in a long text to that in a short text.

    The ratio is 1 if the time grows linearly with the length, and would be 8 if it grew quadratically.
    """
    for part in HOSTILE:
        times = [(_per_character(part, LONG), _per_character(part, SHORT)) for _ in range(ROUNDS)]
        long, short = zip(*times, strict=True)
        yield Ratio(f"masks, a character of {LONG} of {part!r}", f"one of {SHORT}", long, short, 3.0)


def _per_character(part: str, size: int) -> float:
    """Return the seconds per character for ``size`` characters of text that repeat the part."""
    text = part * (size // len(part))
    return timed(lambda: _mask(text)) / size


def _mask(text: str) -> None:
    """Do what the encoder of an event does: check the JSON of the text quickly, then apply the masks to the text."""
    encoded = json.dumps(text, ensure_ascii=False)
    MASKS.pass_json(encoded, encoded.encode())
    MASKS.masked(text, "inputs")
