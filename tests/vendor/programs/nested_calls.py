"""Decorated functions that call each other, without tracer=."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="nested-calls", source="test")


@trace(event_type="model", event_name="complete")
def complete(prompt):
    return prompt.upper()


@trace(event_type="chain", event_name="answer")
def answer(question):
    return [complete(question), complete(question + "?")]


answer("where")
tracer.force_flush()
