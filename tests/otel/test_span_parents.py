"""The LRU cache of span parents is bounded, and only one thread can claim a key."""

import threading

from honeyhive._otel.span_parents import LRUCache


def test_used_entries_stay_and_others_are_evicted() -> None:
    cache: LRUCache[int, str] = LRUCache(capacity=10)
    cache[0] = "used"
    cache[1] = "not used"
    for number in range(2, 100):
        cache[number] = "passing"
        assert cache.get(0) == "used"

    assert cache.get(1) is None
    assert sum(cache.get(number) is not None for number in range(2, 100)) <= 20


def test_pop_removes_a_key_from_both_generations() -> None:
    cache: LRUCache[int, str] = LRUCache(capacity=2)
    for number in range(3):
        cache[number] = "there"
    cache[0] = "there"

    assert cache.pop(0) == "there"
    assert cache.get(0) is None
    assert cache.pop(0) is None


def test_claim_succeeds_in_one_of_many_threads() -> None:
    for _ in range(50):
        cache: LRUCache[str, tuple[int]] = LRUCache(capacity=1)
        barrier, won = threading.Barrier(4), []

        def claim(number: int, cache: LRUCache = cache, barrier: threading.Barrier = barrier, won: list = won) -> None:
            barrier.wait(10)
            if cache.claim("key", (number,)):
                won.append(number)

        threads = [threading.Thread(target=claim, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(won) == 1
        assert cache.get("key") == (won[0],)
