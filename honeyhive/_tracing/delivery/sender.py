"""Sender: passes batches from the delivery policy to the connection, on the calling thread."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

from ..._core.errors import APIConnectionError, APIResponseError, ConfigurationError
from ..._core.exchange import Clocks
from ..._core.messages import HttpResponse
from ..interrupts import is_interrupt
from .batches import Batch, BatchRequest
from .breaker import Now
from .policy import DeliveryPolicy, Wait


class Connection(Protocol):
    """Connections to the service, used by several threads of one process."""

    def send(self, request: BatchRequest, /) -> HttpResponse:
        """Return the reply, whatever its status code. Raises APIConnectionError if there is no reply."""
        ...

    def close(self) -> None:
        """Close the connections."""


Connect: TypeAlias = Callable[[], Connection]
Context: TypeAlias = AbstractContextManager[object]


class Sender:
    """Gets a batch from the policy, sends it, reports the reply. The policy's lock is free only during the request."""

    def __init__(
        self, policy: DeliveryPolicy, connect: Connect, clocks: Clocks, context: Callable[[], Context]
    ) -> None:
        self.policy = policy
        self.changed = threading.Condition()
        """Lock of the policy, notified after each reply. A signal handler may take it again on the same thread."""
        self._connect, self._clocks, self._context = connect, clocks, context
        self._opening = threading.Lock()
        self._connection: Connection | None = None

    def now(self) -> Now:
        """Read the clocks for one decision."""
        return Now(self._clocks.monotonic(), self._clocks.unix(), self._clocks.random())

    def connect(self) -> Connection:
        """Return the connection, opened on first use."""
        if self._connection is None:
            with self._opening:
                if self._connection is None:
                    self._connection = self._connect()
        return self._connection

    def detach(self) -> Connection | None:
        """Return the open connection, or None. The caller closes it; the next request opens another connection."""
        connection, self._connection = self._connection, None
        return connection

    def send(self, batch: Batch, longest: float | None = None) -> None:
        """Send a batch within ``longest`` seconds at most, and report the outcome to the policy."""
        if self.policy.backlog.is_abandoned:
            return  # the client was closed in the meantime
        try:
            with self._context():
                answer = self.connect().send(batch.request(min(batch.timeout, longest or batch.timeout)))
        except APIConnectionError as error:
            self._report(batch, error)
        except Exception as error:  # a closed http_client, or a reply that is too long: the log has the reason
            was_sent = not isinstance(error, ConfigurationError)
            failure = APIConnectionError(f"{type(error).__name__}: {error}", request="tracing", request_sent=was_sent)
            failure._has_reply = isinstance(error, APIResponseError)
            self._report(batch, failure)
            if is_interrupt(error):
                raise
        except BaseException as error:  # an interrupt on the delivery thread: the batch is retried
            self._report(batch, APIConnectionError(type(error).__name__, request="tracing", request_sent=True))
            raise
        else:
            self._report(batch, answer)

    def _report(self, batch: Batch, outcome: HttpResponse | APIConnectionError) -> None:
        with self.changed:
            self.policy.ended(batch, outcome, self.now())
            self.changed.notify_all()

    def deliver_until(self, deadline: float, newest: Callable[[], int]) -> None:
        """Deliver on the calling thread until the oldest records are delivered or dropped, or until the deadline.

        ``newest()`` returns how many records that are; ``deadline`` is monotonic time. Return early if no further
        attempt is due before it.
        """
        while True:
            with self.changed:
                now = self.now()
                left = deadline - now.monotonic
                number = newest()
                if left <= 0 or self.policy.backlog.is_settled(number):
                    return
                step = self.policy.next(now, flush_now=True)
                if isinstance(step, Wait):
                    if step.seconds != 0 and not self.policy.may_settle(number, deadline):
                        return
                    self.changed.wait(left if step.seconds is None else min(step.seconds, left))
                    continue
            self.send(step, left)
