"""Contents of the wheel and the sdist, and the wheel in an otherwise empty environment."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the built wheel and sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_holds_the_three_packages_and_no_development_file(dist: Path) -> None:
    (wheel,) = dist.glob("honeyhive_sdk-*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {
        "honeyhive",
        "honeyhive_api",
        "honeyhive_server",
    }
    viewer = "honeyhive_server/viewer"
    pages = (f"{viewer}/templates/base.html", f"{viewer}/static/htmx.min.js", f"{viewer}/static/htmx.LICENSE")
    for needed in (
        "honeyhive/py.typed",
        "honeyhive/skill/SKILL.md",
        "honeyhive_api/py.typed",
        "honeyhive_api/openapi.json",
        *pages,
    ):
        assert needed in names
    (metadata,) = (name for name in names if name.endswith("/METADATA"))
    text = zipfile.ZipFile(wheel).read(metadata).decode()
    assert "Name: honeyhive-sdk" in text
    assert "License-Expression: MIT" in text
    assert any(name.endswith("licenses/LICENSE") for name in names)
    (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
    points = zipfile.ZipFile(wheel).read(entry_points).decode()
    assert "honeyhive = honeyhive._cli:main" in points
    assert "[opentelemetry_traces_exporter]\nhoneyhive = honeyhive.otel:HoneyHiveSpanExporter" in points


def test_requirements_are_lower_bounds_except_for_httpx(dist: Path) -> None:
    (wheel,) = dist.glob("honeyhive_sdk-*.whl")
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    lines = archive.read(metadata).decode().splitlines()
    required = [Requirement(line.partition(":")[2]) for line in lines if line.startswith("Requires-Dist:")]

    bounds = {one.name: sorted(bound.operator for bound in one.specifier) for one in required}
    assert bounds.pop("httpx") == ["<", ">="]
    assert set(map(tuple, bounds.values())) == {(">=",)}


def test_the_sdist_makes_the_same_wheel_contents(dist: Path, tmp_path: Path) -> None:
    (sdist,) = dist.glob("honeyhive_sdk-*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path / "again", source]
    subprocess.run(command, capture_output=True, check=True)

    (wheel,) = dist.glob("*.whl")
    (again,) = (tmp_path / "again").glob("*.whl")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_imports_and_runs_in_an_environment_of_its_own(dist: Path, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # The dependencies come from this environment, the packages from the wheel alone: no editable install is seen.
    program = (
        f"import sys; sys.path[:0] = [{str(site)!r}]\n"
        "import honeyhive, honeyhive_api\n"
        f"assert honeyhive.__file__.startswith({str(site)!r}), honeyhive.__file__\n"
        f"assert honeyhive_api.__file__.startswith({str(site)!r}), honeyhive_api.__file__\n"
        "from honeyhive import HoneyHive\n"
        "print(HoneyHive(api_key='hh_x').sessions)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "honeyhive_api.namespaces.sessions.Sessions" in done.stdout
