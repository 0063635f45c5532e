"""Every package has a budget of lines. Added lines are counted, and refused if a package exceeds its budget."""

import subprocess
from pathlib import Path

import pytest

from benchmarks import lines

ROOT = Path(__file__).parents[1]


def test_every_package_has_a_budget_and_keeps_it() -> None:
    folders = [f"honeyhive/{folder.parent.name}" for folder in (ROOT / "honeyhive").glob("*/__init__.py")]

    assert {*folders, "honeyhive", "honeyhive_server", "generator"} == lines.budgets().keys()
    assert [name for name, most in lines.budgets().items() if lines.counted()[name] > most] == []


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "line-budget.toml").write_text('[lines]\n"shop" = 4\n"shop/cart" = 10\n')
    for file, text in {"shop/a.py": "1\n2\n", "shop/cart/b.py": "1\n2\n3\n", "shop/cart/notes.txt": "1\n"}.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "first"]):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    return tmp_path


def test_it_says_what_a_change_added(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "shop" / "new.py").write_text("1\n2\n")
    (repository / "shop" / "cart" / "b.py").write_text("1\n")

    status = lines.main(root=repository)

    assert status == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["shop", "+2", "lines:", "4", "of", "4"],
        ["shop/cart", "-2", "lines:", "1", "of", "10"],
    ]


def test_more_than_the_budget_is_refused(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "shop" / "new.py").write_text("1\n2\n3\n")

    assert lines.main(root=repository) == 1
    assert "+3 lines: 5 over its budget of 4" in capsys.readouterr().out


def test_without_git_it_compares_with_the_budget_only(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / ".git").rename(repository / "no-git")

    assert lines.main(root=repository) == 0
    assert capsys.readouterr().out == ""
