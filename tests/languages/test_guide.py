"""The guide names the versions and options that are tried, and leads nowhere that is not there."""

import re
import tomllib

from .conftest import ROOT
from .pins import OPTIONS, VERSIONS

GUIDE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")


def test_the_guide_names_the_versions_that_are_tried() -> None:
    for name in ("openapi-typescript", "openapi-fetch"):
        assert f"{name} {VERSIONS[name]}" in GUIDE
    assert f"TypeScript {VERSIONS['typescript']}" in GUIDE
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    (generator,) = groups["languages"]
    assert generator.replace("-cli==", " ") in GUIDE


def test_the_guide_names_the_options_that_are_tried() -> None:
    for options in OPTIONS.values():
        assert f"`{options}`" in GUIDE


def test_what_the_guide_names_is_there() -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", GUIDE)) <= verbs
    for folder in re.findall(r"`((?:languages|generator)/[a-z/]*)`", GUIDE):
        assert (ROOT / folder).is_dir(), folder
