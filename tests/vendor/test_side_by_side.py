"""If pip installs or uninstalls both packages in one environment, messages report it, and one command repairs it."""

import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from honeyhive._vendor.side_by_side import REPAIR

ROOT = Path(__file__).parents[2]
VENDOR_FILES = {
    "honeyhive/__init__.py": "class HoneyHive: pass\nclass DotDict(dict): pass\n",
    "honeyhive/experiments/__init__.py": "from honeyhive.tracer import nothing\n",
    "honeyhive/py.typed": "",
    "honeyhive/tracer/__init__.py": "",
}
BESIDE = "honeyhive 1.7.0, the vendor's package"


def write_wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> None:
    info = f"{name}-{version}.dist-info"
    written = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for path, text in written.items():
            archive.writestr(path, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{path},,\n" for path in (*written, f"{info}/RECORD")))


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with our wheel, and a wheel with the vendor's name and the colliding files."""
    folder = tmp_path_factory.mktemp("wheels")
    write_wheel(folder, "honeyhive", "1.7.0", VENDOR_FILES)
    packages = (ROOT / "honeyhive", ROOT / "honeyhive_server", ROOT / "generated" / "honeyhive_api")
    files = {
        str(file.relative_to(package.parent)): file.read_text()
        for package in packages
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    write_wheel(folder, "honeyhive_sdk", "0.1.0", files)
    return folder


class Environment:
    """A virtual environment for both packages; dependencies come from the environment of the tests."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        venv.EnvBuilder(with_pip=False, symlinks=True).create(folder)
        self._python = folder / "bin" / "python"
        self._wheels = wheels

    def pip(self, command: str) -> None:
        """Run a pip command from the documentation, with local wheels instead of PyPI."""
        verb, *arguments = command.split()[1:]
        offline = ["--no-index", "--find-links", str(self._wheels)] if verb == "install" else []
        quiet = ["--quiet", "--disable-pip-version-check"]
        line = [sys.executable, "-m", "pip", "--python", str(self._python), *quiet, verb, *offline, *arguments]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def python(self, *arguments: str) -> tuple[int, str]:
        """Run Python code in the environment. Return the exit status and the output."""
        dependencies = str(Path(str(distribution("pytest").locate_file(""))))
        environment = {name: text for name, text in os.environ.items() if not name.startswith(("HH_", "PYTHON"))}
        environment |= {"PYTHONPATH": dependencies, "HH_API_URL": "http://127.0.0.1:9", "PYTHONDONTWRITEBYTECODE": "1"}
        line = [str(self._python), *arguments]
        done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False, cwd=self._wheels)
        return done.returncode, done.stdout + done.stderr


def test_both_installed_and_repaired(wheels: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "env", wheels)
    environment.pip("pip install --no-deps honeyhive")
    environment.pip("pip install --no-deps honeyhive-sdk")

    # Our package was installed last, so its files are in place, together with remaining folders of the vendor's
    # package.
    status, said = environment.python("-m", "honeyhive", "doctor")
    assert (status, f"{BESIDE}, is installed too" in said, REPAIR in said) == (1, True, True), said
    status, said = environment.python("-c", "from honeyhive import DotDict")
    assert (status, "ImportError: DotDict is a name of the vendor's package" in said, REPAIR in said) == (1, True, True)
    status, said = environment.python("-c", "from honeyhive import evaluate; print(evaluate.__module__)")
    assert (status, said) == (0, "honeyhive._experiments.evaluation\n")

    # Uninstalling the vendor's package deletes files of ours.
    environment.pip("pip uninstall -y honeyhive")
    status, said = environment.python("-c", "from honeyhive._cli import main; main()")
    assert (status, "files of honeyhive-sdk are missing" in said, REPAIR in said) == (2, True, True), said

    for command in REPAIR.split(" && "):
        environment.pip(command)
    status, said = environment.python("-m", "honeyhive", "--version")
    assert (status, "0.1.0" in said) == (0, True), said
    status, said = environment.python("-m", "honeyhive", "doctor")
    assert "vendor" not in said


def test_the_vendors_installed_last(wheels: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "env", wheels)
    environment.pip("pip install --no-deps honeyhive-sdk")
    environment.pip("pip install --no-deps honeyhive")

    for command in (("-m", "honeyhive", "doctor"), ("-c", "from honeyhive._cli import main; main()")):
        status, said = environment.python(*command)
        assert (status, f"{BESIDE}, has overwritten files" in said, REPAIR in said) == (2, True, True), said

    for command in REPAIR.split(" && "):
        environment.pip(command)
    assert environment.python("-m", "honeyhive", "--version")[0] == 0
    status, said = environment.python("-c", "from honeyhive.experiments import exact_match, evaluate")
    assert (status, said) == (0, "")


def test_the_pages_have_the_command() -> None:
    for page in (ROOT / "README.md", ROOT / "docs" / "migration.md"):
        assert REPAIR in page.read_text()
