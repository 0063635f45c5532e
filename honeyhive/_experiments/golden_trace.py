"""Assertions that a session has the same steps as a recorded session."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from honeyhive_api.ids import canonical

from .._core.errors import InvalidRequestError
from .trace_alignment import TraceNode, differences

if TYPE_CHECKING:
    from .._client import HoneyHive

_SHOWN: Final = 5


def assert_trace(
    session: Any,
    golden: str | PurePath | Mapping[str, Any],
    *,
    fields: Sequence[str] = (),
    client: "HoneyHive | None" = None,
) -> None:
    """Raise AssertionError unless a session has the same steps as a recorded one, in the same order.

    ``session`` is a session with its ``children``, as ``sessions.list()`` returns it. If ``client`` is given,
    ``session`` may also be a session's id or a traced session. ``golden`` is the recorded session, or the path of a
    JSON file that ``honeyhive sessions get ID`` has written. The steps are compared by name, by type, and by the given
    ``fields``, such as ``"outputs.answer"``. The error message begins with the first difference and its place.
    """
    if isinstance(fields, str):
        raise InvalidRequestError(f"is the string {fields!r}; pass a list of fields", argument="fields")
    expected = _golden(golden)
    found = list(differences(expected, _session(session, client), fields))
    if not found:
        return
    more = [f"  {one}" for one in found[1:_SHOWN]]
    if len(found) > _SHOWN:
        more.append(f"  and {len(found) - _SHOWN} more")
    # pytest adds its own explanation to an assert statement; this message is complete.
    raise AssertionError("\n".join([f"the trace differs from the golden one: {found[0]}", *more]))


def session_by_id(client: "HoneyHive", session_id: str) -> dict[str, Any] | None:
    """Return the session with its events as a tree; None if no session has the id."""
    found = client.sessions.list(query={"session_id": canonical(session_id)}, limit=1)
    return found[0].to_dict() if found else None


def recorded_session(path: str | PurePath) -> TraceNode:
    """Return the session in a JSON file. Raises InvalidRequestError if the file does not hold a session."""
    try:
        value = json.loads(Path(path).read_bytes())
    except FileNotFoundError:
        raise InvalidRequestError(
            f"{path} does not exist; record it with honeyhive sessions get ID > {path}",
            argument="golden",
            separator=": ",
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidRequestError(f"{path} cannot be read: {error}", argument="golden", separator=": ") from None
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict) or "event_type" not in value:
        raise InvalidRequestError(
            f"{path} is not a session; write it with honeyhive sessions get ID", argument="golden", separator=": "
        )
    return value


def _golden(golden: Any) -> TraceNode:
    return recorded_session(golden) if isinstance(golden, str | PurePath) else _tree(golden, "golden")


def _session(session: Any, client: "HoneyHive | None") -> TraceNode:
    session_id = session if isinstance(session, str) else getattr(session, "session_id", None)
    if not isinstance(session_id, str) or isinstance(session, Mapping) or hasattr(session, "to_dict"):
        return _tree(session, "session")
    if client is None:
        raise InvalidRequestError("is an id; pass client= to read the session", argument="session")
    client.flush()
    found = session_by_id(client, session_id)
    if found is None:
        raise InvalidRequestError(f"there is no session with the id {session_id}", argument="session", separator=": ")
    return found


def _tree(value: Any, argument: str) -> TraceNode:
    """Return a session as a mapping; a session that the client has read is converted with its ``to_dict()``."""
    to_dict = getattr(value, "to_dict", None)
    tree = to_dict() if callable(to_dict) else value
    if not isinstance(tree, Mapping):
        raise InvalidRequestError(f"is of type {type(value).__name__}; pass a session", argument=argument)
    return tree
