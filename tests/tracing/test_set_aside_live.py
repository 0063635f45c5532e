"""New events are delivered at once while another event is set aside."""

import uuid

from honeyhive._tracing.events.prebuilt import log_prebuilt
from honeyhive._tracing.limits import DeliveryLimits

from .conftest import event, numbers
from .faults import OK, answer


def test_new_events_do_not_wait_for_an_event_that_was_set_aside(faults, tracer_to):
    faults.forever = lambda request: answer(403) if 13 in numbers(request.json["events"]) else OK
    tracer = tracer_to(
        faults.url, delivery=DeliveryLimits(linger=0.01, stuck=3600.0, first_pause=3600.0, longest_pause=3600.0)
    )
    settled = tracer.worker._sender.changed
    for number in range(20):
        log_prebuilt(tracer, event(number, str(uuid.uuid4())))
    for number in range(20, 60):
        with settled:
            assert settled.wait_for(lambda wanted=number - 1: tracer.stats().delivered == wanted, 20)
        log_prebuilt(tracer, event(number))
