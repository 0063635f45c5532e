"""Makes the test calls with httpx and the models of datamodel-code-generator, which generates no client."""

import httpx
import v1
from probe import KEY, MISSING, RUN_IDS, START, URL, report

filters = [
    v1.EventFilter(field="metadata.parcel", operator=v1.FilterOperator.is_, value="HH-204"),
    v1.EventFilter(field="metadata.weight", operator=v1.FilterOperator.is_, value=7, type=v1.FilterType.number),
]
session = v1.CreateSessionRequest(session_name="probe", start_time=START)
search = v1.SearchEventsRequest(filters=filters)
with httpx.Client(base_url=URL, headers={"Authorization": f"Bearer {KEY}"}) as client:
    created = client.post("/v1/sessions", json=session.model_dump(mode="json", exclude_unset=True)).content
    runs = client.get("/v1/runs", params={"run_ids[]": RUN_IDS}).content
    found = client.post("/v1/events/search", json=search.model_dump(mode="json", exclude_unset=True)).content
    failed = client.get(f"/v1/events/{MISSING}")

report(
    v1.Session.model_validate_json(created).start_time,
    [run.run_id for run in v1.RunList.model_validate_json(runs).evaluations],
    [one.event_name for one in v1.EventList.model_validate_json(found).events],
    (failed.status_code, v1.ErrorResponse.model_validate_json(failed.content).message),
)
