"""A renamed operation keeps its route in the local server."""

from honeyhive_server.api.handlers import HANDLERS, handlers_by_id
from honeyhive_server.contract import served_operations as openapi


def test_a_renamed_operation_keeps_its_handler():
    operations = openapi.load().operations.values()
    renamed = {f"renamed{one.id}": f"{one.method} {one.path}" for one in operations}

    assert handlers_by_id(renamed) == {f"renamed{name}": handler for name, handler in HANDLERS.items()}


def test_a_renamed_path_parameter_keeps_its_handler():
    routes = {"getEvent": "GET /v1/events/{id}", "unknown": "GET /v1/nothing"}

    assert handlers_by_id(routes) == {"getEvent": HANDLERS["getEvent"]}
