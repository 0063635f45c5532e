"""The end of a session or event, by a ``with`` block or ``end()``: exactly once, even if it is interrupted."""

from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self

from ..interrupts import is_interrupt, suppressed
from . import context
from .event_fields import warn_of_late_value
from .kept_steps import keep_value

if TYPE_CHECKING:
    from ..delivery.records import Record
    from ..tracer import Tracer


class RunningSpan:
    """Base class of sessions and events. A subclass logs its record in ``_finish``."""

    __slots__ = (
        "_error",
        "_event_id",
        "_is_ended",
        "_is_kept",
        "_is_watched",
        "_name",
        "_record",
        "_tokens",
        "notes",
        "session_id",
        "tracer",
    )

    tracer: "Tracer"
    session_id: str
    notes: list[str]
    _name: str | None
    _event_id: str
    _error: str | None
    _record: "Record | None"
    _tokens: list[context.ContextToken]
    _is_ended: bool
    _is_kept: bool
    _is_watched: bool

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"{self!r} cannot be copied or pickled: it ends once, in this process. Pass session_id and event_id "
            "instead, and continue the session with hh.tracing.resume_session(session_id, parent_id=event_id)"
        )

    @property
    def error(self) -> str | None:
        """The error as a string. You may assign an exception."""
        return self._error

    @error.setter
    def error(self, value: Any) -> None:
        try:
            if self._is_ended:
                warn_of_late_value("error")
            self._error = self._short("error", value)
            if self._is_kept:
                keep_value(self, "error")  # type: ignore[arg-type]  # every block is a span
        except RecursionError:
            self.notes.append("error: left out, because it was set at the recursion limit")

    @property
    def is_ended(self) -> bool:
        """True once the event or session has ended."""
        return self._is_ended

    def end(self) -> None:
        """End the event or session, and queue it for delivery. A second call changes nothing."""
        if not self._is_ended:
            self._is_ended = True
            try:
                self._finish()
            except RecursionError:
                # The step stays in the spool, and is sent once this process is dead.
                if not self._is_kept and (self._record is None or not self._record.number):
                    self.tracer.too_deep.calls += 1
            except BaseException as error:
                if not isinstance(error, Exception) or is_interrupt(error):
                    self._finish_after_interrupt()
                    raise
                self.tracer.failed(f"{self._name!r} ({self._event_id})", error)
            finally:
                if self._is_watched:
                    try:  # noqa: SIM105 - suppress() would take a call
                        self._unwatch()
                    except RecursionError:  # __del__ calls _unwatch() again
                        pass

    def _finish(self) -> None:
        raise NotImplementedError

    def _log(self, record: "Record") -> None:
        raise NotImplementedError

    def _finish_after_interrupt(self) -> None:
        """Finish after a signal handler raised in ``_finish``, because users do not call end() twice."""
        if self._record is None:
            self._finish()
        elif not self._record.number:
            self._log(self._record)

    def __enter__(self) -> Self:
        around = context.current()
        try:
            self._tokens.append(context.enter(self))  # type: ignore[arg-type]  # every block is a span
        except BaseException:  # raised by a signal handler: the block does not begin
            context.enter(around)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._tokens:
                context.leave(self._tokens[-1])
                del self._tokens[-1]
            if error is not None and not self._is_ended and not isinstance(error, GeneratorExit):
                self.error = error
            self.end()
        except RecursionError:
            if self._tokens:
                try:  # noqa: SIM105 - suppress() would take a call
                    context.reset(self._tokens.pop())
                except (RuntimeError, ValueError):  # the span was left already, or entered in another context
                    pass
            if not self._is_ended:
                self._is_ended = True
                if not self._is_kept:
                    self.tracer.too_deep.calls += 1
        except BaseException:  # raised by a signal handler: the block ends anyway
            self._leave_after_interrupt()
            raise

    def __del__(self) -> None:
        try:
            is_entered = self._tokens and not self._is_ended
        except AttributeError:  # the constructor was interrupted
            return
        if is_entered:  # a signal handler raised at the entry of __exit__, before any line of it
            self.end()
        # The span was never ended, or its end was interrupted, for example by the recursion limit.
        if self._is_watched:
            with suppressed(RecursionError):
                self._unwatch()

    def _leave_after_interrupt(self) -> None:
        if self._tokens:
            with suppressed(RuntimeError):  # the span was left already
                context.leave(self._tokens.pop())
        self.end()

    def leave(self) -> None:
        """Make the outer event or session current again, without ending this event or session."""
        if self._tokens:
            context.leave(self._tokens.pop())

    def _watch(self, *, is_in_share: bool = True) -> None:
        """Keep the session undecided until this event or session ends, if sessions are sampled at their end."""
        undecided = self.tracer.worker.undecided
        if undecided is not None and not self._is_ended:
            self._is_watched = True
            undecided.began(self.session_id, is_in_share=is_in_share)

    def _unwatch(self) -> None:
        undecided = self.tracer.worker.undecided
        if undecided is not None:
            undecided.ended(self.session_id)
        self._is_watched = False

    def _short(self, name: str, value: Any) -> str | None:
        text, notes = self.tracer.encoder.text(name, value)
        self.notes += notes
        return text
