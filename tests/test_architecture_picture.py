"""The picture of the architecture is drawn from its source, and shows every package that exists."""

import xml.etree.ElementTree as ET

from tests.architecture_picture import BOXES, FILE, ROOT, drawing


def test_it_is_written() -> None:
    assert FILE.read_text() == drawing(), "run python -m tests.architecture_picture"


def test_it_is_on_both_pages() -> None:
    assert "](images/architecture.svg)" in (ROOT / "docs" / "how-it-works.md").read_text()
    assert "](docs/images/architecture.svg)" in (ROOT / "CONTRIBUTING.md").read_text()


def test_it_has_every_package_once() -> None:
    shown = sorted(package for box in BOXES.values() for package in box.packages)
    folders = [
        init.parent
        for top in ("honeyhive", "honeyhive_server")
        for init in (ROOT / top).glob("*/__init__.py")
        if init.parent.name != "_terminal"
    ]

    assert [package for package in shown if not (ROOT / package).exists()] == []
    assert {str(folder.relative_to(ROOT)) for folder in folders} == {
        one for one in shown if one.startswith("honeyhive")
    }
    assert len(shown) == len(set(shown))


def test_no_private_name_is_printed_and_no_box_covers_another() -> None:
    texts = [node.text or "" for node in ET.fromstring(drawing()).iter("{http://www.w3.org/2000/svg}text")]
    boxes = list(BOXES.values())

    assert not [text for text in texts if "honeyhive_" in text or text.startswith("_")]
    assert not [
        (a.title, b.title)
        for a in boxes
        for b in boxes
        if a is not b and abs(a.y - b.y) < a.height and a.x < b.x + b.width and b.x < a.x + a.width
    ]
