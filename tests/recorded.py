"""Files that are made by a program and reviewed by people."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def refresh(file: Path, text: str) -> None:
    """Write the text into the file, and say so where that changes it."""
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
        print(f"changed: {file.relative_to(ROOT)}")
