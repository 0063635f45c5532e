"""Values that all Python programs in this folder send, and the function that prints the results."""

import json
import os
from typing import Any

START = 1767323045123
URL = os.environ["HH_V1_URL"]
KEY = os.environ["HH_API_KEY"]
RUN_IDS = os.environ["HH_RUN_IDS"].split(",")
MISSING = os.environ["HH_MISSING_EVENT"]


def report(created: Any, runs: list[Any], found: list[Any], error: tuple[int, Any]) -> None:
    """Print the results: the returned time, runs and events, and the status and message of the failed call."""
    print(json.dumps({"created": created, "runs": [str(one) for one in runs], "found": found, "error": error}))
