# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for objects in arguments. Each module is imported on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .alerts import AlertBound, AlertNotificationDetails, AlertRecipients, AlertThresholds, CreateAlertRequest
    from .charts import ChartDateRange, ChartFilterInput, CreateChartRequest, UpdateChartRequest
    from .configurations import (
        ConfigurationParameters,
        CreateConfigurationRequest,
        ResponseFormat,
        SelectedFunctionInput,
        UpdateConfigurationRequest,
    )
    from .data_plane_api_keys import CreateDataPlaneApiKeyRequest
    from .datapoints import CreateDatapointBatchRequest, DatapointRequest, EventDateRange
    from .datasets import (
        AddDatapointsRequest,
        CreateDatasetRequest,
        DatapointMapping,
        UpdateDatasetLegacyRequest,
        UpdateDatasetRequest,
    )
    from .events import (
        CreateEventBatchLegacyRequest,
        CreateEventBatchRequest,
        CreateEventLegacyRequest,
        CreateModelEventBatchLegacyRequest,
        CreateModelEventLegacyRequest,
        EventFilter,
        ExportDateRange,
        ExportEventsRequest,
        Filter,
        LegacyEvent,
        ModelEvent,
        SearchDateRange,
        SearchEventsRequest,
        SessionProperties,
        UpdateEventLegacyRequest,
        UpdateEventRequest,
    )
    from .experiments import CreateRunRequest, DateRange, PassingRangeInput, UpdateRunRequest
    from .ingestion_api_keys import CreateIngestionApiKeyRequest
    from .metric_versions import CreateMetricVersionRequest
    from .metrics import (
        ChildMetricInput,
        FilterSet,
        JudgedEvent,
        JudgedEventFeedback,
        MetricCategoryInput,
        MetricDefinition,
        MetricThresholdInput,
        RunMetricRequest,
        RunnableMetric,
        UpdateMetricLegacyRequest,
        UpdateMetricRequest,
    )
    from .projects import CreateProjectRequest, UpdateProjectRequest
    from .queues import CreateQueueRequest, UpdateQueueRequest
    from .sessions import (
        AddSessionTracesRequest,
        CreateEventRequest,
        CreateSessionEventBatchRequest,
        CreateSessionRequest,
        SessionEventInput,
        StartSessionRequest,
        TraceEvent,
    )
    from .virtual_dataplanes import CreateVirtualDataplaneRequest, UpdateVirtualDataplaneRequest
    from .workspaces import CreateWorkspaceRequest, UpdateWorkspaceRequest

_MODULES = {
    "sessions": (
        "AddSessionTracesRequest",
        "CreateEventRequest",
        "CreateSessionEventBatchRequest",
        "CreateSessionRequest",
        "SessionEventInput",
        "StartSessionRequest",
        "TraceEvent",
    ),
    "events": (
        "CreateEventBatchLegacyRequest",
        "CreateEventBatchRequest",
        "CreateEventLegacyRequest",
        "CreateModelEventBatchLegacyRequest",
        "CreateModelEventLegacyRequest",
        "EventFilter",
        "ExportDateRange",
        "ExportEventsRequest",
        "Filter",
        "LegacyEvent",
        "ModelEvent",
        "SearchDateRange",
        "SearchEventsRequest",
        "SessionProperties",
        "UpdateEventLegacyRequest",
        "UpdateEventRequest",
    ),
    "datasets": (
        "AddDatapointsRequest",
        "CreateDatasetRequest",
        "DatapointMapping",
        "UpdateDatasetLegacyRequest",
        "UpdateDatasetRequest",
    ),
    "datapoints": ("CreateDatapointBatchRequest", "DatapointRequest", "EventDateRange"),
    "experiments": ("CreateRunRequest", "DateRange", "PassingRangeInput", "UpdateRunRequest"),
    "metrics": (
        "ChildMetricInput",
        "FilterSet",
        "JudgedEvent",
        "JudgedEventFeedback",
        "MetricCategoryInput",
        "MetricDefinition",
        "MetricThresholdInput",
        "RunMetricRequest",
        "RunnableMetric",
        "UpdateMetricLegacyRequest",
        "UpdateMetricRequest",
    ),
    "metric_versions": ("CreateMetricVersionRequest",),
    "queues": ("CreateQueueRequest", "UpdateQueueRequest"),
    "configurations": (
        "ConfigurationParameters",
        "CreateConfigurationRequest",
        "ResponseFormat",
        "SelectedFunctionInput",
        "UpdateConfigurationRequest",
    ),
    "charts": ("ChartDateRange", "ChartFilterInput", "CreateChartRequest", "UpdateChartRequest"),
    "data_plane_api_keys": ("CreateDataPlaneApiKeyRequest",),
    "ingestion_api_keys": ("CreateIngestionApiKeyRequest",),
    "projects": ("CreateProjectRequest", "UpdateProjectRequest"),
    "workspaces": ("CreateWorkspaceRequest", "UpdateWorkspaceRequest"),
    "virtual_dataplanes": ("CreateVirtualDataplaneRequest", "UpdateVirtualDataplaneRequest"),
    "alerts": ("AlertBound", "AlertNotificationDetails", "AlertRecipients", "AlertThresholds", "CreateAlertRequest"),
}

__all__ = [
    "AddSessionTracesRequest",
    "CreateEventRequest",
    "CreateSessionEventBatchRequest",
    "CreateSessionRequest",
    "SessionEventInput",
    "StartSessionRequest",
    "TraceEvent",
    "CreateEventBatchLegacyRequest",
    "CreateEventBatchRequest",
    "CreateEventLegacyRequest",
    "CreateModelEventBatchLegacyRequest",
    "CreateModelEventLegacyRequest",
    "EventFilter",
    "ExportDateRange",
    "ExportEventsRequest",
    "Filter",
    "LegacyEvent",
    "ModelEvent",
    "SearchDateRange",
    "SearchEventsRequest",
    "SessionProperties",
    "UpdateEventLegacyRequest",
    "UpdateEventRequest",
    "AddDatapointsRequest",
    "CreateDatasetRequest",
    "DatapointMapping",
    "UpdateDatasetLegacyRequest",
    "UpdateDatasetRequest",
    "CreateDatapointBatchRequest",
    "DatapointRequest",
    "EventDateRange",
    "CreateRunRequest",
    "DateRange",
    "PassingRangeInput",
    "UpdateRunRequest",
    "ChildMetricInput",
    "FilterSet",
    "JudgedEvent",
    "JudgedEventFeedback",
    "MetricCategoryInput",
    "MetricDefinition",
    "MetricThresholdInput",
    "RunMetricRequest",
    "RunnableMetric",
    "UpdateMetricLegacyRequest",
    "UpdateMetricRequest",
    "CreateMetricVersionRequest",
    "CreateQueueRequest",
    "UpdateQueueRequest",
    "ConfigurationParameters",
    "CreateConfigurationRequest",
    "ResponseFormat",
    "SelectedFunctionInput",
    "UpdateConfigurationRequest",
    "ChartDateRange",
    "ChartFilterInput",
    "CreateChartRequest",
    "UpdateChartRequest",
    "CreateDataPlaneApiKeyRequest",
    "CreateIngestionApiKeyRequest",
    "CreateProjectRequest",
    "UpdateProjectRequest",
    "CreateWorkspaceRequest",
    "UpdateWorkspaceRequest",
    "CreateVirtualDataplaneRequest",
    "UpdateVirtualDataplaneRequest",
    "AlertBound",
    "AlertNotificationDetails",
    "AlertRecipients",
    "AlertThresholds",
    "CreateAlertRequest",
]


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
