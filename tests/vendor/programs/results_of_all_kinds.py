"""Decorated functions that return None, a number, a list or an object."""

from dataclasses import dataclass

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="results", source="test")


@dataclass
class Order:
    number: int


def check(value, name):
    trace(event_type="tool", event_name=name, tracer=tracer)(lambda: value)()


check(None, "none")
check(7, "number")
check([1, "two"], "list")
check({"a": {"b": None}}, "dict")
check(Order(7), "object")
tracer.flush()
