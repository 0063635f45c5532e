"""The models of this API: conversion from and to dicts without loss, and lazy imports."""

import copy
import pickle
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from honeyhive_api import inputs, models
from honeyhive_api.models import EventList, FoundEvent, Session
from honeyhive_api.types import UNSET

ANSWER = {
    "event_id": "e",
    "session_id": "s",
    "org_id": "o",
    "workspace_id": "w",
    "project_id": "p",
    "inputs": {"nested": {"list": [1, None, {"a": "b"}]}},
    "outputs": ["not", "an", "object"],
    "error": None,
    "start_time": 1767323045123,
    "brand_new": {"x": 1},
}


def test_from_dict_and_to_dict_round_trip() -> None:
    session = Session.from_dict(ANSWER)

    assert session.to_dict() == ANSWER
    assert session.inputs == {"nested": {"list": [1, None, {"a": "b"}]}}
    assert session.error is None
    assert session.source is UNSET
    assert session["brand_new"] == {"x": 1}


def test_from_dict_does_not_mutate_its_argument() -> None:
    answer = copy.deepcopy(ANSWER)

    Session.from_dict(answer)

    assert answer == ANSWER


def test_copies_and_pickles_keep_unset_keys() -> None:
    session = Session.from_dict(ANSWER)

    for twin in (copy.deepcopy(session), pickle.loads(pickle.dumps(session))):
        assert twin == session
        assert twin.source is UNSET
        assert twin.to_dict() == ANSWER


def test_free_form_objects_and_nested_models_may_be_plain_dicts() -> None:
    event = FoundEvent(event_type="tool", inputs={"a": {"b": 1}})
    page = EventList(events=[event, {"event_type": "model", "inputs": {}}], count=2)  # type: ignore[list-item]

    assert page.to_dict() == {
        "events": [{"event_type": "tool", "inputs": {"a": {"b": 1}}}, {"event_type": "model", "inputs": {}}],
        "count": 2,
    }


def test_unset_is_falsy_and_its_repr_is_its_name() -> None:
    assert repr(UNSET) == "UNSET"
    assert not UNSET


def test_importing_a_model_imports_no_unrelated_model() -> None:
    program = (
        "import sys; from honeyhive_api.models import Session\n"
        "print(sorted(n for n in sys.modules if n.startswith('honeyhive_api.models.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['honeyhive_api.models.session']"


def test_an_unknown_model_is_an_attribute_error() -> None:
    import honeyhive_api.models

    with pytest.raises(AttributeError, match="no attribute 'Sesion'"):
        _ = honeyhive_api.models.Sesion
    assert "Session" in dir(honeyhive_api.models)


@pytest.mark.parametrize("package", [models, inputs], ids=lambda one: one.__name__.rpartition(".")[2])
def test_every_generated_model_is_referenced(package: ModuleType) -> None:
    folder = Path(str(package.__file__)).parents[1]
    text = "".join(file.read_text() for file in folder.rglob("*.py") if file.name != "__init__.py")
    nested = "".join(re.findall(r"_nested: ClassVar = .*?\n\n|models=\([^)]*\)", text, flags=re.DOTALL))
    for name in package.__all__:
        is_used = re.search(rf"\b(inputs|models)\.{name}\b", text) or f'"{name}"' in nested
        assert is_used or f'error="{name}"' in text, name
