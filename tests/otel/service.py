"""Another service, as a separate process: ``python -m tests.otel.service KIND URL HEADERS``.

It handles one request with the headers given, ``spans`` with OpenTelemetry, ``events`` with the client alone, and
prints the headers with which it calls the next one.
"""

import json
import sys

from opentelemetry import context, propagate

from honeyhive import HoneyHive
from honeyhive.otel import instrument


def main() -> None:
    """Handle one request with the headers from the command line."""
    kind, url, headers = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    onward: dict[str, str] = {}
    with HoneyHive(api_key="hh_test", base_url=url) as hh:
        if kind == "spans":
            tracer = instrument(hh).get_tracer("service")
            token = context.attach(propagate.extract(headers))
            with tracer.start_as_current_span("there"):
                with hh.event("below"):
                    pass
                propagate.inject(onward)
            context.detach(token)
        else:
            with hh.tracing.continue_session(headers, name="continued"), hh.event("there"):
                with hh.event("below"):
                    pass
                onward = hh.tracing.trace_headers()
        assert hh.flush(20), hh.stats()
    print(json.dumps(onward))


if __name__ == "__main__":
    main()
