"""Charts, as stored definitions: of the project that the path names, or in the older form of the key's."""

import orjson

from ..model.event_model import DEFAULT_PROJECT, Document
from ..store import objects as definitions
from .definitions import Kind, create, delete, get, update
from .request import Call

CHART = Kind(
    "chart",
    {
        "name": None,
        "description": None,
        "metric": None,
        "func": None,
        "groupBy": None,
        "bucketing": "day",
        "dateRange": None,
        "query": None,
        "owner_id": None,
    },
    {"is_active": True, "updated_at": None},
)


def _project(call: Call) -> str:
    return call.path.get("project_id", DEFAULT_PROJECT)


async def list_charts(call: Call) -> bytes:
    """Answer the charts of a project."""
    found = await call.store.read(definitions.find_all, CHART.name, project=_project(call))
    return orjson.dumps({"success": True, "data": found})


async def create_chart(call: Call) -> bytes:
    """Store a chart."""
    return _reply(await create(call, CHART, call.body, project=_project(call)))


async def get_chart(call: Call) -> bytes:
    """Answer one chart."""
    return _reply(await get(call, CHART, call.path["chart_id"], project=_project(call)))


async def update_chart(call: Call) -> bytes:
    """Change a chart."""
    return _reply(await update(call, CHART, call.path["chart_id"], call.body, project=_project(call)))


async def delete_chart(call: Call) -> bytes:
    """Delete a chart."""
    await delete(call, CHART, call.path["chart_id"], project=_project(call))
    return b'{"success":true,"message":"Chart deleted"}'


def _reply(chart: Document) -> bytes:
    return orjson.dumps({"success": True, "data": chart})
