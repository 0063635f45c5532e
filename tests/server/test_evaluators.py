"""Evaluators: versions, publication and archive, on both engines, through the client."""

import re

import pytest

from honeyhive import APIStatusError, HoneyHive, NotFoundError
from honeyhive_server import LocalServer

PYTHON = {"name": "Length", "code_execution": {"code_snippet": "def evaluate(event): return 1"}}
DEFINITION = {"type": "python", "python": PYTHON}
OTHER = {"type": "python", "python": PYTHON | {"name": "Words"}}


@pytest.fixture
def hh(server):
    with HoneyHive(data_plane_api_key="hh_fgdp_test", base_url=server.url, max_retries=0) as client:
        yield client


def test_a_new_evaluator_has_one_version_and_is_found_by_id_and_slug(hh):
    made = hh.evaluators.create("p", slug="len", definition=DEFINITION, message="first").data

    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{26}", made.id)
    assert (made.slug, made.latest_version, made.published_version, made.message) == ("len", 1, None, "first")
    assert made.definition.to_dict() == DEFINITION
    assert hh.evaluators.get("p", "len").data == hh.evaluators.get("p", made.id).data == made
    for project, name in (("q", "len"), ("p", "LEN"), ("q", made.id)):
        with pytest.raises(NotFoundError):
            hh.evaluators.get(project, name)


def test_a_slug_is_unique_in_its_project_even_after_archiving(hh):
    hh.evaluators.create("p", slug="len", definition=DEFINITION)
    hh.evaluators.create("q", slug="len", definition=DEFINITION)
    hh.evaluators.archive("p", "len")

    with pytest.raises(APIStatusError, match="taken") as caught:
        hh.evaluators.create("p", slug="len", definition=DEFINITION)
    assert caught.value.status == 409


def test_versions_never_change_and_publication_chooses_one(hh):
    hh.evaluators.create("p", slug="len", definition=DEFINITION, publish=True)
    replaced = hh.evaluators.replace("p", "len", definition=OTHER, message="second").data

    assert (replaced.latest_version, replaced.published_version) == (2, 1)
    assert [one.version for one in hh.evaluators.list_versions("p", "len").data] == [2, 1]
    assert [one.version for one in hh.evaluators.list_versions("p", "len", limit=1, page=2).data] == [1]
    assert hh.evaluators.get_version("p", "len", 1).data.definition.to_dict() == DEFINITION
    assert hh.evaluators.get_version("p", "len", 2).data.definition.to_dict() == OTHER
    assert hh.evaluators.publish("p", "len", 2).data.published_version == 2
    unpublished = hh.evaluators.unpublish("p", "len").data
    assert (unpublished.published_version, unpublished.published_at) == (None, None)
    assert hh.evaluators.replace("p", "len", definition=OTHER, publish=True).data.published_version == 3
    for number in (9, 10**12, 10**30):
        with pytest.raises(NotFoundError):
            hh.evaluators.publish("p", "len", number)
        with pytest.raises(NotFoundError):
            hh.evaluators.get_version("p", "len", number)


def test_an_archived_evaluator_keeps_its_history_and_is_not_listed(hh):
    made = hh.evaluators.create("p", slug="a", definition=DEFINITION, publish=True).data
    hh.evaluators.create("p", slug="b", definition=DEFINITION)

    archived = hh.evaluators.archive("p", "a").data
    assert archived.archived_at is not None
    assert archived.published_version is None
    assert hh.evaluators.archive("p", made.id).data == archived
    assert [one.slug for one in hh.evaluators.list("p").data] == ["b"]
    assert hh.evaluators.get("p", "a").data == archived
    assert len(hh.evaluators.list_versions("p", "a").data) == 1
    with pytest.raises(APIStatusError, match="archived"):
        hh.evaluators.replace("p", "a", definition=OTHER)


def test_the_list_has_pages(hh):
    for slug in "abc":
        hh.evaluators.create("p", slug=slug, definition=DEFINITION)

    assert [one.slug for one in hh.evaluators.list("p", limit=2, page=2).data] == ["c"]
    assert hh.evaluators.list("q").data == []


def test_evaluators_survive_a_restart(database):
    settings = {"data_plane_api_key": "hh_fgdp_test"}
    with LocalServer(database=database) as server, HoneyHive(base_url=server.url, **settings) as hh:
        made = hh.evaluators.create("p", slug="len", definition=DEFINITION).data
    with LocalServer(database=database) as server, HoneyHive(base_url=server.url, **settings) as hh:
        assert hh.evaluators.get("p", "len").data == made
