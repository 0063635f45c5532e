"""Sessions and events for the viewer's tests, logged through the API."""

import time
from typing import Any, Self
from uuid import uuid4

import httpx

MESSAGES = [{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": "Where is my parcel?"}]


class Traces:
    """A client that logs into a server; each method returns the new ids."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, headers={"Authorization": "Bearer hh_test"}, timeout=30)
        self.now = int(time.time() * 1000)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def post(self, path: str, body: Any) -> Any:
        """Post JSON and return the decoded response."""
        answer = self._http.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def change(self, event_id: str, **changes: Any) -> None:
        """Update an event."""
        self._http.put(f"/v1/events/{event_id}", json=changes).raise_for_status()

    def session(self, name: str, **fields: Any) -> str:
        """Start a session and return its id."""
        return self.post("/v1/sessions", {"session_name": name, "start_time": self.now, **fields})["session_id"]

    def event(self, session_id: str, name: str, **fields: Any) -> str:
        """Log an event and return its id."""
        body = {"event_type": "tool", "event_name": name, "inputs": {}, "start_time": self.now, **fields}
        return self.post("/v1/events", {"session_id": session_id, **body})["event_id"]

    def chat(self) -> tuple[str, dict[str, str]]:
        """Log a session with a chain, a tool, a model event and a failed tool; return (its id, event ids by name)."""
        session = self.session("support-chat", inputs={"question": "Where is my parcel?"}, project="shop")
        chain = self.event(session, "answer", event_type="chain", duration=900)
        ids = {"answer": chain}
        ids["retrieve"] = self.event(
            session,
            "retrieve",
            parent_id=chain,
            duration=200,
            inputs={"query": "parcel"},
            outputs={"documents": [1, 2]},
        )
        ids["complete"] = self.event(
            session,
            "complete",
            parent_id=chain,
            event_type="model",
            start_time=self.now + 300,
            duration=600,
            inputs={"messages": MESSAGES},
            outputs={"role": "assistant", "content": "It is on its way."},
            config={"model": "fake-1"},
            metadata={"prompt_tokens": 1200, "completion_tokens": 34, "cost": 0.0012},
            metrics={"groundedness": 0.75},
            feedback={"rating": 5},
            user_properties={"tier": "gold"},
        )
        ids["notify"] = self.event(session, "notify", start_time=self.now + 950, duration=50, error="SMTP is down")
        return session, ids

    def large(self, count: int) -> str:
        """Log a session with the given number of events in a ternary tree, and return its id."""
        session, parents = str(uuid4()), [str(uuid4()) for _ in range(count)]
        events = [
            {
                "event_id": parents[n],
                "parent_id": parents[n // 3 - 1] if n // 3 else session,
                "event_type": ("chain", "model", "tool")[n % 3],
                "event_name": f"step {n}",
                "inputs": {"messages": MESSAGES},
                "outputs": {"role": "assistant", "content": "It is on its way. " * 20},
                "start_time": self.now + n,
                "duration": count - n,
            }
            for n in range(count)
        ]
        self.session("large", session_id=session)
        self.post(f"/v1/sessions/{session}/events/batch", {"events": events})
        return session
