"""Verdict on one schedule: each id is stored once, pending in the spool, or counted as dropped."""

from collections import Counter
from typing import NamedTuple

# Reasons for dropping a record whose reply was lost, so that the service may have stored it.
MAY_BE_STORED = frozenset({"unsent", "server_error", "unconfirmed", "too_large"})


class Evidence(NamedTuple):
    """Facts about a schedule that were collected outside of the application."""

    tried: set[str]
    """Ids whose log call has begun."""
    accepted: set[str]
    """Ids whose log call has returned, in processes to which the guarantee applies."""
    stored: Counter[str]
    """Number of stored rows by id."""
    pending: set[str]
    """Ids that are still in the spool after the recovery."""
    dropped: Counter[str]
    """Counts of dropped records that the processes reported at their end, by reason."""
    unconfirmed: set[str]
    """Ids whose delivery no complete response had confirmed when their process ended."""
    uncounted: set[str]
    """Ids that a process may have dropped without reporting the drop, because it was killed."""
    may_stay: set[str]
    """Ids that may be pending although the service is healthy, because they are permanently refused."""
    hides_damage: bool
    """True after a power cut, when the number of records in damaged places is unknown."""
    problems: list[str]
    """Other faults: calls that raised, processes that hung, counters that do not balance."""


def failures(seen: Evidence) -> list[str]:
    """Return a line for each violation of the guarantee; an empty list if the guarantee holds."""
    found = list(seen.problems)
    places = seen.stored.keys() | seen.pending
    missing = seen.accepted - places - seen.uncounted
    dropped = seen.dropped.total()
    if len(missing) > dropped:
        found.append(f"lost: {len(missing) - dropped} of {_named(missing)} ({dropped} counted as dropped)")
    twice = {name for name, count in seen.stored.items() if count > 1}
    if twice:
        found.append(f"stored twice: {_named(twice)}")
    exact = Counter({reason: count for reason, count in seen.dropped.items() if reason not in MAY_BE_STORED})
    if seen.hides_damage:
        del exact["damaged"]
    absent = len(seen.tried - places)
    possible = absent + len(seen.unconfirmed & seen.stored.keys())
    counted = dropped - (seen.dropped["damaged"] if seen.hides_damage else 0)
    if exact.total() > absent or counted > possible:
        found.append(f"stored and dropped: {absent} are nowhere, but dropped are {dict(seen.dropped)}")
    stuck = seen.pending - seen.may_stay
    if stuck:
        found.append(f"not delivered by a healthy service: {_named(stuck)}")
    return found


def _named(names: set[str]) -> str:
    shown = sorted(names, key=lambda name: int(name.split("-")[2]))
    return f"{len(shown)} ({', '.join(shown[:5])}{', ...' if len(shown) > 5 else ''})"
