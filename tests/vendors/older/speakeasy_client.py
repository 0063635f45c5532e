"""A program on the vendor's Python client 0.x.

The interpreter must have the client; the argument is the server's URL.
"""

import inspect
import sys

from honeyhive.models import components, operations

import honeyhive

hh = honeyhive.HoneyHive(bearer_auth="hh_test", server_url=sys.argv[1])


def body(answer):
    """Return the parsed body of a reply."""
    return answer.object


session = body(
    hh.session.start_session(
        request=operations.StartSessionRequestBody(
            session=components.SessionStartRequest(project="p", session_name="old session", source="test")
        )
    )
).session_id
event = components.CreateEventRequest(
    project="p",
    source="test",
    event_name="old event",
    event_type=components.CreateEventRequestEventType.MODEL,
    config={"model": "m"},
    inputs={"q": 1},
    duration=3.5,
    session_id=session,
)
made = body(hh.events.create_event(request=operations.CreateEventRequestBody(event=event)))
assert made.success, made
updated = operations.UpdateEventRequestBody(event_id=made.event_id, feedback={"rating": 5}, metadata={"a": 1})
assert hh.events.update_event(request=updated).status_code == 200

dataset = body(hh.datasets.create_dataset(request=components.CreateDatasetRequest(project="p", name="old dataset")))
assert dataset.inserted
found = body(hh.datasets.get_datasets(project="p")).testcases
assert [each.name for each in found] == ["old dataset"], found

# 0.1.96 requires a type that 0.2.57 does not know.
fields = inspect.signature(components.CreateDatapointRequest).parameters
kind = {"type": "x"} if "type" in fields else {}
point = components.CreateDatapointRequest(project="p", inputs={"a": 1}, ground_truth={"b": 2}, **kind)
point_id = body(hh.datapoints.create_datapoint(request=point)).result.inserted_id
points = body(hh.datapoints.get_datapoints(project="p")).datapoints
assert [each.id for each in points] == [point_id], points
assert body(hh.datapoints.get_datapoint(id=point_id)).datapoint[0].ground_truth == {"b": 2}
assert body(hh.datapoints.delete_datapoint(id=point_id)).deleted

assert hh.metrics.get_metrics(project_name="p").metrics == []
# The parameter has a different name in each of the versions.
parameters = inspect.signature(hh.configurations.get_configurations).parameters
project = "project" if "project" in parameters else "project_name"
assert hh.configurations.get_configurations(**{project: "p"}).status_code == 200
assert [each.name for each in hh.projects.get_projects().projects] == ["p"]
read = hh.session.get_session(session_id=session).event
assert (read.event_name, read.session_id) == ("old session", session), read
print("ok")
