"""Events that the server has stored after a flush of the client."""


def tree(node):
    """Return the names of a stored tree as nested lists."""
    return {node["event_name"]: [tree(child) for child in node["children"]]}


def stored(hh, server):
    assert hh.flush(20)
    return server.sessions()


def by_name(hh, server):
    assert hh.flush(20)
    return {event["event_name"]: event for event in server.events()}
