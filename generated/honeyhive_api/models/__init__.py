# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Models of replies. Each is imported on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement
    from .aggregate_function import AggregateFunction
    from .alert import Alert
    from .alert_aggregation import AlertAggregation
    from .alert_event_filter import AlertEventFilter
    from .alert_event_metric import AlertEventMetric
    from .alert_frequency import AlertFrequency
    from .alert_list import AlertList
    from .alert_membership import AlertMembership
    from .alert_notification import AlertNotification
    from .alert_operator import AlertOperator
    from .alert_order import AlertOrder
    from .alert_reply import AlertReply
    from .alert_result import AlertResult
    from .alert_status import AlertStatus
    from .alert_trigger import AlertTrigger
    from .alert_type import AlertType
    from .alert_user import AlertUser
    from .call_type import CallType
    from .chart import Chart
    from .chart_bucketing import ChartBucketing
    from .chart_deleted import ChartDeleted
    from .chart_effective_bucket import ChartEffectiveBucket
    from .chart_filter import ChartFilter
    from .chart_list import ChartList
    from .chart_measure_result import ChartMeasureResult
    from .chart_points import ChartPoints
    from .chart_query_data import ChartQueryData
    from .chart_query_kind import ChartQueryKind
    from .chart_query_meta import ChartQueryMeta
    from .chart_query_reply import ChartQueryReply
    from .chart_reply import ChartReply
    from .chart_series import ChartSeries
    from .child_metric import ChildMetric
    from .compared_event_detail import ComparedEventDetail
    from .configuration import Configuration
    from .configuration_created import ConfigurationCreated
    from .configuration_deleted import ConfigurationDeleted
    from .configuration_environment import ConfigurationEnvironment
    from .configuration_list import ConfigurationList
    from .configuration_type import ConfigurationType
    from .configuration_updated import ConfigurationUpdated
    from .data_plane_api_key import DataPlaneApiKey
    from .data_plane_api_key_created import DataPlaneApiKeyCreated
    from .datapoint import Datapoint
    from .datapoint_batch_created import DatapointBatchCreated
    from .datapoint_created import DatapointCreated
    from .datapoint_found import DatapointFound
    from .datapoint_list import DatapointList
    from .datapoint_outcome import DatapointOutcome
    from .datapoint_removed import DatapointRemoved
    from .datapoint_updated import DatapointUpdated
    from .datapoints_added import DatapointsAdded
    from .dataset import Dataset
    from .dataset_changed import DatasetChanged
    from .dataset_created import DatasetCreated
    from .dataset_deleted import DatasetDeleted
    from .dataset_id import DatasetId
    from .dataset_list import DatasetList
    from .deleted import Deleted
    from .error_response import ErrorResponse
    from .evaluator import Evaluator
    from .evaluator_code import EvaluatorCode
    from .evaluator_criteria import EvaluatorCriteria
    from .evaluator_list import EvaluatorList
    from .evaluator_metadata import EvaluatorMetadata
    from .evaluator_reply import EvaluatorReply
    from .evaluator_sampling import EvaluatorSampling
    from .evaluator_test_criteria import EvaluatorTestCriteria
    from .evaluator_version import EvaluatorVersion
    from .evaluator_version_list import EvaluatorVersionList
    from .evaluator_version_reply import EvaluatorVersionReply
    from .event import Event
    from .event_acknowledgement import EventAcknowledgement
    from .event_batch_acknowledgement import EventBatchAcknowledgement
    from .event_detail import EventDetail
    from .event_list import EventList
    from .event_pair import EventPair
    from .event_pair_list import EventPairList
    from .event_type import EventType
    from .events_schema import EventsSchema
    from .filter_operator import FilterOperator
    from .filter_type import FilterType
    from .found_event import FoundEvent
    from .function_mode import FunctionMode
    from .get_event_response import GetEventResponse
    from .ingestion_api_key import IngestionApiKey
    from .ingestion_api_key_created import IngestionApiKeyCreated
    from .inserted_id import InsertedId
    from .inserted_ids import InsertedIds
    from .measured_event import MeasuredEvent
    from .measured_event_metadata import MeasuredEventMetadata
    from .metric import Metric
    from .metric_category import MetricCategory
    from .metric_comparison import MetricComparison
    from .metric_created import MetricCreated
    from .metric_detail import MetricDetail
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
    from .modified_count import ModifiedCount
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
    from .response_format_type import ResponseFormatType
    from .run import Run
    from .run_comparison import RunComparison
    from .run_created import RunCreated
    from .run_deleted import RunDeleted
    from .run_found import RunFound
    from .run_list import RunList
    from .run_metrics import RunMetrics
    from .run_order import RunOrder
    from .run_status import RunStatus
    from .run_summary import RunSummary
    from .run_updated import RunUpdated
    from .runnable_metric_type import RunnableMetricType
    from .schema_field import SchemaField
    from .schema_mapping import SchemaMapping
    from .selected_function import SelectedFunction
    from .session import Session
    from .session_counts import SessionCounts
    from .session_deletion import SessionDeletion
    from .session_deletion_reply import SessionDeletionReply
    from .session_event import SessionEvent
    from .session_event_acknowledgement import SessionEventAcknowledgement
    from .sort_order import SortOrder
    from .stored_alert_bound import StoredAlertBound
    from .stored_alert_thresholds import StoredAlertThresholds
    from .stored_configuration_parameters import StoredConfigurationParameters
    from .stored_evaluator_definition import StoredEvaluatorDefinition
    from .stored_filter import StoredFilter
    from .stored_filter_set import StoredFilterSet
    from .stored_metric import StoredMetric
    from .stored_python_evaluator import StoredPythonEvaluator
    from .stored_response_format import StoredResponseFormat
    from .virtual_dataplane import VirtualDataplane
    from .virtual_dataplane_reply import VirtualDataplaneReply
    from .workspace import Workspace
    from .workspace_reply import WorkspaceReply

_MODULES = {
    "Acknowledgement": ".acknowledgement",
    "AggregateFunction": ".aggregate_function",
    "Alert": ".alert",
    "AlertAggregation": ".alert_aggregation",
    "AlertEventFilter": ".alert_event_filter",
    "AlertEventMetric": ".alert_event_metric",
    "AlertFrequency": ".alert_frequency",
    "AlertList": ".alert_list",
    "AlertMembership": ".alert_membership",
    "AlertNotification": ".alert_notification",
    "AlertOperator": ".alert_operator",
    "AlertOrder": ".alert_order",
    "AlertReply": ".alert_reply",
    "AlertResult": ".alert_result",
    "AlertStatus": ".alert_status",
    "AlertTrigger": ".alert_trigger",
    "AlertType": ".alert_type",
    "AlertUser": ".alert_user",
    "CallType": ".call_type",
    "Chart": ".chart",
    "ChartBucketing": ".chart_bucketing",
    "ChartDeleted": ".chart_deleted",
    "ChartEffectiveBucket": ".chart_effective_bucket",
    "ChartFilter": ".chart_filter",
    "ChartList": ".chart_list",
    "ChartMeasureResult": ".chart_measure_result",
    "ChartPoints": ".chart_points",
    "ChartQueryData": ".chart_query_data",
    "ChartQueryKind": ".chart_query_kind",
    "ChartQueryMeta": ".chart_query_meta",
    "ChartQueryReply": ".chart_query_reply",
    "ChartReply": ".chart_reply",
    "ChartSeries": ".chart_series",
    "ChildMetric": ".child_metric",
    "ComparedEventDetail": ".compared_event_detail",
    "Configuration": ".configuration",
    "ConfigurationCreated": ".configuration_created",
    "ConfigurationDeleted": ".configuration_deleted",
    "ConfigurationEnvironment": ".configuration_environment",
    "ConfigurationList": ".configuration_list",
    "ConfigurationType": ".configuration_type",
    "ConfigurationUpdated": ".configuration_updated",
    "DataPlaneApiKey": ".data_plane_api_key",
    "DataPlaneApiKeyCreated": ".data_plane_api_key_created",
    "Datapoint": ".datapoint",
    "DatapointBatchCreated": ".datapoint_batch_created",
    "DatapointCreated": ".datapoint_created",
    "DatapointFound": ".datapoint_found",
    "DatapointList": ".datapoint_list",
    "DatapointOutcome": ".datapoint_outcome",
    "DatapointRemoved": ".datapoint_removed",
    "DatapointUpdated": ".datapoint_updated",
    "DatapointsAdded": ".datapoints_added",
    "Dataset": ".dataset",
    "DatasetChanged": ".dataset_changed",
    "DatasetCreated": ".dataset_created",
    "DatasetDeleted": ".dataset_deleted",
    "DatasetId": ".dataset_id",
    "DatasetList": ".dataset_list",
    "Deleted": ".deleted",
    "ErrorResponse": ".error_response",
    "Evaluator": ".evaluator",
    "EvaluatorCode": ".evaluator_code",
    "EvaluatorCriteria": ".evaluator_criteria",
    "EvaluatorList": ".evaluator_list",
    "EvaluatorMetadata": ".evaluator_metadata",
    "EvaluatorReply": ".evaluator_reply",
    "EvaluatorSampling": ".evaluator_sampling",
    "EvaluatorTestCriteria": ".evaluator_test_criteria",
    "EvaluatorVersion": ".evaluator_version",
    "EvaluatorVersionList": ".evaluator_version_list",
    "EvaluatorVersionReply": ".evaluator_version_reply",
    "Event": ".event",
    "EventAcknowledgement": ".event_acknowledgement",
    "EventBatchAcknowledgement": ".event_batch_acknowledgement",
    "EventDetail": ".event_detail",
    "EventList": ".event_list",
    "EventPair": ".event_pair",
    "EventPairList": ".event_pair_list",
    "EventType": ".event_type",
    "EventsSchema": ".events_schema",
    "FilterOperator": ".filter_operator",
    "FilterType": ".filter_type",
    "FoundEvent": ".found_event",
    "FunctionMode": ".function_mode",
    "GetEventResponse": ".get_event_response",
    "IngestionApiKey": ".ingestion_api_key",
    "IngestionApiKeyCreated": ".ingestion_api_key_created",
    "InsertedId": ".inserted_id",
    "InsertedIds": ".inserted_ids",
    "MeasuredEvent": ".measured_event",
    "MeasuredEventMetadata": ".measured_event_metadata",
    "Metric": ".metric",
    "MetricCategory": ".metric_category",
    "MetricComparison": ".metric_comparison",
    "MetricCreated": ".metric_created",
    "MetricDetail": ".metric_detail",
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
    "ModifiedCount": ".modified_count",
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
    "ResponseFormatType": ".response_format_type",
    "Run": ".run",
    "RunComparison": ".run_comparison",
    "RunCreated": ".run_created",
    "RunDeleted": ".run_deleted",
    "RunFound": ".run_found",
    "RunList": ".run_list",
    "RunMetrics": ".run_metrics",
    "RunOrder": ".run_order",
    "RunStatus": ".run_status",
    "RunSummary": ".run_summary",
    "RunUpdated": ".run_updated",
    "RunnableMetricType": ".runnable_metric_type",
    "SchemaField": ".schema_field",
    "SchemaMapping": ".schema_mapping",
    "SelectedFunction": ".selected_function",
    "Session": ".session",
    "SessionCounts": ".session_counts",
    "SessionDeletion": ".session_deletion",
    "SessionDeletionReply": ".session_deletion_reply",
    "SessionEvent": ".session_event",
    "SessionEventAcknowledgement": ".session_event_acknowledgement",
    "SortOrder": ".sort_order",
    "StoredAlertBound": ".stored_alert_bound",
    "StoredAlertThresholds": ".stored_alert_thresholds",
    "StoredConfigurationParameters": ".stored_configuration_parameters",
    "StoredEvaluatorDefinition": ".stored_evaluator_definition",
    "StoredFilter": ".stored_filter",
    "StoredFilterSet": ".stored_filter_set",
    "StoredMetric": ".stored_metric",
    "StoredPythonEvaluator": ".stored_python_evaluator",
    "StoredResponseFormat": ".stored_response_format",
    "VirtualDataplane": ".virtual_dataplane",
    "VirtualDataplaneReply": ".virtual_dataplane_reply",
    "Workspace": ".workspace",
    "WorkspaceReply": ".workspace_reply",
}

__all__ = (
    "Acknowledgement",
    "AggregateFunction",
    "Alert",
    "AlertAggregation",
    "AlertEventFilter",
    "AlertEventMetric",
    "AlertFrequency",
    "AlertList",
    "AlertMembership",
    "AlertNotification",
    "AlertOperator",
    "AlertOrder",
    "AlertReply",
    "AlertResult",
    "AlertStatus",
    "AlertTrigger",
    "AlertType",
    "AlertUser",
    "CallType",
    "Chart",
    "ChartBucketing",
    "ChartDeleted",
    "ChartEffectiveBucket",
    "ChartFilter",
    "ChartList",
    "ChartMeasureResult",
    "ChartPoints",
    "ChartQueryData",
    "ChartQueryKind",
    "ChartQueryMeta",
    "ChartQueryReply",
    "ChartReply",
    "ChartSeries",
    "ChildMetric",
    "ComparedEventDetail",
    "Configuration",
    "ConfigurationCreated",
    "ConfigurationDeleted",
    "ConfigurationEnvironment",
    "ConfigurationList",
    "ConfigurationType",
    "ConfigurationUpdated",
    "DataPlaneApiKey",
    "DataPlaneApiKeyCreated",
    "Datapoint",
    "DatapointBatchCreated",
    "DatapointCreated",
    "DatapointFound",
    "DatapointList",
    "DatapointOutcome",
    "DatapointRemoved",
    "DatapointsAdded",
    "DatapointUpdated",
    "Dataset",
    "DatasetChanged",
    "DatasetCreated",
    "DatasetDeleted",
    "DatasetId",
    "DatasetList",
    "Deleted",
    "ErrorResponse",
    "Evaluator",
    "EvaluatorCode",
    "EvaluatorCriteria",
    "EvaluatorList",
    "EvaluatorMetadata",
    "EvaluatorReply",
    "EvaluatorSampling",
    "EvaluatorTestCriteria",
    "EvaluatorVersion",
    "EvaluatorVersionList",
    "EvaluatorVersionReply",
    "Event",
    "EventAcknowledgement",
    "EventBatchAcknowledgement",
    "EventDetail",
    "EventList",
    "EventPair",
    "EventPairList",
    "EventsSchema",
    "EventType",
    "FilterOperator",
    "FilterType",
    "FoundEvent",
    "FunctionMode",
    "GetEventResponse",
    "IngestionApiKey",
    "IngestionApiKeyCreated",
    "InsertedId",
    "InsertedIds",
    "MeasuredEvent",
    "MeasuredEventMetadata",
    "Metric",
    "MetricCategory",
    "MetricComparison",
    "MetricCreated",
    "MetricDetail",
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
    "ModifiedCount",
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
    "ResponseFormatType",
    "Run",
    "RunComparison",
    "RunCreated",
    "RunDeleted",
    "RunFound",
    "RunList",
    "RunMetrics",
    "RunnableMetricType",
    "RunOrder",
    "RunStatus",
    "RunSummary",
    "RunUpdated",
    "SchemaField",
    "SchemaMapping",
    "SelectedFunction",
    "Session",
    "SessionCounts",
    "SessionDeletion",
    "SessionDeletionReply",
    "SessionEvent",
    "SessionEventAcknowledgement",
    "SortOrder",
    "StoredAlertBound",
    "StoredAlertThresholds",
    "StoredConfigurationParameters",
    "StoredEvaluatorDefinition",
    "StoredFilter",
    "StoredFilterSet",
    "StoredMetric",
    "StoredPythonEvaluator",
    "StoredResponseFormat",
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
