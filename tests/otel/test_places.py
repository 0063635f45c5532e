"""What is remembered of spans: recently used, bounded, and claimed by one thread alone."""

import threading

from honeyhive._otel.span_parents import Recent


def test_what_is_used_stays_and_the_rest_goes() -> None:
    recent: Recent[int, str] = Recent(most=10)
    recent[0] = "used"
    recent[1] = "not used"
    for number in range(2, 100):
        recent[number] = "passing"
        assert recent.get(0) == "used"

    assert recent.get(1) is None
    assert sum(recent.get(number) is not None for number in range(2, 100)) <= 20


def test_what_is_popped_is_gone_from_both_halves() -> None:
    recent: Recent[int, str] = Recent(most=2)
    for number in range(3):
        recent[number] = "there"
    recent[0] = "there"

    assert recent.pop(0) == "there"
    assert recent.get(0) is None
    assert recent.pop(0) is None


def test_one_of_many_threads_has_its_claim() -> None:
    for _ in range(50):
        recent: Recent[str, tuple[int]] = Recent(most=1)
        barrier, won = threading.Barrier(4), []

        def claim(number: int, recent: Recent = recent, barrier: threading.Barrier = barrier, won: list = won) -> None:
            barrier.wait(10)
            if recent.claim("key", (number,)):
                won.append(number)

        threads = [threading.Thread(target=claim, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(won) == 1
        assert recent.get("key") == (won[0],)
