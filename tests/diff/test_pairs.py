"""A table of pairs of documents, each with the verdict that is expected."""

import pytest
import yaml

from generator.document import Document
from generator.spec.diff import compare, largest_step, with_lines
from generator.spec.diff.change import Step

from .pairs import BREAKS, FITS, NOTHING, PAIRS, WORDS, Pair

STEPS = {BREAKS: Step.MAJOR, FITS: Step.MINOR, WORDS: Step.PATCH, NOTHING: None}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_each_pair_of_documents_has_the_expected_changes(pair: Pair) -> None:
    changes = compare(Document("old", pair.old), Document("new", pair.new))

    assert largest_step(changes) is STEPS[pair.verdict], changes
    assert not pair.side or (pair.side, STEPS[pair.verdict]) in {(one.side, one.step) for one in changes}, changes


@pytest.mark.parametrize("pair", [one for one in PAIRS if one.verdict != NOTHING], ids=lambda pair: pair.name)
def test_each_change_has_a_line(pair: Pair) -> None:
    old, new = (Document.parse(name, yaml.safe_dump(getattr(pair, name))) for name in ("old", "new"))

    changes = with_lines(compare(old, new), old, new)

    assert all(one.old_line or one.new_line for one in changes), changes


def test_every_pair_has_its_own_name() -> None:
    assert len({pair.name for pair in PAIRS}) == len(PAIRS) >= 200
