"""Model of a file system that loses and reorders writes that were not synced before a power cut.

Two copies of the folder are made while its processes are stopped: one at a random earlier moment, one at the cut.
Without a sync between them, the disk may have any subset of the changes, in any order. So the folder after the
cut is made of both copies:

- Each page of 4,096 bytes of a file that is in the later copy has its later contents, its earlier contents, or zeros
  where the earlier file was shorter.
- Each file is as long as in the earlier copy, as in the later one, or as long as at a page boundary in between.
- A new file may be missing, and a deleted one may be back.
- Synced bytes are as in the later copy, and a synced file is not missing. The application announces each fsync with
the length of the file at that time.

A write inside of one page is not torn, except where the file ends. Renamed files count as deleted and new ones.
"""

import random
from pathlib import Path

PAGE = 4096
Files = dict[str, bytes]


def read_files(folder: Path) -> Files:
    """Return the contents of all files of a folder by name."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} if folder.exists() else {}


def write_files(folder: Path, files: Files) -> None:
    """Make a folder with the given files, private to its owner."""
    folder.mkdir(mode=0o700)
    for name, data in files.items():
        (folder / name).touch(mode=0o600)
        (folder / name).write_bytes(data)


def after_cut(earlier: Files, later: Files, synced: dict[str, int], chance: random.Random) -> Files:
    """Return one of the states that the disk may be in; ``synced`` has the bytes that are safe, by file name."""
    found: Files = {}
    for name in sorted(earlier.keys() | later.keys()):
        if name not in later:
            if chance.random() < 0.5:
                found[name] = earlier[name]
        elif name in earlier or name in synced or chance.random() < 0.8:
            found[name] = _file_after_cut(earlier.get(name, b""), later[name], synced.get(name, 0), chance)
    return found


def _file_after_cut(earlier: bytes, later: bytes, synced: int, chance: random.Random) -> bytes:
    shortest, longest = sorted((len(earlier), len(later)))
    boundaries = range(shortest // PAGE * PAGE + PAGE, longest, PAGE)
    size = max(chance.choice((len(earlier), len(later), *boundaries)), min(synced, len(later)))
    # In half of the cases only the end of a file is lost, as usual on a journaling file system.
    share = chance.choice((0.0, 0.5))
    pages = [
        earlier[start : start + PAGE] if chance.random() < share else later[start : start + PAGE]
        for start in range(0, size, PAGE)
    ]
    data = b"".join(page.ljust(PAGE, b"\0") for page in pages)[:size]
    safe = later[:synced]
    return safe + data[len(safe) :]
