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


INDEX: Final[dict[str, Entry]] = {
    "createSession": Entry("sessions.create", "POST /v1/sessions", "sessions.create_session"),
    "createSessionEventBatch": Entry(
        "sessions.create_event_batch",
        "POST /v1/sessions/{session_id}/events/batch",
        "sessions.create_session_event_batch",
    ),
    "createSessionDeletionRequest": Entry(
        "sessions.create_deletion_request",
        "POST /v1/projects/{project_id}/sessions/deletion_requests",
        "sessions.create_session_deletion_request",
    ),
    "getSessionDeletionRequest": Entry(
        "sessions.get_deletion_request",
        "GET /v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}",
        "sessions.get_session_deletion_request",
    ),
    "listSessions": Entry("sessions.list", "GET /session", "sessions.list_sessions"),
    "createSessionEvent": Entry(
        "sessions.create_event", "POST /session/{session_id}/event", "sessions.create_session_event"
    ),
    "addSessionTraces": Entry(
        "sessions.add_traces", "POST /session/{session_id}/traces", "sessions.add_session_traces"
    ),
    "startSession": Entry("sessions.start", "POST /session/start", "sessions.start_session"),
    "createEvent": Entry("events.create", "POST /v1/events", "events.create_event"),
    "createEventBatch": Entry("events.create_batch", "POST /v1/events/batch", "events.create_event_batch"),
    "getProjectEvent": Entry(
        "events.get", "GET /v1/projects/{project_id}/events/{event_id}", "events.get_project_event"
    ),
    "getEvent": Entry("events.get", "GET /v1/events/{event_id}", "events.get_event"),
    "updateEvent": Entry("events.update", "PUT /v1/events/{event_id}", "events.update_event"),
    "searchProjectEvents": Entry(
        "events.search", "POST /v1/projects/{project_id}/events/search", "events.search_project_events"
    ),
    "searchEvents": Entry("events.search", "POST /v1/events/search", "events.search_events"),
    "exportEvents": Entry("events.export", "POST /v1/events/export", "events.export_events"),
    "getEventsSchema": Entry("events.get_schema", "GET /v1/events/schema", "events.get_events_schema"),
    "updateEventLegacy": Entry("events.update_legacy", "PUT /events", "events.update_event_legacy"),
    "createEventLegacy": Entry("events.create_legacy", "POST /events", "events.create_event_legacy"),
    "createEventBatchLegacy": Entry(
        "events.create_batch_legacy", "POST /events/batch", "events.create_event_batch_legacy"
    ),
    "createModelEventLegacy": Entry(
        "events.create_model_legacy", "POST /events/model", "events.create_model_event_legacy"
    ),
    "createModelEventBatchLegacy": Entry(
        "events.create_model_batch_legacy", "POST /events/model/batch", "events.create_model_event_batch_legacy"
    ),
    "listProjectDatasets": Entry(
        "datasets.list", "GET /v1/projects/{project_id}/datasets", "datasets.list_project_datasets"
    ),
    "createProjectDataset": Entry(
        "datasets.create", "POST /v1/projects/{project_id}/datasets", "datasets.create_project_dataset"
    ),
    "listDatasets": Entry("datasets.list", "GET /v1/datasets", "datasets.list_datasets"),
    "updateDatasetLegacy": Entry("datasets.update_legacy", "PUT /v1/datasets", "datasets.update_dataset_legacy"),
    "createDataset": Entry("datasets.create", "POST /v1/datasets", "datasets.create_dataset"),
    "deleteDatasetLegacy": Entry("datasets.delete_legacy", "DELETE /v1/datasets", "datasets.delete_dataset_legacy"),
    "updateProjectDataset": Entry(
        "datasets.update", "PUT /v1/projects/{project_id}/datasets/{dataset_id}", "datasets.update_project_dataset"
    ),
    "deleteProjectDataset": Entry(
        "datasets.delete", "DELETE /v1/projects/{project_id}/datasets/{dataset_id}", "datasets.delete_project_dataset"
    ),
    "updateDataset": Entry("datasets.update", "PUT /v1/datasets/{dataset_id}", "datasets.update_dataset"),
    "deleteDataset": Entry("datasets.delete", "DELETE /v1/datasets/{dataset_id}", "datasets.delete_dataset"),
    "addProjectDatasetDatapoints": Entry(
        "datasets.add_datapoints",
        "POST /v1/projects/{project_id}/datasets/{dataset_id}/datapoints",
        "datasets.add_project_dataset_datapoints",
    ),
    "addDatasetDatapoints": Entry(
        "datasets.add_datapoints", "POST /v1/datasets/{dataset_id}/datapoints", "datasets.add_dataset_datapoints"
    ),
    "removeProjectDatasetDatapoint": Entry(
        "datasets.remove_datapoint",
        "DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}",
        "datasets.remove_project_dataset_datapoint",
    ),
    "removeDatasetDatapoint": Entry(
        "datasets.remove_datapoint",
        "DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}",
        "datasets.remove_dataset_datapoint",
    ),
    "removeDatasetDatapointLegacy": Entry(
        "datasets.remove_datapoint_legacy",
        "DELETE /v1/datasets/{dataset_id}/{datapoint_id}",
        "datasets.remove_dataset_datapoint_legacy",
    ),
    "listProjectDatapoints": Entry(
        "datapoints.list", "GET /v1/projects/{project_id}/datapoints", "datapoints.list_project_datapoints"
    ),
    "createProjectDatapoint": Entry(
        "datapoints.create", "POST /v1/projects/{project_id}/datapoints", "datapoints.create_project_datapoint"
    ),
    "listDatapoints": Entry("datapoints.list", "GET /v1/datapoints", "datapoints.list_datapoints"),
    "createDatapoint": Entry("datapoints.create", "POST /v1/datapoints", "datapoints.create_datapoint"),
    "createProjectDatapointBatch": Entry(
        "datapoints.create_batch",
        "POST /v1/projects/{project_id}/datapoints/batch",
        "datapoints.create_project_datapoint_batch",
    ),
    "createDatapointBatch": Entry(
        "datapoints.create_batch", "POST /v1/datapoints/batch", "datapoints.create_datapoint_batch"
    ),
    "getProjectDatapoint": Entry(
        "datapoints.get", "GET /v1/projects/{project_id}/datapoints/{datapoint_id}", "datapoints.get_project_datapoint"
    ),
    "updateProjectDatapoint": Entry(
        "datapoints.update",
        "PUT /v1/projects/{project_id}/datapoints/{datapoint_id}",
        "datapoints.update_project_datapoint",
    ),
    "deleteProjectDatapoint": Entry(
        "datapoints.delete",
        "DELETE /v1/projects/{project_id}/datapoints/{datapoint_id}",
        "datapoints.delete_project_datapoint",
    ),
    "getDatapoint": Entry("datapoints.get", "GET /v1/datapoints/{datapoint_id}", "datapoints.get_datapoint"),
    "updateDatapoint": Entry("datapoints.update", "PUT /v1/datapoints/{datapoint_id}", "datapoints.update_datapoint"),
    "deleteDatapoint": Entry(
        "datapoints.delete", "DELETE /v1/datapoints/{datapoint_id}", "datapoints.delete_datapoint"
    ),
    "listProjectRuns": Entry("experiments.list", "GET /v1/projects/{project_id}/runs", "experiments.list_project_runs"),
    "createProjectRun": Entry(
        "experiments.create", "POST /v1/projects/{project_id}/runs", "experiments.create_project_run"
    ),
    "listRuns": Entry("experiments.list", "GET /v1/runs", "experiments.list_runs"),
    "createRun": Entry("experiments.create", "POST /v1/runs", "experiments.create_run"),
    "getProjectRunsSchema": Entry(
        "experiments.get_runs_schema",
        "GET /v1/projects/{project_id}/runs/schema",
        "experiments.get_project_runs_schema",
    ),
    "getRunsSchema": Entry("experiments.get_runs_schema", "GET /v1/runs/schema", "experiments.get_runs_schema"),
    "getProjectRun": Entry(
        "experiments.get", "GET /v1/projects/{project_id}/runs/{run_id}", "experiments.get_project_run"
    ),
    "deleteProjectRun": Entry(
        "experiments.delete", "DELETE /v1/projects/{project_id}/runs/{run_id}", "experiments.delete_project_run"
    ),
    "updateProjectRun": Entry(
        "experiments.update", "PATCH /v1/projects/{project_id}/runs/{run_id}", "experiments.update_project_run"
    ),
    "getRun": Entry("experiments.get", "GET /v1/runs/{run_id}", "experiments.get_run"),
    "updateRun": Entry("experiments.update", "PUT /v1/runs/{run_id}", "experiments.update_run"),
    "deleteRun": Entry("experiments.delete", "DELETE /v1/runs/{run_id}", "experiments.delete_run"),
    "getProjectRunSchema": Entry(
        "experiments.get_schema",
        "GET /v1/projects/{project_id}/runs/{run_id}/schema",
        "experiments.get_project_run_schema",
    ),
    "getRunSchema": Entry("experiments.get_schema", "GET /v1/runs/{run_id}/schema", "experiments.get_run_schema"),
    "getProjectRunMetrics": Entry(
        "experiments.get_metrics",
        "GET /v1/projects/{project_id}/runs/{run_id}/metrics",
        "experiments.get_project_run_metrics",
    ),
    "getRunMetrics": Entry("experiments.get_metrics", "GET /v1/runs/{run_id}/metrics", "experiments.get_run_metrics"),
    "getProjectRunSummary": Entry(
        "experiments.get_summary",
        "GET /v1/projects/{project_id}/runs/{run_id}/summary",
        "experiments.get_project_run_summary",
    ),
    "getRunSummary": Entry("experiments.get_summary", "GET /v1/runs/{run_id}/summary", "experiments.get_run_summary"),
    "getRunResultLegacy": Entry(
        "experiments.get_result", "GET /v1/runs/{run_id}/result", "experiments.get_run_result_legacy"
    ),
    "compareProjectRuns": Entry(
        "experiments.compare",
        "GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}",
        "experiments.compare_project_runs",
    ),
    "compareRuns": Entry(
        "experiments.compare", "GET /v1/runs/{new_run_id}/compare/{old_run_id}", "experiments.compare_runs"
    ),
    "compareRunsLegacy": Entry(
        "experiments.compare_legacy",
        "GET /v1/runs/{new_run_id}/compare-with/{old_run_id}",
        "experiments.compare_runs_legacy",
    ),
    "compareProjectRunEvents": Entry(
        "experiments.compare_events",
        "GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events",
        "experiments.compare_project_run_events",
    ),
    "compareRunEvents": Entry(
        "experiments.compare_events",
        "GET /v1/runs/{new_run_id}/compare/{old_run_id}/events",
        "experiments.compare_run_events",
    ),
    "compareRunEventsLegacy": Entry(
        "experiments.compare_events_legacy", "GET /v1/runs/compare/events", "experiments.compare_run_events_legacy"
    ),
    "listProjectMetrics": Entry(
        "metrics.list", "GET /v1/projects/{project_id}/metrics", "metrics.list_project_metrics"
    ),
    "listMetrics": Entry("metrics.list", "GET /v1/metrics", "metrics.list_metrics"),
    "updateMetricLegacy": Entry("metrics.update_legacy", "PUT /v1/metrics", "metrics.update_metric_legacy"),
    "createMetric": Entry("metrics.create", "POST /v1/metrics", "metrics.create_metric"),
    "deleteMetricLegacy": Entry("metrics.delete_legacy", "DELETE /v1/metrics", "metrics.delete_metric_legacy"),
    "updateMetric": Entry("metrics.update", "PUT /v1/metrics/{metric_id}", "metrics.update_metric"),
    "deleteMetric": Entry("metrics.delete", "DELETE /v1/metrics/{metric_id}", "metrics.delete_metric"),
    "runMetric": Entry("metrics.run", "POST /v1/metrics/run", "metrics.run_metric"),
    "runMetricLegacy": Entry("metrics.run_legacy", "POST /v1/metrics/run_metric", "metrics.run_metric_legacy"),
    "listMetricVersions": Entry(
        "metric_versions.list", "GET /v1/metrics/{metric_id}/versions", "metric_versions.list_metric_versions"
    ),
    "createMetricVersion": Entry(
        "metric_versions.create", "POST /v1/metrics/{metric_id}/versions", "metric_versions.create_metric_version"
    ),
    "deployMetricVersion": Entry(
        "metric_versions.deploy",
        "POST /v1/metrics/{metric_id}/versions/{version_name}/deploy",
        "metric_versions.deploy_metric_version",
    ),
    "listQueues": Entry("queues.list", "GET /v1/queues", "queues.list_queues"),
    "createQueue": Entry("queues.create", "POST /v1/queues", "queues.create_queue"),
    "getQueue": Entry("queues.get", "GET /v1/queues/{queue_id}", "queues.get_queue"),
    "updateQueue": Entry("queues.update", "PUT /v1/queues/{queue_id}", "queues.update_queue"),
    "deleteQueue": Entry("queues.delete", "DELETE /v1/queues/{queue_id}", "queues.delete_queue"),
    "listConfigurations": Entry("configurations.list", "GET /v1/configurations", "configurations.list_configurations"),
    "createConfiguration": Entry(
        "configurations.create", "POST /v1/configurations", "configurations.create_configuration"
    ),
    "updateConfiguration": Entry(
        "configurations.update", "PUT /v1/configurations/{configId}", "configurations.update_configuration"
    ),
    "deleteConfiguration": Entry(
        "configurations.delete", "DELETE /v1/configurations/{configId}", "configurations.delete_configuration"
    ),
    "listCharts": Entry("charts.list", "GET /v1/projects/{project_id}/charts", "charts.list_charts"),
    "createChart": Entry("charts.create", "POST /v1/projects/{project_id}/charts", "charts.create_chart"),
    "queryChart": Entry("charts.query", "POST /v1/projects/{project_id}/charts/query", "charts.query_chart"),
    "getChart": Entry("charts.get", "GET /v1/projects/{project_id}/charts/{chart_id}", "charts.get_chart"),
    "deleteChart": Entry("charts.delete", "DELETE /v1/projects/{project_id}/charts/{chart_id}", "charts.delete_chart"),
    "updateChart": Entry("charts.update", "PATCH /v1/projects/{project_id}/charts/{chart_id}", "charts.update_chart"),
    "listChartsLegacy": Entry("charts.list", "GET /v1/charts", "charts.list_charts_legacy"),
    "createChartLegacy": Entry("charts.create", "POST /v1/charts", "charts.create_chart_legacy"),
    "getChartLegacy": Entry("charts.get", "GET /v1/charts/{chart_id}", "charts.get_chart_legacy"),
    "updateChartLegacy": Entry("charts.update", "PUT /v1/charts/{chart_id}", "charts.update_chart_legacy"),
    "deleteChartLegacy": Entry("charts.delete", "DELETE /v1/charts/{chart_id}", "charts.delete_chart_legacy"),
    "listEvaluators": Entry(
        "evaluators.list", "GET /v1/projects/{project_id}/evaluators", "evaluators.list_evaluators"
    ),
    "createEvaluator": Entry(
        "evaluators.create", "POST /v1/projects/{project_id}/evaluators", "evaluators.create_evaluator"
    ),
    "getEvaluator": Entry(
        "evaluators.get", "GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}", "evaluators.get_evaluator"
    ),
    "replaceEvaluator": Entry(
        "evaluators.replace",
        "PUT /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}",
        "evaluators.replace_evaluator",
    ),
    "archiveEvaluator": Entry(
        "evaluators.archive",
        "DELETE /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}",
        "evaluators.archive_evaluator",
    ),
    "listEvaluatorVersions": Entry(
        "evaluators.list_versions",
        "GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions",
        "evaluators.list_evaluator_versions",
    ),
    "getEvaluatorVersion": Entry(
        "evaluators.get_version",
        "GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}",
        "evaluators.get_evaluator_version",
    ),
    "publishEvaluatorVersion": Entry(
        "evaluators.publish",
        "POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}/publish",
        "evaluators.publish_evaluator_version",
    ),
    "unpublishEvaluator": Entry(
        "evaluators.unpublish",
        "POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/unpublish",
        "evaluators.unpublish_evaluator",
    ),
    "createDataPlaneApiKey": Entry(
        "data_plane_api_keys.create",
        "POST /v1/projects/{project_id}/fine_grained_api_keys",
        "data_plane_api_keys.create_data_plane_api_key",
    ),
    "createIngestionApiKey": Entry(
        "ingestion_api_keys.create",
        "POST /v1/projects/{project_id}/ingestion_api_keys",
        "ingestion_api_keys.create_ingestion_api_key",
    ),
    "createProject": Entry("projects.create", "POST /v1/workspaces/{workspace_id}/projects", "projects.create_project"),
    "getProject": Entry("projects.get", "GET /v1/projects/{project_id}", "projects.get_project"),
    "updateProject": Entry("projects.update", "PUT /v1/projects/{project_id}", "projects.update_project"),
    "deleteProject": Entry("projects.delete", "DELETE /v1/projects/{project_id}", "projects.delete_project"),
    "createWorkspace": Entry(
        "workspaces.create",
        "POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces",
        "workspaces.create_workspace",
    ),
    "getWorkspace": Entry("workspaces.get", "GET /v1/workspaces/{workspace_id}", "workspaces.get_workspace"),
    "updateWorkspace": Entry("workspaces.update", "PUT /v1/workspaces/{workspace_id}", "workspaces.update_workspace"),
    "deleteWorkspace": Entry(
        "workspaces.delete", "DELETE /v1/workspaces/{workspace_id}", "workspaces.delete_workspace"
    ),
    "createVirtualDataplane": Entry(
        "virtual_dataplanes.create",
        "POST /v1/orgs/{org_id}/virtual_dataplanes",
        "virtual_dataplanes.create_virtual_dataplane",
    ),
    "getVirtualDataplane": Entry(
        "virtual_dataplanes.get",
        "GET /v1/virtual_dataplanes/{virtual_dataplane_id}",
        "virtual_dataplanes.get_virtual_dataplane",
    ),
    "updateVirtualDataplane": Entry(
        "virtual_dataplanes.update",
        "PUT /v1/virtual_dataplanes/{virtual_dataplane_id}",
        "virtual_dataplanes.update_virtual_dataplane",
    ),
    "deleteVirtualDataplane": Entry(
        "virtual_dataplanes.delete",
        "DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}",
        "virtual_dataplanes.delete_virtual_dataplane",
    ),
    "listAlerts": Entry("alerts.list", "GET /v1/projects/{project_id}/alerts", "alerts.list_alerts"),
    "createAlert": Entry("alerts.create", "POST /v1/projects/{project_id}/alerts", "alerts.create_alert"),
    "getAlert": Entry("alerts.get", "GET /v1/projects/{project_id}/alerts/{alert_id}", "alerts.get_alert"),
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
