from tests.faults import ids


def test_no_id_leads_to_another_path_than_that_of_its_template() -> None:
    refused, found = ids.breaches(10_000)

    assert found == []
    assert 500 < refused < 9_000


def test_the_check_finds_a_changed_path() -> None:
    for target in ("/prefix/v1/events", "/prefix/v1/events/a/b", "/prefix/v1/events/a?b", "/prefix/v1/other/a"):
        assert not ids.keeps_template("/v1/events/{id}", target, "a")
    assert ids.keeps_template("/v1/events/{id}", "/prefix/v1/events/a%2Fb", "a/b")
