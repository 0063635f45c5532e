"""Compares generated files with a folder, and writes the differences."""

import difflib
from pathlib import Path

from attrs import frozen

from .document import DocumentError


@frozen
class FileDifference:
    """A file on disk that differs from the generated one."""

    path: Path
    what: str
    """``edited``, ``missing`` or ``orphan`` (a file that is no longer generated)."""
    diff: str = ""


def apply(folder: Path, files: dict[str, str], *, write: bool, whole: bool = True) -> list[FileDifference]:
    """Return the differences between the folder and the files; with ``write``, also update the folder.

    With ``whole`` the folder contains only generated files, so any other file is an orphan and is removed.
    """
    differences = [found for name, text in files.items() if (found := _compare(folder / name, text))]
    if whole:
        wanted = {folder / name for name in files}
        differences += [FileDifference(path, "orphan") for path in _present(folder) if path not in wanted]
    if write:
        for difference in differences:
            name = difference.path.relative_to(folder).as_posix()
            if name in files:
                difference.path.parent.mkdir(parents=True, exist_ok=True)
                difference.path.write_bytes(files[name].encode())
            else:
                difference.path.unlink()
        if whole:
            _remove_empty_folders(folder)
    return differences


def refuse_foreign_folder(folder: Path, mark: str, text: str = "") -> None:
    """Raise DocumentError unless the folder is new, empty or generated, because writing removes other files.

    A generated folder has a file that matches the glob ``mark`` and starts with ``text``.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise DocumentError(f"{folder} is not a folder")
    is_own = any(file.read_text(errors="replace").startswith(text) for file in folder.glob(mark))
    if any(folder.iterdir()) and not is_own:
        raise DocumentError(f"{folder} contains other files; choose a new or empty folder")


def _compare(path: Path, text: str) -> FileDifference | None:
    if not path.is_file():
        return FileDifference(path, "missing")
    present = path.read_bytes()
    if present == text.encode():
        return None
    lines = (present.decode(errors="replace").splitlines(), text.splitlines())
    return FileDifference(
        path, "edited", "\n".join(difflib.unified_diff(*lines, "present", "generated", lineterm="", n=1))
    )


def _present(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        if path.name != "__pycache__" and not _present(path):
            for leftover in sorted(path.rglob("*"), reverse=True):
                leftover.rmdir() if leftover.is_dir() else leftover.unlink()
            path.rmdir()
