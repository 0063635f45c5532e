"""Compare the lines of each package with its budget, and with a revision: ``python -m benchmarks.lines [REVISION]``.

Prints the packages that became longer or shorter. The default revision is the commit at which the branch forked from
``main``; without a branch ``main``, it is ``HEAD``. The exit status is 1 if a package has more lines than
``line-budget.toml`` allows.
"""

import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]


def budgets(root: Path = ROOT) -> dict[str, int]:
    """Return the maximum number of lines of each package."""
    read: dict[str, int] = tomllib.loads((root / "line-budget.toml").read_text())["lines"]
    return read


def package_of(file: str, packages: Iterable[str]) -> str | None:
    """Return the innermost package with a budget that contains the file; None if there is none.

    ``file`` is a path from the root.
    """
    holding = [one for one in packages if file.startswith(f"{one}/")]
    return max(holding, key=len, default=None)


def counted(root: Path = ROOT) -> Counter[str]:
    """Return the number of lines of each package."""
    packages, found = budgets(root), Counter[str]()
    for top in {name.partition("/")[0] for name in packages}:
        for file in (root / top).rglob("*.py"):
            if package := package_of(file.relative_to(root).as_posix(), packages):
                found[package] += len(file.read_bytes().splitlines())
    return found


def added(revision: str, root: Path = ROOT) -> Counter[str]:
    """Return the number of lines that each package has gained since a revision; negative if it shrank.

    Uncommitted changes count too.
    """
    packages, found = budgets(root), Counter[str]()
    for line in _git("diff", "--numstat", "--no-renames", revision, "--", "*.py", root=root).splitlines():
        plus, minus, file = line.split("\t")
        if package := package_of(file, packages):
            found[package] += int(plus) - int(minus)
    for file in _git("ls-files", "--others", "--exclude-standard", "--", "*.py", root=root).splitlines():
        if package := package_of(file, packages):
            found[package] += len((root / file).read_bytes().splitlines())
    return found


def fork_point(root: Path = ROOT) -> str:
    """Return the commit at which the current branch forked from main; HEAD if there is no branch main."""
    for branch in ("origin/main", "main"):
        try:
            return _git("merge-base", "HEAD", branch, root=root).strip()
        except subprocess.CalledProcessError:
            continue
    return "HEAD"


def _git(*arguments: str, root: Path) -> str:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True).stdout


def main(revision: str | None = None, root: Path = ROOT) -> int:
    """Print the comparison. Return 1 if a package is over its budget, otherwise 0."""
    allowed, now = budgets(root), counted(root)
    try:
        change = added(revision or fork_point(root), root)
    except (OSError, subprocess.CalledProcessError):  # for example without git or outside of a repository
        change = Counter()
    over = [name for name, most in allowed.items() if now[name] > most]
    for name, most in allowed.items():
        if change[name] or name in over:
            verdict = f"over its budget of {most:,}" if name in over else f"of {most:,}"
            print(f"{name:24} {change[name]:+6,} lines: {now[name]:,} {verdict}")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
