"""The vendor's package in the same environment: both have the same import name, and overwrite each other's files."""

import sys
from typing import Final

REPAIR: Final = "pip uninstall -y honeyhive && pip install --force-reinstall --no-deps honeyhive-sdk"
"""The command that keeps honeyhive-sdk only."""


def vendor_version() -> str | None:
    """Return the version of the vendor's package, if it is installed too."""
    # Imported here, because every command imports this module.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("honeyhive")
    except PackageNotFoundError:
        return None


def damage() -> str | None:
    """Return the reason why the imported package is not ours or is incomplete; None if it is intact."""
    if hasattr(sys.modules[__package__.partition(".")[0]], "APIResponse"):
        return None
    found = vendor_version()
    if found is None:
        return f"files of honeyhive-sdk are missing, as after pip uninstall honeyhive; run {REPAIR}"
    return f"honeyhive {found}, the vendor's package, has overwritten files of honeyhive-sdk; run {REPAIR}"
