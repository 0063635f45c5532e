"""Checks of tracing options, and the objects made from them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from .._core.errors import ConfigurationError
from .limits import LONGEST_EXIT, LONGEST_SYNC
from .payload.masks.masked_place import MASK_NAMES

if TYPE_CHECKING:
    from .options import Options
    from .payload.masks.ready_masks import ReadyMasks

_LONGEST_KEEP: Final = 3600.0


def ready_masks(names: Any) -> "ReadyMasks | None":
    """Return the ready-made masks with these names; None for no names. Raises ConfigurationError for wrong names."""
    if names == "all":
        names = MASK_NAMES
    if isinstance(names, str) or not isinstance(names, Iterable):
        raise ConfigurationError(f'masks must be a tuple of names or "all", not {names!r}')
    chosen = tuple(names)
    unknown = [name for name in chosen if name not in MASK_NAMES]
    if unknown:
        raise ConfigurationError(f"masks has the unknown name {unknown[0]!r}; the names are {', '.join(MASK_NAMES)}")
    if not chosen:
        return None
    from .payload.masks.ready_masks import ReadyMasks  # slow to import

    return ReadyMasks(chosen)


def check_ranges(options: "Options") -> None:
    """Raise ConfigurationError for a number that is out of its range."""
    if not 0 <= options.sample_rate <= 1:
        raise ConfigurationError(f"sample_rate must be from 0 to 1, not {options.sample_rate!r}")
    if not 0 <= options.exit_timeout <= LONGEST_EXIT:
        raise ConfigurationError(f"exit_timeout must be from 0 to {LONGEST_EXIT:.0f} seconds")
    if options.spool_sync is not None and not 0.01 <= options.spool_sync <= LONGEST_SYNC:
        raise ConfigurationError(
            f"spool_sync must be from 0.01 to {LONGEST_SYNC:.0f} seconds or None, not {options.spool_sync!r}"
        )


def check_keep(options: "Options") -> None:
    """Raise ConfigurationError for a wrong ``keep`` or ``keep_for``."""
    if options.keep is not None and not callable(options.keep):
        raise ConfigurationError(f"keep must be Keep(...) or a function, not {type(options.keep).__name__}")
    if not 0 <= options.keep_for <= _LONGEST_KEEP:
        raise ConfigurationError(f"keep_for must be from 0 to {_LONGEST_KEEP:.0f} seconds, not {options.keep_for!r}")


def labels_of(options: "Options") -> dict[str, Any]:
    """Return the labels of the client. Raises ConfigurationError for a label of the wrong type."""
    if isinstance(options.tags, str) or not all(isinstance(tag, str) for tag in options.tags):
        raise ConfigurationError(f"tags must be a tuple of strings, not {options.tags!r}")
    single = ("project", "user_id", "conversation_id")
    labels = {name: value for name in single if (value := getattr(options, name)) is not None}
    wrong = next((name for name, value in labels.items() if not isinstance(value, str)), None)
    if wrong is not None:
        raise ConfigurationError(f"{wrong} must be a string, not {labels[wrong]!r}")
    return {**labels, "tags": [*options.tags]} if options.tags else labels


def left_out(options: "Options") -> frozenset[str]:
    """Return the names of fields that the client does not capture. Raises ConfigurationError for a wrong option."""
    captured = {"inputs": options.capture_inputs, "outputs": options.capture_outputs}
    for name, value in captured.items():
        if value is not None and not isinstance(value, bool):
            raise ConfigurationError(f"capture_{name} must be a bool or None, not {value!r}")
    return frozenset(name for name, value in captured.items() if value is False)
