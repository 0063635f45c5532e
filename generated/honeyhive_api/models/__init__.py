# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The models of requests and replies; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement
    from .add_datapoints_request import AddDatapointsRequest
    from .add_session_traces_request import AddSessionTracesRequest
    from .aggregate_function import AggregateFunction
    from .alert import Alert
    from .alert_aggregation import AlertAggregation
    from .alert_bound import AlertBound
    from .alert_event_filter import AlertEventFilter
    from .alert_event_metric import AlertEventMetric
    from .alert_frequency import AlertFrequency
    from .alert_list import AlertList
    from .alert_membership import AlertMembership
    from .alert_notification import AlertNotification
    from .alert_notification_details import AlertNotificationDetails
    from .alert_operator import AlertOperator
    from .alert_order import AlertOrder
    from .alert_recipients import AlertRecipients
    from .alert_reply import AlertReply
    from .alert_result import AlertResult
    from .alert_status import AlertStatus
    from .alert_thresholds import AlertThresholds
    from .alert_trigger import AlertTrigger
    from .alert_type import AlertType
    from .alert_user import AlertUser
    from .call_type import CallType
    from .chart import Chart
    from .chart_bucketing import ChartBucketing
    from .chart_date_range import ChartDateRange
    from .chart_deleted import ChartDeleted
    from .chart_filter import ChartFilter
    from .chart_list import ChartList
    from .chart_reply import ChartReply
    from .child_metric import ChildMetric
    from .compared_event_detail import ComparedEventDetail
    from .configuration import Configuration
    from .configuration_created import ConfigurationCreated
    from .configuration_deleted import ConfigurationDeleted
    from .configuration_environment import ConfigurationEnvironment
    from .configuration_list import ConfigurationList
    from .configuration_parameters import ConfigurationParameters
    from .configuration_type import ConfigurationType
    from .configuration_updated import ConfigurationUpdated
    from .create_alert_request import CreateAlertRequest
    from .create_chart_request import CreateChartRequest
    from .create_configuration_request import CreateConfigurationRequest
    from .create_data_plane_api_key_request import CreateDataPlaneApiKeyRequest
    from .create_datapoint_batch_request import CreateDatapointBatchRequest
    from .create_dataset_request import CreateDatasetRequest
    from .create_event_batch_legacy_request import CreateEventBatchLegacyRequest
    from .create_event_batch_request import CreateEventBatchRequest
    from .create_event_legacy_request import CreateEventLegacyRequest
    from .create_event_request import CreateEventRequest
    from .create_ingestion_api_key_request import CreateIngestionApiKeyRequest
    from .create_metric_version_request import CreateMetricVersionRequest
    from .create_model_event_batch_legacy_request import CreateModelEventBatchLegacyRequest
    from .create_model_event_legacy_request import CreateModelEventLegacyRequest
    from .create_project_request import CreateProjectRequest
    from .create_queue_request import CreateQueueRequest
    from .create_run_request import CreateRunRequest
    from .create_session_event_batch_request import CreateSessionEventBatchRequest
    from .create_session_request import CreateSessionRequest
    from .create_virtual_dataplane_request import CreateVirtualDataplaneRequest
    from .create_workspace_request import CreateWorkspaceRequest
    from .data_plane_api_key import DataPlaneApiKey
    from .data_plane_api_key_created import DataPlaneApiKeyCreated
    from .datapoint import Datapoint
    from .datapoint_batch_created import DatapointBatchCreated
    from .datapoint_created import DatapointCreated
    from .datapoint_found import DatapointFound
    from .datapoint_list import DatapointList
    from .datapoint_mapping import DatapointMapping
    from .datapoint_outcome import DatapointOutcome
    from .datapoint_removed import DatapointRemoved
    from .datapoint_request import DatapointRequest
    from .datapoint_updated import DatapointUpdated
    from .datapoints_added import DatapointsAdded
    from .dataset import Dataset
    from .dataset_changed import DatasetChanged
    from .dataset_created import DatasetCreated
    from .dataset_deleted import DatasetDeleted
    from .dataset_id import DatasetId
    from .dataset_list import DatasetList
    from .date_range import DateRange
    from .deleted import Deleted
    from .error_response import ErrorResponse
    from .event import Event
    from .event_acknowledgement import EventAcknowledgement
    from .event_batch_acknowledgement import EventBatchAcknowledgement
    from .event_date_range import EventDateRange
    from .event_detail import EventDetail
    from .event_fields import EventFields
    from .event_filter import EventFilter
    from .event_list import EventList
    from .event_pair import EventPair
    from .event_pair_list import EventPairList
    from .event_type import EventType
    from .events_schema import EventsSchema
    from .export_date_range import ExportDateRange
    from .export_events_request import ExportEventsRequest
    from .filter_ import Filter
    from .filter_operator import FilterOperator
    from .filter_set import FilterSet
    from .filter_type import FilterType
    from .found_event import FoundEvent
    from .function_mode import FunctionMode
    from .get_event_response import GetEventResponse
    from .ingestion_api_key import IngestionApiKey
    from .ingestion_api_key_created import IngestionApiKeyCreated
    from .inserted_id import InsertedId
    from .inserted_ids import InsertedIds
    from .judged_event import JudgedEvent
    from .judged_event_feedback import JudgedEventFeedback
    from .legacy_batch_options import LegacyBatchOptions
    from .legacy_event import LegacyEvent
    from .measured_event import MeasuredEvent
    from .measured_event_metadata import MeasuredEventMetadata
    from .metric import Metric
    from .metric_category import MetricCategory
    from .metric_comparison import MetricComparison
    from .metric_created import MetricCreated
    from .metric_definition import MetricDefinition
    from .metric_detail import MetricDetail
    from .metric_fields import MetricFields
    from .metric_list import MetricList
    from .metric_result import MetricResult
    from .metric_return_type import MetricReturnType
    from .metric_summary import MetricSummary
    from .metric_threshold import MetricThreshold
    from .metric_type import MetricType
    from .metric_updated import MetricUpdated
    from .metric_version import MetricVersion
    from .metric_version_list import MetricVersionList
    from .metric_version_reply import MetricVersionReply
    from .model_event import ModelEvent
    from .modified_count import ModifiedCount
    from .new_api_key import NewApiKey
    from .notification_channel import NotificationChannel
    from .notification_scope import NotificationScope
    from .pagination import Pagination
    from .passed_and_failed import PassedAndFailed
    from .passing_range import PassingRange
    from .project import Project
    from .project_reply import ProjectReply
    from .queue import Queue
    from .queue_changed import QueueChanged
    from .queue_deleted import QueueDeleted
    from .queue_list import QueueList
    from .response_format import ResponseFormat
    from .response_format_type import ResponseFormatType
    from .run import Run
    from .run_comparison import RunComparison
    from .run_created import RunCreated
    from .run_deleted import RunDeleted
    from .run_found import RunFound
    from .run_list import RunList
    from .run_metric_request import RunMetricRequest
    from .run_metrics import RunMetrics
    from .run_order import RunOrder
    from .run_status import RunStatus
    from .run_summary import RunSummary
    from .run_updated import RunUpdated
    from .runnable_metric import RunnableMetric
    from .runnable_metric_type import RunnableMetricType
    from .schema_field import SchemaField
    from .schema_mapping import SchemaMapping
    from .search_date_range import SearchDateRange
    from .search_events_request import SearchEventsRequest
    from .selected_function import SelectedFunction
    from .session import Session
    from .session_event import SessionEvent
    from .session_event_acknowledgement import SessionEventAcknowledgement
    from .session_properties import SessionProperties
    from .sort_order import SortOrder
    from .start_session_request import StartSessionRequest
    from .stored_alert_bound import StoredAlertBound
    from .stored_alert_thresholds import StoredAlertThresholds
    from .stored_configuration_parameters import StoredConfigurationParameters
    from .stored_filter import StoredFilter
    from .stored_filter_set import StoredFilterSet
    from .stored_metric import StoredMetric
    from .stored_response_format import StoredResponseFormat
    from .trace_event import TraceEvent
    from .update_chart_request import UpdateChartRequest
    from .update_configuration_request import UpdateConfigurationRequest
    from .update_dataset_legacy_request import UpdateDatasetLegacyRequest
    from .update_dataset_request import UpdateDatasetRequest
    from .update_event_legacy_request import UpdateEventLegacyRequest
    from .update_event_request import UpdateEventRequest
    from .update_metric_legacy_request import UpdateMetricLegacyRequest
    from .update_metric_request import UpdateMetricRequest
    from .update_project_request import UpdateProjectRequest
    from .update_queue_request import UpdateQueueRequest
    from .update_run_request import UpdateRunRequest
    from .update_virtual_dataplane_request import UpdateVirtualDataplaneRequest
    from .update_workspace_request import UpdateWorkspaceRequest
    from .virtual_dataplane import VirtualDataplane
    from .virtual_dataplane_reply import VirtualDataplaneReply
    from .workspace import Workspace
    from .workspace_reply import WorkspaceReply

_MODULES = {
    "Acknowledgement": ".acknowledgement",
    "AddDatapointsRequest": ".add_datapoints_request",
    "AddSessionTracesRequest": ".add_session_traces_request",
    "AggregateFunction": ".aggregate_function",
    "Alert": ".alert",
    "AlertAggregation": ".alert_aggregation",
    "AlertBound": ".alert_bound",
    "AlertEventFilter": ".alert_event_filter",
    "AlertEventMetric": ".alert_event_metric",
    "AlertFrequency": ".alert_frequency",
    "AlertList": ".alert_list",
    "AlertMembership": ".alert_membership",
    "AlertNotification": ".alert_notification",
    "AlertNotificationDetails": ".alert_notification_details",
    "AlertOperator": ".alert_operator",
    "AlertOrder": ".alert_order",
    "AlertRecipients": ".alert_recipients",
    "AlertReply": ".alert_reply",
    "AlertResult": ".alert_result",
    "AlertStatus": ".alert_status",
    "AlertThresholds": ".alert_thresholds",
    "AlertTrigger": ".alert_trigger",
    "AlertType": ".alert_type",
    "AlertUser": ".alert_user",
    "CallType": ".call_type",
    "Chart": ".chart",
    "ChartBucketing": ".chart_bucketing",
    "ChartDateRange": ".chart_date_range",
    "ChartDeleted": ".chart_deleted",
    "ChartFilter": ".chart_filter",
    "ChartList": ".chart_list",
    "ChartReply": ".chart_reply",
    "ChildMetric": ".child_metric",
    "ComparedEventDetail": ".compared_event_detail",
    "Configuration": ".configuration",
    "ConfigurationCreated": ".configuration_created",
    "ConfigurationDeleted": ".configuration_deleted",
    "ConfigurationEnvironment": ".configuration_environment",
    "ConfigurationList": ".configuration_list",
    "ConfigurationParameters": ".configuration_parameters",
    "ConfigurationType": ".configuration_type",
    "ConfigurationUpdated": ".configuration_updated",
    "CreateAlertRequest": ".create_alert_request",
    "CreateChartRequest": ".create_chart_request",
    "CreateConfigurationRequest": ".create_configuration_request",
    "CreateDataPlaneApiKeyRequest": ".create_data_plane_api_key_request",
    "CreateDatapointBatchRequest": ".create_datapoint_batch_request",
    "CreateDatasetRequest": ".create_dataset_request",
    "CreateEventBatchLegacyRequest": ".create_event_batch_legacy_request",
    "CreateEventBatchRequest": ".create_event_batch_request",
    "CreateEventLegacyRequest": ".create_event_legacy_request",
    "CreateEventRequest": ".create_event_request",
    "CreateIngestionApiKeyRequest": ".create_ingestion_api_key_request",
    "CreateMetricVersionRequest": ".create_metric_version_request",
    "CreateModelEventBatchLegacyRequest": ".create_model_event_batch_legacy_request",
    "CreateModelEventLegacyRequest": ".create_model_event_legacy_request",
    "CreateProjectRequest": ".create_project_request",
    "CreateQueueRequest": ".create_queue_request",
    "CreateRunRequest": ".create_run_request",
    "CreateSessionEventBatchRequest": ".create_session_event_batch_request",
    "CreateSessionRequest": ".create_session_request",
    "CreateVirtualDataplaneRequest": ".create_virtual_dataplane_request",
    "CreateWorkspaceRequest": ".create_workspace_request",
    "DataPlaneApiKey": ".data_plane_api_key",
    "DataPlaneApiKeyCreated": ".data_plane_api_key_created",
    "Datapoint": ".datapoint",
    "DatapointBatchCreated": ".datapoint_batch_created",
    "DatapointCreated": ".datapoint_created",
    "DatapointFound": ".datapoint_found",
    "DatapointList": ".datapoint_list",
    "DatapointMapping": ".datapoint_mapping",
    "DatapointOutcome": ".datapoint_outcome",
    "DatapointRemoved": ".datapoint_removed",
    "DatapointRequest": ".datapoint_request",
    "DatapointUpdated": ".datapoint_updated",
    "DatapointsAdded": ".datapoints_added",
    "Dataset": ".dataset",
    "DatasetChanged": ".dataset_changed",
    "DatasetCreated": ".dataset_created",
    "DatasetDeleted": ".dataset_deleted",
    "DatasetId": ".dataset_id",
    "DatasetList": ".dataset_list",
    "DateRange": ".date_range",
    "Deleted": ".deleted",
    "ErrorResponse": ".error_response",
    "Event": ".event",
    "EventAcknowledgement": ".event_acknowledgement",
    "EventBatchAcknowledgement": ".event_batch_acknowledgement",
    "EventDateRange": ".event_date_range",
    "EventDetail": ".event_detail",
    "EventFields": ".event_fields",
    "EventFilter": ".event_filter",
    "EventList": ".event_list",
    "EventPair": ".event_pair",
    "EventPairList": ".event_pair_list",
    "EventType": ".event_type",
    "EventsSchema": ".events_schema",
    "ExportDateRange": ".export_date_range",
    "ExportEventsRequest": ".export_events_request",
    "Filter": ".filter_",
    "FilterOperator": ".filter_operator",
    "FilterSet": ".filter_set",
    "FilterType": ".filter_type",
    "FoundEvent": ".found_event",
    "FunctionMode": ".function_mode",
    "GetEventResponse": ".get_event_response",
    "IngestionApiKey": ".ingestion_api_key",
    "IngestionApiKeyCreated": ".ingestion_api_key_created",
    "InsertedId": ".inserted_id",
    "InsertedIds": ".inserted_ids",
    "JudgedEvent": ".judged_event",
    "JudgedEventFeedback": ".judged_event_feedback",
    "LegacyBatchOptions": ".legacy_batch_options",
    "LegacyEvent": ".legacy_event",
    "MeasuredEvent": ".measured_event",
    "MeasuredEventMetadata": ".measured_event_metadata",
    "Metric": ".metric",
    "MetricCategory": ".metric_category",
    "MetricComparison": ".metric_comparison",
    "MetricCreated": ".metric_created",
    "MetricDefinition": ".metric_definition",
    "MetricDetail": ".metric_detail",
    "MetricFields": ".metric_fields",
    "MetricList": ".metric_list",
    "MetricResult": ".metric_result",
    "MetricReturnType": ".metric_return_type",
    "MetricSummary": ".metric_summary",
    "MetricThreshold": ".metric_threshold",
    "MetricType": ".metric_type",
    "MetricUpdated": ".metric_updated",
    "MetricVersion": ".metric_version",
    "MetricVersionList": ".metric_version_list",
    "MetricVersionReply": ".metric_version_reply",
    "ModelEvent": ".model_event",
    "ModifiedCount": ".modified_count",
    "NewApiKey": ".new_api_key",
    "NotificationChannel": ".notification_channel",
    "NotificationScope": ".notification_scope",
    "Pagination": ".pagination",
    "PassedAndFailed": ".passed_and_failed",
    "PassingRange": ".passing_range",
    "Project": ".project",
    "ProjectReply": ".project_reply",
    "Queue": ".queue",
    "QueueChanged": ".queue_changed",
    "QueueDeleted": ".queue_deleted",
    "QueueList": ".queue_list",
    "ResponseFormat": ".response_format",
    "ResponseFormatType": ".response_format_type",
    "Run": ".run",
    "RunComparison": ".run_comparison",
    "RunCreated": ".run_created",
    "RunDeleted": ".run_deleted",
    "RunFound": ".run_found",
    "RunList": ".run_list",
    "RunMetricRequest": ".run_metric_request",
    "RunMetrics": ".run_metrics",
    "RunOrder": ".run_order",
    "RunStatus": ".run_status",
    "RunSummary": ".run_summary",
    "RunUpdated": ".run_updated",
    "RunnableMetric": ".runnable_metric",
    "RunnableMetricType": ".runnable_metric_type",
    "SchemaField": ".schema_field",
    "SchemaMapping": ".schema_mapping",
    "SearchDateRange": ".search_date_range",
    "SearchEventsRequest": ".search_events_request",
    "SelectedFunction": ".selected_function",
    "Session": ".session",
    "SessionEvent": ".session_event",
    "SessionEventAcknowledgement": ".session_event_acknowledgement",
    "SessionProperties": ".session_properties",
    "SortOrder": ".sort_order",
    "StartSessionRequest": ".start_session_request",
    "StoredAlertBound": ".stored_alert_bound",
    "StoredAlertThresholds": ".stored_alert_thresholds",
    "StoredConfigurationParameters": ".stored_configuration_parameters",
    "StoredFilter": ".stored_filter",
    "StoredFilterSet": ".stored_filter_set",
    "StoredMetric": ".stored_metric",
    "StoredResponseFormat": ".stored_response_format",
    "TraceEvent": ".trace_event",
    "UpdateChartRequest": ".update_chart_request",
    "UpdateConfigurationRequest": ".update_configuration_request",
    "UpdateDatasetLegacyRequest": ".update_dataset_legacy_request",
    "UpdateDatasetRequest": ".update_dataset_request",
    "UpdateEventLegacyRequest": ".update_event_legacy_request",
    "UpdateEventRequest": ".update_event_request",
    "UpdateMetricLegacyRequest": ".update_metric_legacy_request",
    "UpdateMetricRequest": ".update_metric_request",
    "UpdateProjectRequest": ".update_project_request",
    "UpdateQueueRequest": ".update_queue_request",
    "UpdateRunRequest": ".update_run_request",
    "UpdateVirtualDataplaneRequest": ".update_virtual_dataplane_request",
    "UpdateWorkspaceRequest": ".update_workspace_request",
    "VirtualDataplane": ".virtual_dataplane",
    "VirtualDataplaneReply": ".virtual_dataplane_reply",
    "Workspace": ".workspace",
    "WorkspaceReply": ".workspace_reply",
}

__all__ = (
    "Acknowledgement",
    "AddDatapointsRequest",
    "AddSessionTracesRequest",
    "AggregateFunction",
    "Alert",
    "AlertAggregation",
    "AlertBound",
    "AlertEventFilter",
    "AlertEventMetric",
    "AlertFrequency",
    "AlertList",
    "AlertMembership",
    "AlertNotification",
    "AlertNotificationDetails",
    "AlertOperator",
    "AlertOrder",
    "AlertRecipients",
    "AlertReply",
    "AlertResult",
    "AlertStatus",
    "AlertThresholds",
    "AlertTrigger",
    "AlertType",
    "AlertUser",
    "CallType",
    "Chart",
    "ChartBucketing",
    "ChartDateRange",
    "ChartDeleted",
    "ChartFilter",
    "ChartList",
    "ChartReply",
    "ChildMetric",
    "ComparedEventDetail",
    "Configuration",
    "ConfigurationCreated",
    "ConfigurationDeleted",
    "ConfigurationEnvironment",
    "ConfigurationList",
    "ConfigurationParameters",
    "ConfigurationType",
    "ConfigurationUpdated",
    "CreateAlertRequest",
    "CreateChartRequest",
    "CreateConfigurationRequest",
    "CreateDataPlaneApiKeyRequest",
    "CreateDatapointBatchRequest",
    "CreateDatasetRequest",
    "CreateEventBatchLegacyRequest",
    "CreateEventBatchRequest",
    "CreateEventLegacyRequest",
    "CreateEventRequest",
    "CreateIngestionApiKeyRequest",
    "CreateMetricVersionRequest",
    "CreateModelEventBatchLegacyRequest",
    "CreateModelEventLegacyRequest",
    "CreateProjectRequest",
    "CreateQueueRequest",
    "CreateRunRequest",
    "CreateSessionEventBatchRequest",
    "CreateSessionRequest",
    "CreateVirtualDataplaneRequest",
    "CreateWorkspaceRequest",
    "DataPlaneApiKey",
    "DataPlaneApiKeyCreated",
    "Datapoint",
    "DatapointBatchCreated",
    "DatapointCreated",
    "DatapointFound",
    "DatapointList",
    "DatapointMapping",
    "DatapointOutcome",
    "DatapointRemoved",
    "DatapointRequest",
    "DatapointsAdded",
    "DatapointUpdated",
    "Dataset",
    "DatasetChanged",
    "DatasetCreated",
    "DatasetDeleted",
    "DatasetId",
    "DatasetList",
    "DateRange",
    "Deleted",
    "ErrorResponse",
    "Event",
    "EventAcknowledgement",
    "EventBatchAcknowledgement",
    "EventDateRange",
    "EventDetail",
    "EventFields",
    "EventFilter",
    "EventList",
    "EventPair",
    "EventPairList",
    "EventsSchema",
    "EventType",
    "ExportDateRange",
    "ExportEventsRequest",
    "Filter",
    "FilterOperator",
    "FilterSet",
    "FilterType",
    "FoundEvent",
    "FunctionMode",
    "GetEventResponse",
    "IngestionApiKey",
    "IngestionApiKeyCreated",
    "InsertedId",
    "InsertedIds",
    "JudgedEvent",
    "JudgedEventFeedback",
    "LegacyBatchOptions",
    "LegacyEvent",
    "MeasuredEvent",
    "MeasuredEventMetadata",
    "Metric",
    "MetricCategory",
    "MetricComparison",
    "MetricCreated",
    "MetricDefinition",
    "MetricDetail",
    "MetricFields",
    "MetricList",
    "MetricResult",
    "MetricReturnType",
    "MetricSummary",
    "MetricThreshold",
    "MetricType",
    "MetricUpdated",
    "MetricVersion",
    "MetricVersionList",
    "MetricVersionReply",
    "ModelEvent",
    "ModifiedCount",
    "NewApiKey",
    "NotificationChannel",
    "NotificationScope",
    "Pagination",
    "PassedAndFailed",
    "PassingRange",
    "Project",
    "ProjectReply",
    "Queue",
    "QueueChanged",
    "QueueDeleted",
    "QueueList",
    "ResponseFormat",
    "ResponseFormatType",
    "Run",
    "RunComparison",
    "RunCreated",
    "RunDeleted",
    "RunFound",
    "RunList",
    "RunMetricRequest",
    "RunMetrics",
    "RunnableMetric",
    "RunnableMetricType",
    "RunOrder",
    "RunStatus",
    "RunSummary",
    "RunUpdated",
    "SchemaField",
    "SchemaMapping",
    "SearchDateRange",
    "SearchEventsRequest",
    "SelectedFunction",
    "Session",
    "SessionEvent",
    "SessionEventAcknowledgement",
    "SessionProperties",
    "SortOrder",
    "StartSessionRequest",
    "StoredAlertBound",
    "StoredAlertThresholds",
    "StoredConfigurationParameters",
    "StoredFilter",
    "StoredFilterSet",
    "StoredMetric",
    "StoredResponseFormat",
    "TraceEvent",
    "UpdateChartRequest",
    "UpdateConfigurationRequest",
    "UpdateDatasetLegacyRequest",
    "UpdateDatasetRequest",
    "UpdateEventLegacyRequest",
    "UpdateEventRequest",
    "UpdateMetricLegacyRequest",
    "UpdateMetricRequest",
    "UpdateProjectRequest",
    "UpdateQueueRequest",
    "UpdateRunRequest",
    "UpdateVirtualDataplaneRequest",
    "UpdateWorkspaceRequest",
    "VirtualDataplane",
    "VirtualDataplaneReply",
    "Workspace",
    "WorkspaceReply",
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
