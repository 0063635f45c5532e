"""The handler of each operation of openapi.yaml, by its method and path.

Operations that are missing here return 501. The handlers in `not_implemented` return 501 with a reason.
"""

import re
from collections.abc import Mapping

from honeyhive_api.index import INDEX

from . import chart_handlers as charts
from . import chart_query_handlers as chart_queries
from . import configuration_handlers as configurations
from . import datapoint_handlers as datapoints
from . import dataset_handlers as datasets
from . import evaluator_handlers as evaluators
from . import event_batch_handlers as batches
from . import event_handlers as events
from . import key_handlers as keys
from . import metric_handlers as metrics
from . import not_implemented as missing
from . import queue_handlers as queues
from . import run_handlers as runs
from . import run_result_handlers as results
from . import scope_handlers as scopes
from . import search_handlers as search
from . import session_deletion_handlers as deletions
from . import session_handlers as sessions
from .api_request import OperationHandler

_EVALUATOR = "/v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}"
_ROUTES: dict[str, OperationHandler] = {
    "POST /v1/sessions": sessions.create_session,
    "POST /v1/sessions/{session_id}/events/batch": sessions.create_session_event_batch,
    "GET /session": sessions.list_sessions,
    "POST /session/{session_id}/event": sessions.create_session_event,
    "POST /session/{session_id}/traces": sessions.add_session_traces,
    "POST /session/start": sessions.start_session,
    "POST /v1/events": events.create_event,
    "GET /v1/events/{event_id}": events.get_event,
    "PUT /v1/events/{event_id}": events.update_event,
    "POST /v1/events/batch": batches.create_event_batch,
    "POST /v1/events/search": search.search_events,
    "POST /v1/events/export": search.export_events,
    "GET /v1/events/schema": search.get_events_schema,
    "POST /events": events.create_event_legacy,
    "PUT /events": events.update_event,
    "POST /events/batch": batches.create_event_batch_legacy,
    "POST /events/model": events.create_model_event_legacy,
    "POST /events/model/batch": batches.create_model_event_batch_legacy,
    "GET /v1/datasets": datasets.list_datasets,
    "POST /v1/datasets": datasets.create_dataset,
    "PUT /v1/datasets/{dataset_id}": datasets.update_dataset,
    "PUT /v1/datasets": datasets.update_dataset,
    "DELETE /v1/datasets/{dataset_id}": datasets.delete_dataset,
    "DELETE /v1/datasets": datasets.delete_dataset,
    "POST /v1/datasets/{dataset_id}/datapoints": datasets.add_dataset_datapoints,
    "DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}": datasets.remove_dataset_datapoint,
    "DELETE /v1/datasets/{dataset_id}/{datapoint_id}": datasets.remove_dataset_datapoint,
    "GET /v1/datapoints": datapoints.list_datapoints,
    "POST /v1/datapoints": datapoints.create_datapoint,
    "POST /v1/datapoints/batch": datapoints.create_datapoint_batch,
    "GET /v1/datapoints/{datapoint_id}": datapoints.get_datapoint,
    "PUT /v1/datapoints/{datapoint_id}": datapoints.update_datapoint,
    "DELETE /v1/datapoints/{datapoint_id}": datapoints.delete_datapoint,
    "GET /v1/runs": runs.list_runs,
    "POST /v1/runs": runs.create_run,
    "GET /v1/runs/schema": runs.get_runs_schema,
    "GET /v1/runs/{run_id}": runs.get_run,
    "PUT /v1/runs/{run_id}": runs.update_run,
    "PATCH /v1/projects/{project_id}/runs/{run_id}": runs.update_run,
    "DELETE /v1/runs/{run_id}": runs.delete_run,
    "GET /v1/runs/{run_id}/schema": runs.get_run_schema,
    "GET /v1/runs/{run_id}/metrics": runs.get_run_metrics,
    "GET /v1/runs/{run_id}/summary": results.get_run_summary,
    "GET /v1/runs/{run_id}/result": results.get_run_summary,
    "GET /v1/runs/{new_run_id}/compare/{old_run_id}": results.compare_runs,
    "GET /v1/runs/{new_run_id}/compare-with/{old_run_id}": results.compare_runs,
    "GET /v1/runs/{new_run_id}/compare/{old_run_id}/events": results.compare_run_events,
    "GET /v1/runs/compare/events": results.compare_run_events,
    "GET /v1/metrics": metrics.list_metrics,
    "POST /v1/metrics": metrics.create_metric,
    "PUT /v1/metrics/{metric_id}": metrics.update_metric,
    "PUT /v1/metrics": metrics.update_metric,
    "DELETE /v1/metrics/{metric_id}": metrics.delete_metric,
    "DELETE /v1/metrics": metrics.delete_metric,
    "POST /v1/metrics/run": missing.run_metric,
    "POST /v1/metrics/run_metric": missing.run_metric,
    "GET /v1/metrics/{metric_id}/versions": metrics.list_metric_versions,
    "POST /v1/metrics/{metric_id}/versions": metrics.create_metric_version,
    "POST /v1/metrics/{metric_id}/versions/{version_name}/deploy": metrics.deploy_metric_version,
    "GET /v1/queues": queues.list_queues,
    "POST /v1/queues": queues.create_queue,
    "GET /v1/queues/{queue_id}": queues.get_queue,
    "PUT /v1/queues/{queue_id}": queues.update_queue,
    "DELETE /v1/queues/{queue_id}": queues.delete_queue,
    "GET /v1/configurations": configurations.list_configurations,
    "POST /v1/configurations": configurations.create_configuration,
    "PUT /v1/configurations/{configId}": configurations.update_configuration,
    "DELETE /v1/configurations/{configId}": configurations.delete_configuration,
    "GET /v1/projects/{project_id}/charts": charts.list_charts,
    "POST /v1/projects/{project_id}/charts": charts.create_chart,
    "GET /v1/projects/{project_id}/charts/{chart_id}": charts.get_chart,
    "PATCH /v1/projects/{project_id}/charts/{chart_id}": charts.update_chart,
    "DELETE /v1/projects/{project_id}/charts/{chart_id}": charts.delete_chart,
    "GET /v1/charts": charts.list_charts,
    "POST /v1/charts": charts.create_chart,
    "GET /v1/charts/{chart_id}": charts.get_chart,
    "PUT /v1/charts/{chart_id}": charts.update_chart,
    "DELETE /v1/charts/{chart_id}": charts.delete_chart,
    "GET /v1/projects/{project_id}/evaluators": evaluators.list_evaluators,
    "POST /v1/projects/{project_id}/evaluators": evaluators.create_evaluator,
    f"GET {_EVALUATOR}": evaluators.get_evaluator,
    f"PUT {_EVALUATOR}": evaluators.replace_evaluator,
    f"DELETE {_EVALUATOR}": evaluators.archive_evaluator,
    f"GET {_EVALUATOR}/versions": evaluators.list_evaluator_versions,
    f"GET {_EVALUATOR}/versions/{{version}}": evaluators.get_evaluator_version,
    f"POST {_EVALUATOR}/versions/{{version}}/publish": evaluators.publish_evaluator,
    f"POST {_EVALUATOR}/unpublish": evaluators.unpublish_evaluator,
    "POST /v1/projects/{project_id}/charts/query": chart_queries.query_chart,
    "POST /v1/projects/{project_id}/sessions/deletion_requests": deletions.create_session_deletion,
    "GET /v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}": deletions.get_session_deletion,
    "POST /v1/projects/{project_id}/fine_grained_api_keys": keys.create_data_plane_api_key,
    "POST /v1/projects/{project_id}/ingestion_api_keys": keys.create_ingestion_api_key,
    "POST /v1/workspaces/{workspace_id}/projects": scopes.create_project,
    "GET /v1/projects/{project_id}": scopes.get_project,
    "PUT /v1/projects/{project_id}": scopes.update_project,
    "DELETE /v1/projects/{project_id}": scopes.delete_project,
    "POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces": scopes.create_workspace,
    "GET /v1/workspaces/{workspace_id}": scopes.get_workspace,
    "PUT /v1/workspaces/{workspace_id}": scopes.update_workspace,
    "DELETE /v1/workspaces/{workspace_id}": scopes.delete_workspace,
    "POST /v1/orgs/{org_id}/virtual_dataplanes": scopes.create_virtual_dataplane,
    "GET /v1/virtual_dataplanes/{virtual_dataplane_id}": scopes.get_virtual_dataplane,
    "PUT /v1/virtual_dataplanes/{virtual_dataplane_id}": scopes.update_virtual_dataplane,
    "DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}": scopes.delete_virtual_dataplane,
    "GET /v1/projects/{project_id}/alerts": missing.alerts,
    "POST /v1/projects/{project_id}/alerts": missing.alerts,
    "GET /v1/projects/{project_id}/alerts/{alert_id}": missing.alerts,
}

_PROJECT = "/v1/projects/{}/"
_PARAMETER = re.compile(r"\{[^{}]*\}")


def handlers_by_id(routes: Mapping[str, str]) -> dict[str, OperationHandler]:
    """Return the handlers by operationId, given the method and path of each operation.

    The names of path parameters are ignored. An operation keeps its handler if only its operationId changes.
    """
    served = {_PARAMETER.sub("{}", route): handler for route, handler in _ROUTES.items()}
    bare = {name: _PARAMETER.sub("{}", route) for name, route in routes.items()}
    # All projects share datasets, runs and metrics, so a route below a project has the handler of the same route
    # without the project.
    found = {name: served.get(route) or served.get(route.replace(_PROJECT, "/v1/")) for name, route in bare.items()}
    return {name: handler for name, handler in found.items() if handler is not None}


HANDLERS = handlers_by_id({name: entry.route for name, entry in INDEX.items()})
