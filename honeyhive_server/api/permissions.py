"""The permissions of a data plane key that allow an operation."""

from ..contract.served_operations import ServedOperation

# Unverified for charts: only `project.chart.get` and `project.chart.list` are known, and the other names follow them.
_ACTIONS = {"GET": ("get",), "POST": ("post",), "PUT": ("put",), "PATCH": ("patch", "put"), "DELETE": ("delete",)}
_RESOURCES = {"charts": "chart", "evaluators": "evaluator"}
# Permissions of operations whose path has one of these segments below the project.
_SPECIAL = {
    "query": "project.event.get",
    "publish": "project.evaluator.publish",
    "unpublish": "project.evaluator.publish",
    "sessions": "project.session.delete",
}


def permissions_for(operation: ServedOperation) -> tuple[str, ...]:
    """Return the permissions for an operation; a key needs at least one of them.

    Empty for the operations that create keys, because no permission allows them.
    """
    _, *segments = operation.path.split("/")
    special = next((_SPECIAL[each] for each in segments[3:] if each in _SPECIAL), None)
    if special is not None:
        return (special,)
    resource = next((_RESOURCES[each] for each in segments if each in _RESOURCES), None)
    if resource is None:
        return ()
    is_list = operation.method == "GET" and not segments[-1].startswith("{")
    return tuple(f"project.{resource}.{action}" for action in (("list",) if is_list else _ACTIONS[operation.method]))
