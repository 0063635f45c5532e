"""Makes the test calls with the client that openapi-generator's generator `python` makes."""

import json

import v1
from probe import KEY, MISSING, RUN_IDS, START, URL, report

failed = (200, "")
with v1.ApiClient(v1.Configuration(host=URL, access_token=KEY)) as client:
    events = v1.EventsApi(client)
    created = v1.SessionsApi(client).create_session(v1.CreateSessionRequest(session_name="probe", start_time=START))
    runs = v1.ExperimentsApi(client).list_runs(run_ids=RUN_IDS)
    filters = [
        v1.EventFilter(field="metadata.parcel", operator=v1.FilterOperator.IS, value="HH-204"),
        v1.EventFilter(field="metadata.weight", operator=v1.FilterOperator.IS, value=7, type=v1.FilterType.NUMBER),
    ]
    found = events.search_events(v1.SearchEventsRequest(filters=filters))
    try:
        events.get_event(MISSING)
    except v1.ApiException as error:
        failed = (error.status, json.loads(error.body or "{}")["message"])

report(created.start_time, [run.run_id for run in runs.evaluations], [one.event_name for one in found.events], failed)
