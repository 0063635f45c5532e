"""Where a project's data lies unless `--database` says otherwise."""

from pathlib import Path

FOLDER = ".honeyhive"
# What the folder of a project has: the nearest one upwards is it, else the current folder.
MARKS = (".git", "pyproject.toml")


def default_database() -> Path:
    """The path of the project's database, in a folder that is made if need be and that git ignores."""
    here = Path.cwd()
    project = next(
        (folder for folder in (here, *here.parents) if any((folder / mark).exists() for mark in MARKS)), here
    )
    folder = project / FOLDER
    if not folder.exists():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n")
    return folder / "honeyhive.db"
