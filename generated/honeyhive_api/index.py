# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Index of the operations."""

from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from .types import Operation


class Entry(NamedTuple):
    """Method, route and module of an operation."""

    call: str
    """Client method, as namespace.method."""
    route: str
    """HTTP method and path, such as "GET /v1/events/{event_id}"."""
    module: str
    """Module below ``api``."""
    host: str = ""
    security: tuple[str, ...] = ()
    """Security schemes that open it, in the order of preference."""


INDEX: Final[dict[str, Entry]] = {
    "createSession": Entry(
        "sessions.create", "POST /v1/sessions", "sessions.create_session", "v1", ("ingestionKey", "projectKey")
    ),
    "createSessionEventBatch": Entry(
        "sessions.create_event_batch",
        "POST /v1/sessions/{session_id}/events/batch",
        "sessions.create_session_event_batch",
        "v1",
        ("ingestionKey", "projectKey"),
    ),
    "createSessionDeletionRequest": Entry(
        "sessions.create_deletion_request",
        "POST /v1/projects/{project_id}/sessions/deletion_requests",
        "sessions.create_session_deletion_request",
        "v1",
        ("dataPlaneKey",),
    ),
    "getSessionDeletionRequest": Entry(
        "sessions.get_deletion_request",
        "GET /v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}",
        "sessions.get_session_deletion_request",
        "v1",
        ("dataPlaneKey",),
    ),
    "listSessions": Entry("sessions.list", "GET /session", "sessions.list_sessions", "legacy", ("projectKey",)),
    "createSessionEvent": Entry(
        "sessions.create_event",
        "POST /session/{session_id}/event",
        "sessions.create_session_event",
        "legacy",
        ("projectKey",),
    ),
    "addSessionTraces": Entry(
        "sessions.add_traces",
        "POST /session/{session_id}/traces",
        "sessions.add_session_traces",
        "legacy",
        ("projectKey",),
    ),
    "startSession": Entry(
        "sessions.start", "POST /session/start", "sessions.start_session", "v1", ("ingestionKey", "projectKey")
    ),
    "createEvent": Entry(
        "events.create", "POST /v1/events", "events.create_event", "v1", ("ingestionKey", "projectKey")
    ),
    "createEventBatch": Entry(
        "events.create_batch",
        "POST /v1/events/batch",
        "events.create_event_batch",
        "v1",
        ("ingestionKey", "projectKey"),
    ),
    "getProjectEvent": Entry(
        "events.get",
        "GET /v1/projects/{project_id}/events/{event_id}",
        "events.get_project_event",
        "v1",
        ("dataPlaneKey",),
    ),
    "getEvent": Entry("events.get", "GET /v1/events/{event_id}", "events.get_event", "v1", ("projectKey",)),
    "updateEvent": Entry(
        "events.update", "PUT /v1/events/{event_id}", "events.update_event", "v1", ("ingestionKey", "projectKey")
    ),
    "searchProjectEvents": Entry(
        "events.search",
        "POST /v1/projects/{project_id}/events/search",
        "events.search_project_events",
        "v1",
        ("dataPlaneKey",),
    ),
    "searchEvents": Entry("events.search", "POST /v1/events/search", "events.search_events", "v1", ("projectKey",)),
    "exportEvents": Entry("events.export", "POST /v1/events/export", "events.export_events", "v1", ("projectKey",)),
    "getEventsSchema": Entry(
        "events.get_schema", "GET /v1/events/schema", "events.get_events_schema", "v1", ("projectKey",)
    ),
    "updateEventLegacy": Entry(
        "events.update_legacy", "PUT /events", "events.update_event_legacy", "v1", ("ingestionKey", "projectKey")
    ),
    "createEventLegacy": Entry(
        "events.create_legacy", "POST /events", "events.create_event_legacy", "v1", ("ingestionKey", "projectKey")
    ),
    "createEventBatchLegacy": Entry(
        "events.create_batch_legacy",
        "POST /events/batch",
        "events.create_event_batch_legacy",
        "v1",
        ("ingestionKey", "projectKey"),
    ),
    "createModelEventLegacy": Entry(
        "events.create_model_legacy", "POST /events/model", "events.create_model_event_legacy", "v1", ("projectKey",)
    ),
    "createModelEventBatchLegacy": Entry(
        "events.create_model_batch_legacy",
        "POST /events/model/batch",
        "events.create_model_event_batch_legacy",
        "v1",
        ("projectKey",),
    ),
    "listProjectDatasets": Entry(
        "datasets.list",
        "GET /v1/projects/{project_id}/datasets",
        "datasets.list_project_datasets",
        "v1",
        ("dataPlaneKey",),
    ),
    "createProjectDataset": Entry(
        "datasets.create",
        "POST /v1/projects/{project_id}/datasets",
        "datasets.create_project_dataset",
        "v1",
        ("dataPlaneKey",),
    ),
    "listDatasets": Entry("datasets.list", "GET /v1/datasets", "datasets.list_datasets", "v1", ("projectKey",)),
    "updateDatasetLegacy": Entry(
        "datasets.update_legacy", "PUT /v1/datasets", "datasets.update_dataset_legacy", "v1", ("projectKey",)
    ),
    "createDataset": Entry("datasets.create", "POST /v1/datasets", "datasets.create_dataset", "v1", ("projectKey",)),
    "deleteDatasetLegacy": Entry(
        "datasets.delete_legacy", "DELETE /v1/datasets", "datasets.delete_dataset_legacy", "v1", ("projectKey",)
    ),
    "updateProjectDataset": Entry(
        "datasets.update",
        "PUT /v1/projects/{project_id}/datasets/{dataset_id}",
        "datasets.update_project_dataset",
        "v1",
        ("dataPlaneKey",),
    ),
    "deleteProjectDataset": Entry(
        "datasets.delete",
        "DELETE /v1/projects/{project_id}/datasets/{dataset_id}",
        "datasets.delete_project_dataset",
        "v1",
        ("dataPlaneKey",),
    ),
    "updateDataset": Entry(
        "datasets.update", "PUT /v1/datasets/{dataset_id}", "datasets.update_dataset", "v1", ("projectKey",)
    ),
    "deleteDataset": Entry(
        "datasets.delete", "DELETE /v1/datasets/{dataset_id}", "datasets.delete_dataset", "v1", ("projectKey",)
    ),
    "addProjectDatasetDatapoints": Entry(
        "datasets.add_datapoints",
        "POST /v1/projects/{project_id}/datasets/{dataset_id}/datapoints",
        "datasets.add_project_dataset_datapoints",
        "v1",
        ("dataPlaneKey",),
    ),
    "addDatasetDatapoints": Entry(
        "datasets.add_datapoints",
        "POST /v1/datasets/{dataset_id}/datapoints",
        "datasets.add_dataset_datapoints",
        "v1",
        ("projectKey",),
    ),
    "removeProjectDatasetDatapoint": Entry(
        "datasets.remove_datapoint",
        "DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}",
        "datasets.remove_project_dataset_datapoint",
        "v1",
        ("dataPlaneKey",),
    ),
    "removeDatasetDatapoint": Entry(
        "datasets.remove_datapoint",
        "DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}",
        "datasets.remove_dataset_datapoint",
        "v1",
        ("projectKey",),
    ),
    "removeDatasetDatapointLegacy": Entry(
        "datasets.remove_datapoint_legacy",
        "DELETE /v1/datasets/{dataset_id}/{datapoint_id}",
        "datasets.remove_dataset_datapoint_legacy",
        "v1",
        ("projectKey",),
    ),
    "listProjectDatapoints": Entry(
        "datapoints.list",
        "GET /v1/projects/{project_id}/datapoints",
        "datapoints.list_project_datapoints",
        "v1",
        ("dataPlaneKey",),
    ),
    "createProjectDatapoint": Entry(
        "datapoints.create",
        "POST /v1/projects/{project_id}/datapoints",
        "datapoints.create_project_datapoint",
        "v1",
        ("dataPlaneKey",),
    ),
    "listDatapoints": Entry(
        "datapoints.list", "GET /v1/datapoints", "datapoints.list_datapoints", "v1", ("projectKey",)
    ),
    "createDatapoint": Entry(
        "datapoints.create", "POST /v1/datapoints", "datapoints.create_datapoint", "v1", ("projectKey",)
    ),
    "createProjectDatapointBatch": Entry(
        "datapoints.create_batch",
        "POST /v1/projects/{project_id}/datapoints/batch",
        "datapoints.create_project_datapoint_batch",
        "v1",
        ("dataPlaneKey",),
    ),
    "createDatapointBatch": Entry(
        "datapoints.create_batch",
        "POST /v1/datapoints/batch",
        "datapoints.create_datapoint_batch",
        "v1",
        ("projectKey",),
    ),
    "getProjectDatapoint": Entry(
        "datapoints.get",
        "GET /v1/projects/{project_id}/datapoints/{datapoint_id}",
        "datapoints.get_project_datapoint",
        "v1",
        ("dataPlaneKey",),
    ),
    "updateProjectDatapoint": Entry(
        "datapoints.update",
        "PUT /v1/projects/{project_id}/datapoints/{datapoint_id}",
        "datapoints.update_project_datapoint",
        "v1",
        ("dataPlaneKey",),
    ),
    "deleteProjectDatapoint": Entry(
        "datapoints.delete",
        "DELETE /v1/projects/{project_id}/datapoints/{datapoint_id}",
        "datapoints.delete_project_datapoint",
        "v1",
        ("dataPlaneKey",),
    ),
    "getDatapoint": Entry(
        "datapoints.get", "GET /v1/datapoints/{datapoint_id}", "datapoints.get_datapoint", "v1", ("projectKey",)
    ),
    "updateDatapoint": Entry(
        "datapoints.update", "PUT /v1/datapoints/{datapoint_id}", "datapoints.update_datapoint", "v1", ("projectKey",)
    ),
    "deleteDatapoint": Entry(
        "datapoints.delete",
        "DELETE /v1/datapoints/{datapoint_id}",
        "datapoints.delete_datapoint",
        "v1",
        ("projectKey",),
    ),
    "listProjectRuns": Entry(
        "experiments.list",
        "GET /v1/projects/{project_id}/runs",
        "experiments.list_project_runs",
        "v1",
        ("dataPlaneKey",),
    ),
    "createProjectRun": Entry(
        "experiments.create",
        "POST /v1/projects/{project_id}/runs",
        "experiments.create_project_run",
        "v1",
        ("dataPlaneKey",),
    ),
    "listRuns": Entry("experiments.list", "GET /v1/runs", "experiments.list_runs", "v1", ("projectKey",)),
    "createRun": Entry("experiments.create", "POST /v1/runs", "experiments.create_run", "v1", ("projectKey",)),
    "getProjectRunsSchema": Entry(
        "experiments.get_runs_schema",
        "GET /v1/projects/{project_id}/runs/schema",
        "experiments.get_project_runs_schema",
        "v1",
        ("dataPlaneKey",),
    ),
    "getRunsSchema": Entry(
        "experiments.get_runs_schema", "GET /v1/runs/schema", "experiments.get_runs_schema", "v1", ("projectKey",)
    ),
    "getProjectRun": Entry(
        "experiments.get",
        "GET /v1/projects/{project_id}/runs/{run_id}",
        "experiments.get_project_run",
        "v1",
        ("dataPlaneKey",),
    ),
    "deleteProjectRun": Entry(
        "experiments.delete",
        "DELETE /v1/projects/{project_id}/runs/{run_id}",
        "experiments.delete_project_run",
        "v1",
        ("dataPlaneKey",),
    ),
    "updateProjectRun": Entry(
        "experiments.update",
        "PATCH /v1/projects/{project_id}/runs/{run_id}",
        "experiments.update_project_run",
        "v1",
        ("dataPlaneKey",),
    ),
    "getRun": Entry("experiments.get", "GET /v1/runs/{run_id}", "experiments.get_run", "v1", ("projectKey",)),
    "updateRun": Entry("experiments.update", "PUT /v1/runs/{run_id}", "experiments.update_run", "v1", ("projectKey",)),
    "deleteRun": Entry(
        "experiments.delete", "DELETE /v1/runs/{run_id}", "experiments.delete_run", "v1", ("projectKey",)
    ),
    "getProjectRunSchema": Entry(
        "experiments.get_schema",
        "GET /v1/projects/{project_id}/runs/{run_id}/schema",
        "experiments.get_project_run_schema",
        "v1",
        ("dataPlaneKey",),
    ),
    "getRunSchema": Entry(
        "experiments.get_schema", "GET /v1/runs/{run_id}/schema", "experiments.get_run_schema", "v1", ("projectKey",)
    ),
    "getProjectRunMetrics": Entry(
        "experiments.get_metrics",
        "GET /v1/projects/{project_id}/runs/{run_id}/metrics",
        "experiments.get_project_run_metrics",
        "v1",
        ("dataPlaneKey",),
    ),
    "getRunMetrics": Entry(
        "experiments.get_metrics", "GET /v1/runs/{run_id}/metrics", "experiments.get_run_metrics", "v1", ("projectKey",)
    ),
    "getProjectRunSummary": Entry(
        "experiments.get_summary",
        "GET /v1/projects/{project_id}/runs/{run_id}/summary",
        "experiments.get_project_run_summary",
        "v1",
        ("dataPlaneKey",),
    ),
    "getRunSummary": Entry(
        "experiments.get_summary", "GET /v1/runs/{run_id}/summary", "experiments.get_run_summary", "v1", ("projectKey",)
    ),
    "getRunResultLegacy": Entry(
        "experiments.get_result",
        "GET /v1/runs/{run_id}/result",
        "experiments.get_run_result_legacy",
        "v1",
        ("projectKey",),
    ),
    "compareProjectRuns": Entry(
        "experiments.compare",
        "GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}",
        "experiments.compare_project_runs",
        "v1",
        ("dataPlaneKey",),
    ),
    "compareRuns": Entry(
        "experiments.compare",
        "GET /v1/runs/{new_run_id}/compare/{old_run_id}",
        "experiments.compare_runs",
        "v1",
        ("projectKey",),
    ),
    "compareRunsLegacy": Entry(
        "experiments.compare_legacy",
        "GET /v1/runs/{new_run_id}/compare-with/{old_run_id}",
        "experiments.compare_runs_legacy",
        "v1",
        ("projectKey",),
    ),
    "compareProjectRunEvents": Entry(
        "experiments.compare_events",
        "GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events",
        "experiments.compare_project_run_events",
        "v1",
        ("dataPlaneKey",),
    ),
    "compareRunEvents": Entry(
        "experiments.compare_events",
        "GET /v1/runs/{new_run_id}/compare/{old_run_id}/events",
        "experiments.compare_run_events",
        "v1",
        ("projectKey",),
    ),
    "compareRunEventsLegacy": Entry(
        "experiments.compare_events_legacy",
        "GET /v1/runs/compare/events",
        "experiments.compare_run_events_legacy",
        "v1",
        ("projectKey",),
    ),
    "listProjectMetrics": Entry(
        "metrics.list", "GET /v1/projects/{project_id}/metrics", "metrics.list_project_metrics", "v1", ("dataPlaneKey",)
    ),
    "listMetrics": Entry("metrics.list", "GET /v1/metrics", "metrics.list_metrics", "v1", ("projectKey",)),
    "updateMetricLegacy": Entry(
        "metrics.update_legacy", "PUT /v1/metrics", "metrics.update_metric_legacy", "v1", ("projectKey",)
    ),
    "createMetric": Entry("metrics.create", "POST /v1/metrics", "metrics.create_metric", "v1", ("projectKey",)),
    "deleteMetricLegacy": Entry(
        "metrics.delete_legacy", "DELETE /v1/metrics", "metrics.delete_metric_legacy", "v1", ("projectKey",)
    ),
    "updateMetric": Entry(
        "metrics.update", "PUT /v1/metrics/{metric_id}", "metrics.update_metric", "v1", ("projectKey",)
    ),
    "deleteMetric": Entry(
        "metrics.delete", "DELETE /v1/metrics/{metric_id}", "metrics.delete_metric", "v1", ("projectKey",)
    ),
    "runMetric": Entry("metrics.run", "POST /v1/metrics/run", "metrics.run_metric", "v1", ("projectKey",)),
    "runMetricLegacy": Entry(
        "metrics.run_legacy", "POST /v1/metrics/run_metric", "metrics.run_metric_legacy", "v1", ("projectKey",)
    ),
    "listMetricVersions": Entry(
        "metric_versions.list",
        "GET /v1/metrics/{metric_id}/versions",
        "metric_versions.list_metric_versions",
        "v1",
        ("projectKey",),
    ),
    "createMetricVersion": Entry(
        "metric_versions.create",
        "POST /v1/metrics/{metric_id}/versions",
        "metric_versions.create_metric_version",
        "v1",
        ("projectKey",),
    ),
    "deployMetricVersion": Entry(
        "metric_versions.deploy",
        "POST /v1/metrics/{metric_id}/versions/{version_name}/deploy",
        "metric_versions.deploy_metric_version",
        "v1",
        ("projectKey",),
    ),
    "listQueues": Entry("queues.list", "GET /v1/queues", "queues.list_queues", "v1", ("projectKey",)),
    "createQueue": Entry("queues.create", "POST /v1/queues", "queues.create_queue", "v1", ("projectKey",)),
    "getQueue": Entry("queues.get", "GET /v1/queues/{queue_id}", "queues.get_queue", "v1", ("projectKey",)),
    "updateQueue": Entry("queues.update", "PUT /v1/queues/{queue_id}", "queues.update_queue", "v1", ("projectKey",)),
    "deleteQueue": Entry("queues.delete", "DELETE /v1/queues/{queue_id}", "queues.delete_queue", "v1", ("projectKey",)),
    "listConfigurations": Entry(
        "configurations.list", "GET /v1/configurations", "configurations.list_configurations", "v1", ("projectKey",)
    ),
    "createConfiguration": Entry(
        "configurations.create", "POST /v1/configurations", "configurations.create_configuration", "v1", ("projectKey",)
    ),
    "updateConfiguration": Entry(
        "configurations.update",
        "PUT /v1/configurations/{configId}",
        "configurations.update_configuration",
        "v1",
        ("projectKey",),
    ),
    "deleteConfiguration": Entry(
        "configurations.delete",
        "DELETE /v1/configurations/{configId}",
        "configurations.delete_configuration",
        "v1",
        ("projectKey",),
    ),
    "listCharts": Entry(
        "charts.list", "GET /v1/projects/{project_id}/charts", "charts.list_charts", "v1", ("dataPlaneKey",)
    ),
    "createChart": Entry(
        "charts.create", "POST /v1/projects/{project_id}/charts", "charts.create_chart", "v1", ("dataPlaneKey",)
    ),
    "queryChart": Entry(
        "charts.query", "POST /v1/projects/{project_id}/charts/query", "charts.query_chart", "v1", ("dataPlaneKey",)
    ),
    "getChart": Entry(
        "charts.get", "GET /v1/projects/{project_id}/charts/{chart_id}", "charts.get_chart", "v1", ("dataPlaneKey",)
    ),
    "deleteChart": Entry(
        "charts.delete",
        "DELETE /v1/projects/{project_id}/charts/{chart_id}",
        "charts.delete_chart",
        "v1",
        ("dataPlaneKey",),
    ),
    "updateChart": Entry(
        "charts.update",
        "PATCH /v1/projects/{project_id}/charts/{chart_id}",
        "charts.update_chart",
        "v1",
        ("dataPlaneKey",),
    ),
    "listChartsLegacy": Entry("charts.list", "GET /v1/charts", "charts.list_charts_legacy", "v1", ("projectKey",)),
    "createChartLegacy": Entry("charts.create", "POST /v1/charts", "charts.create_chart_legacy", "v1", ("projectKey",)),
    "getChartLegacy": Entry(
        "charts.get", "GET /v1/charts/{chart_id}", "charts.get_chart_legacy", "v1", ("projectKey",)
    ),
    "updateChartLegacy": Entry(
        "charts.update", "PUT /v1/charts/{chart_id}", "charts.update_chart_legacy", "v1", ("projectKey",)
    ),
    "deleteChartLegacy": Entry(
        "charts.delete", "DELETE /v1/charts/{chart_id}", "charts.delete_chart_legacy", "v1", ("projectKey",)
    ),
    "listEvaluators": Entry(
        "evaluators.list",
        "GET /v1/projects/{project_id}/evaluators",
        "evaluators.list_evaluators",
        "v1",
        ("dataPlaneKey",),
    ),
    "createEvaluator": Entry(
        "evaluators.create",
        "POST /v1/projects/{project_id}/evaluators",
        "evaluators.create_evaluator",
        "v1",
        ("dataPlaneKey",),
    ),
    "getEvaluator": Entry(
        "evaluators.get",
        "GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}",
        "evaluators.get_evaluator",
        "v1",
        ("dataPlaneKey",),
    ),
    "replaceEvaluator": Entry(
        "evaluators.replace",
        "PUT /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}",
        "evaluators.replace_evaluator",
        "v1",
        ("dataPlaneKey",),
    ),
    "archiveEvaluator": Entry(
        "evaluators.archive",
        "DELETE /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}",
        "evaluators.archive_evaluator",
        "v1",
        ("dataPlaneKey",),
    ),
    "listEvaluatorVersions": Entry(
        "evaluators.list_versions",
        "GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions",
        "evaluators.list_evaluator_versions",
        "v1",
        ("dataPlaneKey",),
    ),
    "getEvaluatorVersion": Entry(
        "evaluators.get_version",
        "GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}",
        "evaluators.get_evaluator_version",
        "v1",
        ("dataPlaneKey",),
    ),
    "publishEvaluatorVersion": Entry(
        "evaluators.publish",
        "POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}/publish",
        "evaluators.publish_evaluator_version",
        "v1",
        ("dataPlaneKey",),
    ),
    "unpublishEvaluator": Entry(
        "evaluators.unpublish",
        "POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/unpublish",
        "evaluators.unpublish_evaluator",
        "v1",
        ("dataPlaneKey",),
    ),
    "createDataPlaneApiKey": Entry(
        "data_plane_api_keys.create",
        "POST /v1/projects/{project_id}/fine_grained_api_keys",
        "data_plane_api_keys.create_data_plane_api_key",
        "v1",
        ("dataPlaneKey",),
    ),
    "createIngestionApiKey": Entry(
        "ingestion_api_keys.create",
        "POST /v1/projects/{project_id}/ingestion_api_keys",
        "ingestion_api_keys.create_ingestion_api_key",
        "v1",
        ("dataPlaneKey",),
    ),
    "createProject": Entry(
        "projects.create",
        "POST /v1/workspaces/{workspace_id}/projects",
        "projects.create_project",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "getProject": Entry(
        "projects.get", "GET /v1/projects/{project_id}", "projects.get_project", "control_plane", ("controlPlaneKey",)
    ),
    "updateProject": Entry(
        "projects.update",
        "PUT /v1/projects/{project_id}",
        "projects.update_project",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "deleteProject": Entry(
        "projects.delete",
        "DELETE /v1/projects/{project_id}",
        "projects.delete_project",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "createWorkspace": Entry(
        "workspaces.create",
        "POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces",
        "workspaces.create_workspace",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "getWorkspace": Entry(
        "workspaces.get",
        "GET /v1/workspaces/{workspace_id}",
        "workspaces.get_workspace",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "updateWorkspace": Entry(
        "workspaces.update",
        "PUT /v1/workspaces/{workspace_id}",
        "workspaces.update_workspace",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "deleteWorkspace": Entry(
        "workspaces.delete",
        "DELETE /v1/workspaces/{workspace_id}",
        "workspaces.delete_workspace",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "createVirtualDataplane": Entry(
        "virtual_dataplanes.create",
        "POST /v1/orgs/{org_id}/virtual_dataplanes",
        "virtual_dataplanes.create_virtual_dataplane",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "getVirtualDataplane": Entry(
        "virtual_dataplanes.get",
        "GET /v1/virtual_dataplanes/{virtual_dataplane_id}",
        "virtual_dataplanes.get_virtual_dataplane",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "updateVirtualDataplane": Entry(
        "virtual_dataplanes.update",
        "PUT /v1/virtual_dataplanes/{virtual_dataplane_id}",
        "virtual_dataplanes.update_virtual_dataplane",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "deleteVirtualDataplane": Entry(
        "virtual_dataplanes.delete",
        "DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}",
        "virtual_dataplanes.delete_virtual_dataplane",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "listAlerts": Entry(
        "alerts.list",
        "GET /v1/projects/{project_id}/alerts",
        "alerts.list_alerts",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "createAlert": Entry(
        "alerts.create",
        "POST /v1/projects/{project_id}/alerts",
        "alerts.create_alert",
        "control_plane",
        ("controlPlaneKey",),
    ),
    "getAlert": Entry(
        "alerts.get",
        "GET /v1/projects/{project_id}/alerts/{alert_id}",
        "alerts.get_alert",
        "control_plane",
        ("controlPlaneKey",),
    ),
}
"""Operations by operationId, in document order."""


@cache
def operation(operation_id: str) -> Operation:
    """Return the row of an operation. Raises KeyError for an unknown operationId."""
    found: Operation = import_module(f"{__package__}.api.{INDEX[operation_id].module}").OPERATION
    return found


@cache
def find(text: str) -> str:
    """Return the operationId of a call (``events.search``) or a route (``GET /session``). Raises KeyError."""
    return next((name for name, entry in INDEX.items() if text in entry[:2]), None) or _unknown(text)


def _unknown(text: str) -> str:
    raise KeyError(text)
