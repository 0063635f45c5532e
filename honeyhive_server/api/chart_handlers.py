"""Handlers for charts, stored as definitions of the project in the path or, on legacy routes, of the key's project."""

import orjson

from ..model.event_model import DEFAULT_PROJECT, Document
from ..services.definition_kinds import DefinitionKind
from ..store import definitions
from .api_request import APIRequest
from .definition_crud import create, delete, get, update

CHART = DefinitionKind(
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


def _project(request: APIRequest) -> str:
    return request.path.get("project_id") or request.key_project or DEFAULT_PROJECT


async def list_charts(request: APIRequest) -> bytes:
    """Return the charts of a project."""
    found = await request.store.read(definitions.find_all, CHART.name, project=_project(request))
    return orjson.dumps({"success": True, "data": found})


async def create_chart(request: APIRequest) -> bytes:
    """Store a chart."""
    return _reply(await create(request, CHART, request.body, project=_project(request)))


async def get_chart(request: APIRequest) -> bytes:
    """Return one chart."""
    return _reply(await get(request, CHART, request.path["chart_id"], project=_project(request)))


async def update_chart(request: APIRequest) -> bytes:
    """Update a chart."""
    return _reply(await update(request, CHART, request.path["chart_id"], request.body, project=_project(request)))


async def delete_chart(request: APIRequest) -> bytes:
    """Delete a chart."""
    await delete(request, CHART, request.path["chart_id"], project=_project(request))
    return b'{"success":true,"message":"Chart deleted"}'


def _reply(chart: Document) -> bytes:
    return orjson.dumps({"success": True, "data": chart})
