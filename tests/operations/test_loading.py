"""Using a namespace imports only the module of the namespace and the modules with lists of names."""

import json
import subprocess
import sys

import pytest

from tests.rows import OPERATIONS

SHARED = ["honeyhive_api.inputs", "honeyhive_api.models"]
"""Modules that only list names, and import an object when it is used."""
SCRIPT = """
import json, sys
sys.modules["trio"] = None  # httpcore imports it where it is installed
from honeyhive import HoneyHive
hh = HoneyHive(api_key="hh_x")
before = set(sys.modules)
for name in sys.argv[1:]:
    getattr(hh, name)
print(json.dumps([len(before), sorted(set(sys.modules) - before)]))
"""


def loaded(*namespaces: str) -> tuple[int, list[str]]:
    """Return the number of modules that a client loads, and the modules that the given namespaces add."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, *namespaces], capture_output=True, text=True, check=True)
    before, added = json.loads(done.stdout)
    return before, added


@pytest.mark.parametrize("namespace", ["datasets", "experiments"])
def test_a_namespace_loads_its_own_module_only(namespace: str) -> None:
    before, added = loaded(namespace)

    assert before <= 450  # httpx and its imports are more than 300 modules
    assert [name for name in added if name.startswith("honeyhive")] == sorted(
        [*SHARED, f"honeyhive_api.namespaces.{namespace}"]
    )
    assert len(added) <= 10  # this includes datetime, importlib and math


def test_namespaces_import_no_model_and_no_http_library() -> None:
    namespaces = {one.namespace for one in OPERATIONS.values()}

    added = loaded(*namespaces)[1]
    ours = [name for name in added if name.startswith("honeyhive")]

    assert ours == sorted([*SHARED, *(f"honeyhive_api.namespaces.{one}" for one in namespaces)])
    assert not {"httpx", "attr"} & set(added)
