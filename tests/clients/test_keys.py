"""Tests of ApiKey, the wrapper that hides a key, and of the kinds of keys."""

import pytest
from honeyhive_api.keys import ApiKey, seal

from honeyhive._core.key_kinds import BY_SCHEME, PROJECT, SPECIAL, kind_of


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("hh_test", None),
        ("!~", None),
        ("", "is empty"),
        (" \t", "is empty"),
        (" hh", "starts or ends with whitespace"),
        ("hh\n", "starts or ends with whitespace"),
        ("hä", "contains a non-ASCII character"),
        ("h\nh", "contains a control character, such as a line break"),
        ("h\x7fh", "contains a control character, such as a line break"),
        (b"hh", "must be a str, not bytes"),
        (7, "must be a str, not int"),
    ],
)
def test_a_malformed_key_raises_configuration_error(text, fault):
    assert ApiKey(text).fault() == fault


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hh_ingst_x", "ingestion"),
        ("hh_fgdp_x", "data plane"),
        ("hh_fgcp_x", "control plane"),
        ("hh_x", "project"),
        ("x hh_fgcp_x", "project"),
    ],
)
def test_the_prefix_decides_the_kind_of_a_key(text, name):
    assert kind_of(ApiKey(text)).name == name


def test_every_kind_has_its_argument_and_variable():
    assert {kind.scheme: f"{kind.argument}= or {kind.variables[0]}" for kind in (PROJECT, *SPECIAL)} == {
        "projectKey": "api_key= or HH_API_KEY",
        "ingestionKey": "ingestion_api_key= or HH_INGESTION_API_KEY",
        "dataPlaneKey": "data_plane_api_key= or HH_DATA_PLANE_API_KEY",
        "controlPlaneKey": "control_plane_api_key= or HH_CONTROL_PLANE_API_KEY",
    }
    assert PROJECT.variables == ("HH_API_KEY", "HH_PROJECT_API_KEY")
    assert list(BY_SCHEME.values()) == [PROJECT, *SPECIAL]
    assert [kind.scheme for kind in BY_SCHEME.values()] == list(BY_SCHEME)


def test_redact_masks_every_occurrence_of_the_key():
    key = ApiKey("hh_x")

    assert key.redact("hh_x, hh_xhh_x and hh") == "***, ****** and hh"
    assert key.reveal() == "hh_x"


def test_a_key_cut_at_the_end_of_a_string_is_masked():
    key = ApiKey("hh_xyz")

    assert [key.redact("no " + "hh_xyz"[:size]) for size in range(1, 7)] == [
        *("no h", "no hh", "no hh_"),
        *("no ***", "no ***", "no ***"),
    ]
    assert key.redact("hh_xy is cut") == "hh_xy is cut"


def test_none_stays_none_and_a_sealed_key_is_not_sealed_again():
    key = ApiKey("hh_x")

    assert seal(None) is None
    assert seal(key) is key
    assert seal("hh_x").reveal() == "hh_x"


def test_reduce_of_an_api_key_raises_type_error_with_the_reason():
    with pytest.raises(
        TypeError, match=r"^an ApiKey cannot be pickled or copied, so that the key stays in this process"
    ):
        ApiKey("hh_x").__reduce__()
