"""Celery integration: a task continues the session of the code that sent it, across the broker."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from .._tracing.events import context
from .default_client import default_tracer

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._tracing.events.session import Session
    from .._tracing.tracer import Tracer
    from .internal import AnyClient

_RUNNING: Final = "_honeyhive_event"
"""Attribute of a task's request that holds its session, event and context token."""


def trace_celery(client: "AnyClient | None" = None) -> None:
    """Make each Celery task an event in the session of the code that sent it, or else in a session of its own.

    Call it in the processes that send tasks and in those that run them, for example in the module of the Celery
    application, which both import. ``client`` defaults to the client of ``honeyhive.trace``.
    """
    signals = _celery().signals

    def tracer() -> "Tracer":
        return default_tracer() if client is None else client.tracing._open()

    def sent(headers: dict[str, Any] | None = None, **_: Any) -> None:
        if headers is not None:
            headers.update(_headers_of(headers.get("id"), tracer))

    def began(task: Any = None, args: Any = (), kwargs: Any = None, **_: Any) -> None:
        names = ("traceparent", "tracestate")
        headers = {name: found for name in names if (found := getattr(task.request, name, None)) is not None}
        session = tracer().continued(headers, task.name)
        event = session.event(task.name, type="chain", inputs={"args": args, "kwargs": kwargs or {}})
        setattr(task.request, _RUNNING, (session, event, context.enter(event)))

    def failed(sender: Any = None, exception: Any = None, **_: Any) -> None:
        running = getattr(sender.request, _RUNNING, None)
        if running is not None:
            running[1].error = exception

    def ended(task: Any = None, retval: Any = None, state: str | None = None, **_: Any) -> None:
        running = task.request.__dict__.pop(_RUNNING, None)
        if running is None:
            return
        session, event, token = running
        if state == "SUCCESS" and retval is not None:
            event.outputs = retval
        with suppress(RuntimeError):
            context.leave(token)
        event.end()
        session.end()

    # The references are not weak, because nothing else refers to these local functions.
    signals.before_task_publish.connect(sent, weak=False)
    signals.task_prerun.connect(began, weak=False)
    signals.task_failure.connect(failed, weak=False)
    signals.task_postrun.connect(ended, weak=False)


def _retried(task_id: str | None) -> "Session | None":
    """Return the session of the running task if this task is being sent again (a retry), otherwise None."""
    current_task = _celery().current_task
    request = current_task.request if current_task else None
    if request is None or request.id != task_id:
        return None
    session, *_ = getattr(request, _RUNNING, (None,))
    return session


def _headers_of(task_id: str | None, tracer: "Callable[[], Tracer]") -> dict[str, str]:
    """Return the headers that continue the current event.

    A retry becomes a sibling of the first attempt, not its child.
    """
    retried = _retried(task_id)
    if retried is None:
        span = context.current()
        return (tracer() if span is None else span.tracer).headers()
    token = context.enter(retried)
    try:
        return retried.tracer.headers()
    finally:
        context.leave(token)


def _celery() -> Any:
    try:
        import celery  # type: ignore[import-untyped]
        import celery.signals  # type: ignore[import-untyped]
    except ImportError as error:
        raise ImportError("trace_celery() needs Celery: pip install celery") from error
    return celery
