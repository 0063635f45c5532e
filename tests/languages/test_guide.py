"""docs/languages.md gives a reason for each option, and the targets and folders that it names exist."""

import re

from .generators import GENERATORS
from .workshop import ROOT

GUIDE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")


def test_the_guide_gives_a_reason_for_each_property() -> None:
    reasons = GUIDE.split("Reasons:")[1]
    for generator in GENERATORS:
        for name in re.findall(r"(\w+)=", generator.options):
            assert f"`{name}" in reasons, name


def test_what_the_guide_names_is_there() -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", GUIDE)) <= verbs
    for folder in re.findall(r"`((?:languages|generator)/[a-z/]*)`", GUIDE):
        assert (ROOT / folder).is_dir(), folder
