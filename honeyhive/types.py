"""Types of the API: the models of replies, the typed dicts of arguments, and UNSET.

Each name is imported when it is first used, so that importing this module costs nothing.
"""

from typing import TYPE_CHECKING, Any

from honeyhive_api.types import UNSET as UNSET
from honeyhive_api.types import Timestamp as Timestamp
from honeyhive_api.types import Unset as Unset

if TYPE_CHECKING:
    from honeyhive_api.inputs import *  # noqa: F403 - the generated names
    from honeyhive_api.models import *  # noqa: F403


def __getattr__(name: str) -> Any:
    from honeyhive_api import inputs, models

    for module in (inputs, models):
        if name in module.__all__:
            return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    from honeyhive_api import inputs, models

    return sorted({"UNSET", "Timestamp", "Unset", *inputs.__all__, *models.__all__})
