"""The table of handlers: which function serves which operation of the document.

An operation without a line here answers 501.
"""

from ..call import Handler
from . import batches, datapoints, datasets, events, runs, searching, sessions

HANDLERS: dict[str, Handler] = {
    "createSession": sessions.create_session,
    "createSessionEventBatch": sessions.create_session_event_batch,
    "listSessions": sessions.list_sessions,
    "createSessionEvent": sessions.create_session_event,
    "addSessionTraces": sessions.add_session_traces,
    "startSession": sessions.start_session,
    "createEvent": events.create_event,
    "getEvent": events.get_event,
    "updateEvent": events.update_event,
    "createEventBatch": batches.create_event_batch,
    "searchEvents": searching.search_events,
    "exportEvents": searching.export_events,
    "getEventsSchema": searching.get_events_schema,
    "createEventLegacy": events.create_event_legacy,
    "updateEventLegacy": events.update_event_legacy,
    "createEventBatchLegacy": batches.create_event_batch_legacy,
    "createModelEventLegacy": events.create_model_event_legacy,
    "createModelEventBatchLegacy": batches.create_model_event_batch_legacy,
    "listDatasets": datasets.list_datasets,
    "createDataset": datasets.create_dataset,
    "updateDataset": datasets.update_dataset,
    "updateDatasetLegacy": datasets.update_dataset_legacy,
    "deleteDataset": datasets.delete_dataset,
    "deleteDatasetLegacy": datasets.delete_dataset_legacy,
    "addDatasetDatapoints": datasets.add_dataset_datapoints,
    "removeDatasetDatapoint": datasets.remove_dataset_datapoint,
    "removeDatasetDatapointLegacy": datasets.remove_dataset_datapoint,
    "listDatapoints": datapoints.list_datapoints,
    "createDatapoint": datapoints.create_datapoint,
    "createDatapointBatch": datapoints.create_datapoint_batch,
    "getDatapoint": datapoints.get_datapoint,
    "updateDatapoint": datapoints.update_datapoint,
    "deleteDatapoint": datapoints.delete_datapoint,
    "listRuns": runs.list_runs,
    "createRun": runs.create_run,
    "getRunsSchema": runs.get_runs_schema,
    "getRun": runs.get_run,
    "updateRun": runs.update_run,
    "deleteRun": runs.delete_run,
    "getRunSchema": runs.get_run_schema,
    "getRunMetrics": runs.get_run_metrics,
}
