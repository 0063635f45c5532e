"""What a server has stored, once a client has delivered all."""


def tree(node):
    """The names of a stored tree, nested."""
    return {node["event_name"]: [tree(child) for child in node["children"]]}


def stored(hh, server):
    assert hh.flush(20)
    return server.sessions()


def by_name(hh, server):
    assert hh.flush(20)
    return {event["event_name"]: event for event in server.events()}
