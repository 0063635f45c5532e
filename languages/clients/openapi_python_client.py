"""Makes the test calls with the client that openapi-python-client makes with its stock templates."""

from probe import KEY, MISSING, RUN_IDS, START, URL, report
from v1.api.events import get_event, search_events
from v1.api.experiments import list_runs
from v1.api.sessions import create_session
from v1.client import AuthenticatedClient
from v1.models import (
    CreateSessionRequest,
    ErrorResponse,
    EventFilter,
    EventList,
    FilterOperator,
    FilterType,
    RunList,
    SearchEventsRequest,
    Session,
)

filters = [
    EventFilter(field="metadata.parcel", operator=FilterOperator.IS, value="HH-204"),
    EventFilter(field="metadata.weight", operator=FilterOperator.IS, value=7, type_=FilterType.NUMBER),
]
with AuthenticatedClient(base_url=URL, token=KEY) as client:
    session = CreateSessionRequest(session_name="probe", start_time=START)
    created = create_session.sync(client=client, body=session)
    runs = list_runs.sync(client=client, run_ids=RUN_IDS)
    found = search_events.sync(client=client, body=SearchEventsRequest(filters=filters))
    failed = get_event.sync_detailed(MISSING, client=client)

assert isinstance(created, Session)
assert isinstance(runs, RunList)
assert isinstance(found, EventList)
report(
    created.start_time,
    [run.run_id for run in runs.evaluations],
    [one.event_name for one in found.events],
    (failed.status_code.value, failed.parsed.message if isinstance(failed.parsed, ErrorResponse) else None),
)
