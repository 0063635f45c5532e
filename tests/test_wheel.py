"""Contents of the wheel and the sdist, and the wheel in an otherwise empty environment."""

import json
import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

import pytest
from packaging.metadata import Metadata
from packaging.requirements import Requirement
from readme_renderer import markdown

from pypi_readme import for_pypi
from tests.bill_of_materials import with_vendored

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
    assert "License-Expression: MIT AND 0BSD" in text
    (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
    points = zipfile.ZipFile(wheel).read(entry_points).decode()
    assert "honeyhive = honeyhive._cli:main" in points
    assert "[opentelemetry_traces_exporter]\nhoneyhive = honeyhive.otel:HoneyHiveSpanExporter" in points


def open_wheel(dist: Path) -> tuple[zipfile.ZipFile, str]:
    """Open the wheel. Return it, and the name of the folder with its metadata."""
    (wheel,) = dist.glob("honeyhive_sdk-*.whl")
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    return archive, metadata.removesuffix("/METADATA")


def test_the_wheel_has_the_license_of_each_part_and_a_bill_of_what_it_contains(dist: Path) -> None:
    archive, info = open_wheel(dist)
    named = Metadata.from_email(archive.read(f"{info}/METADATA"), validate=True).license_files or []
    texts = [archive.read(f"{info}/licenses/{name}").decode() for name in named]
    (htmx,) = json.loads(archive.read(f"{info}/sboms/vendored.cdx.json"))["components"]

    assert [text.split("\n")[0] for text in texts] == ["MIT License", "Zero-Clause BSD"]
    assert (htmx["name"], htmx["version"], htmx["licenses"]) == ("htmx.org", "4.0.1", [{"license": {"id": "0BSD"}}])
    (place,) = htmx["evidence"]["occurrences"]
    assert sha256(archive.read(place["location"])).hexdigest() == htmx["hashes"][0]["content"]


def test_every_minified_file_of_the_wheel_is_in_its_bill(dist: Path) -> None:
    archive, info = open_wheel(dist)
    components = json.loads(archive.read(f"{info}/sboms/vendored.cdx.json"))["components"]
    described = {place["location"] for one in components for place in one["evidence"]["occurrences"]}
    sources = [name for name in archive.namelist() if name.endswith((".js", ".css")) and ".dist-info" not in name]

    # A line of 500 characters comes from a minifier, not from a person.
    minified = {name for name in sources if max(map(len, archive.read(name).splitlines())) > 500}
    assert minified == described


def test_the_bill_of_a_release_has_the_vendored_files_too() -> None:
    """The bill in the test is like one from cyclonedx-py, which lists only installed packages."""
    installed = {
        "metadata": {"component": {"bom-ref": "root-component", "name": "honeyhive-sdk"}},
        "components": [{"bom-ref": "httpx==0.28.1", "name": "httpx"}],
        "dependencies": [{"ref": "httpx==0.28.1"}, {"ref": "root-component", "dependsOn": ["httpx==0.28.1"]}],
    }

    bill = with_vendored(installed, json.loads((ROOT / "vendored.cdx.json").read_text()))

    assert [one["name"] for one in bill["components"]] == ["httpx", "htmx.org"]
    assert bill["dependencies"] == [
        {"ref": "httpx==0.28.1"},
        {"ref": "pkg:npm/htmx.org@4.0.1"},
        {"ref": "root-component", "dependsOn": ["httpx==0.28.1", "pkg:npm/htmx.org@4.0.1"]},
    ]
    assert len(installed["components"]) == 1


def test_pypi_can_show_the_description(dist: Path) -> None:
    archive, info = open_wheel(dist)
    metadata = archive.read(f"{info}/METADATA")
    description = message_from_bytes(metadata).get_payload()
    assert isinstance(description, str)
    page = markdown.render(description)

    assert page is not None
    assert re.findall(r'(?:href|src)="(?!https?://|#)([^"]*)"', page) == []
    assert "<img" not in page
    # If a link is left out, its label stays. Code stays unchanged.
    assert "Tracing explains nesting" in page
    readme = (ROOT / "README.md").read_text()
    assert re.findall(r"```.*?```", description, re.DOTALL) == re.findall(r"```.*?```", readme, re.DOTALL)
    # The metadata version that has fields for licenses and that every upload tool supports.
    assert Metadata.from_email(metadata, validate=True).metadata_version == "2.4"


def test_links_lead_to_the_site_once_it_has_an_address() -> None:
    described = for_pypi((ROOT / "README.md").read_text(), "https://docs.example.com/sdk/")
    links = re.findall(r"\]\((https://docs\.example\.com/sdk/)([^)#]+)", described)
    pages = {name.replace(".html", ".md") for _, name in links}

    assert {"images/trace.png", "tracing.md", "recipes/index.md"} <= pages
    assert [name for name in pages if not (ROOT / "docs" / name).is_file()] == []
    assert re.findall(r"\]\((?!https:)[^)]*\)", described) == []


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
    # The dependencies come from this environment, but the packages only from the wheel, not from the editable install.
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
