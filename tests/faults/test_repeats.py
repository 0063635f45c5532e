from tests.faults import repeats


def test_an_event_whose_response_was_lost_is_stored_once() -> None:
    returned, stored = repeats.stored_after(40)

    assert len(returned) == 40
    assert sorted(stored) == sorted(returned)
