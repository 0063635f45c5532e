"""Profiles are kept in a private file, are overridden by flags and variables, and are read only by the command line."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from honeyhive_server import LocalServer

from .conftest import KEY, Run

OTHER = "hh_other_0123456789abcdef"
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file with the profiles. It is below the folder of the test, which is HOME."""
    return tmp_path / ".config" / "honeyhive" / "config.toml"


@pytest.fixture
def bare(run: Run) -> Any:
    """Run the tool without the variables that a profile could replace."""

    def run_bare(*arguments: str, **more: Any) -> Any:
        return run(*arguments, **{"HH_API_KEY": None, "HH_API_URL": None, **more})

    return run_bare


def test_a_profile_has_the_key_and_the_url(bare: Any, server: LocalServer, file: Path) -> None:
    keyless = bare("sessions", "list")
    url = bare("config", "set", "base-url", server.url)
    key = bare("config", "set", "api-key", stdin=f"{KEY}\n")
    sent = bare("sessions", "list", "--dry-run")
    listed = bare("sessions", "list")

    assert "'honeyhive config set api-key' saves a key for later runs" in keyless.err
    assert (url.code, url.out, url.err) == (0, "", "profile default: base-url is set\n")
    assert (key.code, key.out, key.err) == (0, "", "profile default: api-key is set\n")
    assert (listed.code, listed.err, listed.out[:1]) == (0, "", "[")
    assert f"curl --request GET {server.url}/session" in sent.out
    assert "Bearer hh_****cdef" in sent.out
    assert file.read_text().count(KEY) == 1


def test_the_file_is_for_its_owner_only(bare: Any, file: Path) -> None:
    bare("config", "set", "api-key", stdin=KEY)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [one.name for one in file.parent.iterdir()] == ["config.toml"]

    file.chmod(0o644)
    warned = bare("sessions", "list", "--base-url", NOWHERE, "--dry-run")
    assert warned.err == f"warning: other users of this machine can read the keys in {file}; run chmod 600 on it\n"


def test_the_folder_is_that_of_the_platform(bare: Any, tmp_path: Path) -> None:
    bare("config", "set", "base-url", NOWHERE, XDG_CONFIG_HOME=str(tmp_path / "xdg"))
    bare("config", "set", "base-url", NOWHERE, XDG_CONFIG_HOME="")

    assert (tmp_path / "xdg" / "honeyhive" / "config.toml").exists()
    assert (tmp_path / ".config" / "honeyhive" / "config.toml").exists()


def test_flags_outrank_variables_and_variables_outrank_the_profile(run: Run, bare: Any, server: LocalServer) -> None:
    bare("config", "set", "base-url", "https://profile.example")
    bare("config", "set", "v1-url", "https://v1.profile.example")
    bare("config", "set", "api-key", stdin=OTHER)

    def url(*flags: str, **variables: str) -> str:
        sent = bare("events", "search", "--dry-run", *flags, **variables)
        return str(sent.out.split()[3].partition("/v1/")[0])

    assert url() == "https://v1.profile.example"
    assert url(HH_API_URL="https://variable.example") == "https://variable.example"
    assert url(HH_V1_URL="https://v1.example", HH_API_URL="https://variable.example") == "https://v1.example"
    assert url("--base-url", "https://flag.example", HH_V1_URL="https://v1.example") == "https://flag.example"
    assert "https://profile.example/session" in bare("sessions", "list", "--dry-run").out
    assert "hh_****2345" in bare("events", "search", "--dry-run", HH_API_KEY="hh_variable_012345").out
    assert "hh_****6789" in bare("events", "search", "--dry-run", "--api-key", "hh_a_flag_0123456789").out


def test_doctor_shows_where_each_value_comes_from(bare: Any, server: LocalServer, file: Path) -> None:
    bare("config", "set", "base-url", server.url, "--profile", "local")
    bare("config", "set", "ingestion-api-key", "--profile", "local", stdin="hh_ingst_" + "a" * 24 + "_" + "b" * 64)
    bare("config", "set", "allow-http", "true", "--profile", "local")

    result = bare("doctor", "--legacy-url", server.url, HH_API_KEY=KEY)
    wrong = bare("doctor", "--profile", "nowhere")

    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    assert (result.code, result.err) == (0, "")
    assert f"ok profile local from {file}" in lines
    assert "ok api key hh_****cdef from HH_API_KEY" in lines
    assert f"ok ingestion api key hh_ingst_{'a' * 24}_****** from profile local" in lines
    assert "ok allow http true from profile local" in lines
    assert f"ok host v1 {server.url} from profile local" in lines
    assert f"ok host legacy {server.url} from --legacy-url" in lines
    assert KEY not in result.out
    assert "b" * 64 not in result.out
    assert wrong.code == 1
    assert "--profile: there is no profile nowhere" in wrong.out


def test_a_variable_that_outranks_a_named_profile_is_a_warning(run: Run, bare: Any) -> None:
    bare("config", "set", "api-key", "--profile", "staging", stdin=OTHER)
    bare("config", "set", "base-url", NOWHERE, "--profile", "staging")

    named = run("sessions", "list", "--dry-run", "--profile", "staging")
    by_variable = run("sessions", "list", "--dry-run", HH_PROFILE="staging")
    by_default = run("sessions", "list", "--dry-run")

    assert named.err.splitlines() == [
        "warning: HH_API_KEY is used instead of api-key of profile staging; unset HH_API_KEY",
        "warning: HH_API_URL is used instead of base-url of profile staging; unset HH_API_URL",
    ]
    assert (by_variable.err, by_default.err) == ("", "")


def test_profiles_are_listed_chosen_changed_and_deleted(bare: Any, file: Path) -> None:
    bare("config", "set", "base-url", "https://one.example", "--profile", "one")
    second = bare("config", "set", "base-url", "https://two.example", HH_PROFILE="two")
    bare("config", "set", "api-key", "--profile", "two", stdin=OTHER)

    assert second.err.splitlines()[1] == (
        "use it with --profile two, or make it the default with 'honeyhive config use two'"
    )
    assert bare("config", "list", "-o", "table").out.split()[-3:] == ["saved", "in", str(file)]
    assert bare("config", "list", "-o", "table", COLUMNS="40").out.split()[-3:] == ["saved", "in", str(file)]
    assert json.loads(bare("config", "list").out) == [
        {"profile": "one", "is_default": True, "base_url": "https://one.example"},
        {"profile": "two", "is_default": False, "base_url": "https://two.example", "api_key": "hh_****cdef"},
    ]
    assert bare("config", "get", "base-url").out == "https://one.example\n"
    assert bare("config", "use", "two").code == 0
    assert bare("config", "get", "base-url").out == "https://two.example\n"
    assert bare("config", "get", "api-key").out == "hh_****cdef\n"
    assert bare("config", "unset", "base-url").code == 0
    assert bare("config", "get", "base-url").err.startswith("error: profile two has no base-url; set one with")
    assert bare("config", "delete", "two").code == 0
    assert OTHER not in file.read_text()
    assert "there is no default profile" in bare("config", "get").err
    assert json.loads(bare("config", "get", "--profile", "one").out) == {"base_url": "https://one.example"}


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (("set", "base-url", "nonsense"), "", "error: base-url must begin with https:// or http://;"),
        (("set", "api-key"), "", "error: there is no value for api-key; pass it as VALUE or on stdin;"),
        (("set", "api-key", "hh_ä"), "", "error: api-key contains a non-ASCII character;"),
        (("set", "allow-http", "maybe"), "", "error: allow-http must be true or false;"),
        (("set", "colour", "red"), "", "error: SETTING: 'colour' is not one of api-key,"),
        (("set", "base-url", NOWHERE, "--profile", "a b"), "", "error: 'a b' is not a name for a profile; use letters"),
        (("use", "none"), "", "error: there is no profile none; 'honeyhive config list' shows all profiles;"),
    ],
)
def test_wrong_settings_are_refused(bare: Any, file: Path, arguments: tuple[str, ...], stdin: str, words: str) -> None:
    result = bare("config", *arguments, stdin=stdin)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(words)
    assert not file.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f'[profiles.a]\napi_key = "{OTHER}', "is not TOML: there is a mistake at"),
        (f"[profiles.a]\napi_key = {OTHER}\n", "is not TOML: there is a mistake at line 2, column 11"),
        (f'[profiles.a]\napikey = "{OTHER}"\n', "profile a has the unknown setting apikey (did you mean api_key?)"),
        (f'api_key = "{OTHER}"\n', "api_key is not in a profile; put it under [profiles.NAME]"),
        ('[profiles.a]\nbase_url = "ftp://x"\n', "base_url of profile a must begin with https:// or http://"),
        ('[profiles.a]\nallow_http = "yes"\n', "allow_http of profile a must be true or false"),
        ("[profiles.a]\napi_key = 7\n", "api_key of profile a must be a string in quotes"),
        ('profile = "b"\n[profiles.a]\n', "there is no profile b"),
        ("profiles = 1\n", "a profile is a table such as [profiles.staging]"),
    ],
)
def test_a_mistake_in_the_file_is_named_without_the_key(bare: Any, file: Path, text: str, words: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text)
    file.chmod(0o600)

    result = bare("sessions", "list")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {file}")
    assert words in result.err
    assert OTHER not in result.err


def test_only_the_command_line_reads_profiles(bare: Any, tmp_path: Path, server: LocalServer) -> None:
    bare("config", "set", "api-key", stdin=KEY)
    bare("config", "set", "base-url", server.url)
    (tmp_path / "app.py").write_text(
        "from honeyhive import ConfigurationError, HoneyHive\n\n\n"
        "def answer(inputs):\n"
        "    try:\n"
        "        HoneyHive()\n"
        "    except ConfigurationError as error:\n"
        "        return str(error)\n"
    )
    (tmp_path / "cases.jsonl").write_text('{"inputs": {"q": 1}}\n')

    result = bare("evaluate", "app:answer", "--dataset", "cases.jsonl", "--jq", ".rows[0].outputs")

    assert result.code == 0
    assert result.out.startswith("there is no API key")
