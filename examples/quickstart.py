"""Logs a session with its events, and prints the stored tree of the session.

Needs a key and a server in the environment; ``make demo`` sets both::

    honeyhive serve &
    HH_API_KEY=hh_anything HH_API_URL=http://127.0.0.1:8600 python examples/quickstart.py
"""

import time
import uuid
import warnings

from honeyhive import HoneyHive

QUESTION = "Where is my parcel?"


def main() -> None:
    """Make the calls of a first application, one by one."""
    with HoneyHive() as hh:
        started = time.time() * 1000 - 900  # times are Unix milliseconds
        session = hh.sessions.create(session_name="support-chat", inputs={"question": QUESTION}, source="quickstart")
        print(f"session {session.session_id}")

        tool = hh.events.create(
            session_id=session.session_id,
            event_type="tool",
            event_name="track-parcel",
            inputs={"parcel": "HH-204"},
            outputs={"status": "in transit"},
            start_time=started,
            duration=48,
        )
        model = hh.events.create(
            session_id=session.session_id,
            event_type="model",
            event_name="answer",
            inputs={"messages": [{"role": "user", "content": QUESTION}], "tool": "in transit"},
            outputs={"content": "It is on its way."},
            config={"model": "small-1"},
            metadata={"total_tokens": 42},
            start_time=started + 50,
            duration=740,
        )
        print(f"a tool event {tool.event_id} and a model event {model.event_id}")

        check = str(uuid.uuid4())
        hh.sessions.create_event_batch(
            session.session_id,
            events=[
                {"event_id": check, "event_type": "chain", "event_name": "check-answer", "inputs": {}, "duration": 20},
                {
                    "parent_id": check,
                    "event_type": "tool",
                    "event_name": "find-rude-words",
                    "inputs": {},
                    "duration": 5,
                },
            ],
        )
        print("a batch of two, one inside the other")

        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            hh.sessions.add_traces(session.session_id, logs=[{"event_type": "tool", "event_name": "old-style"}])
        for warning in caught:
            print(f"{warning.category.__name__}: {warning.message}")

        hh.events.update(model.event_id, feedback={"rating": 5})

        print("\nthe stored session:")
        for found in hh.sessions.list(query={"session_id": session.session_id}):
            show(found.to_dict())


def show(event: dict[str, object], depth: int = 0) -> None:
    """Print an event and its children."""
    duration = event.get("duration")
    took = f"  {duration:g} ms" if isinstance(duration, int | float) else ""
    print(f"{'  ' * depth}{event.get('event_type')}: {event.get('event_name')}{took}")
    children = event.get("children")
    for child in children if isinstance(children, list) else ():
        show(child, depth + 1)


if __name__ == "__main__":
    main()
