"""API keys that a function of the application returns."""

from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import Any, TypeVar

from honeyhive_api.keys import ApiKey

from .errors import ConfigurationError
from .exchange import Clocks, Exchange
from .key_kinds import PROJECT, KeyKind, article, kind_of
from .messages import AskKey, HttpResponse, Send

T = TypeVar("T")
_SHORTEST_ATTEMPT = 0.001


class CalledKey(ApiKey):
    """The key that a function returns. The function is called before the first request, and again after a 401."""

    __slots__ = ("_ask", "_kind", "_replaced", "version")

    def __init__(self, ask: Callable[[], Any], kind: KeyKind = PROJECT) -> None:
        super().__init__(None)
        self._ask, self._kind = ask, kind
        self._replaced: ApiKey | None = None
        self.version: int = 0
        """Number of different keys so far."""

    def ask(self, version: int) -> None:
        """Call the function, unless another call already got a newer key than ``version``.

        Raises ConfigurationError for an invalid key.
        """
        if self.version != version:
            return
        given = ApiKey(self._ask())
        fault = given.fault()
        found = self._kind if fault else kind_of(given)
        if found not in (self._kind, PROJECT):
            fault = f"is {article(found.name)} {found.name} key; pass the function as {found.argument}="
        if fault is not None:
            raise ConfigurationError(fault, argument="the key that the function returned")
        if given._text != self._text:
            self._replaced = ApiKey(self._text) if self._text else None
            self._text = given._text
            self.version += 1

    def reveal(self) -> str:
        """Return the key as a string. Calls the function first if it was not called yet."""
        self.ask(0)
        return super().reveal()

    def fault(self) -> str | None:
        """Return the reason why the function cannot be used, or None. Its keys are checked when it returns them."""
        if iscoroutinefunction(self._ask):
            return "is a coroutine function; pass a plain function, which tracing can call on its own thread"
        return None

    def redact(self, text: str) -> str:
        """Return the string with the current and the previous key replaced by ``***``."""
        if not self.version:
            return text
        return super().redact(text if self._replaced is None else self._replaced.redact(text))


def with_called_key(steps: Exchange[T], clocks: Clocks) -> Exchange[T]:
    """Wrap an exchange so that it gets the key before the first request, and once again after a 401.

    A request with a new key is sent at once.
    """
    answer: HttpResponse | Exception | None = None
    is_renewed = False
    try:
        while True:
            step = steps.throw(answer) if isinstance(answer, Exception) else steps.send(answer)
            end = clocks.monotonic() + step.timeout if isinstance(step, Send) else 0.0
            key = step.request.key if isinstance(step, Send) else None
            try:
                if isinstance(step, Send) and isinstance(key, CalledKey):
                    if not key.version:
                        yield AskKey(key, 0)
                    used = key.version
                    answer = yield _until(step, end, clocks)
                    if isinstance(answer, HttpResponse) and answer.status == 401 and not is_renewed:
                        is_renewed = True
                        yield AskKey(key, used)
                        if key.version != used:
                            answer = yield _until(step, end, clocks)
                else:
                    answer = yield step
            except Exception as error:
                answer = error
    except StopIteration as stop:
        value: T = stop.value
    return value


def _until(step: Send, end: float, clocks: Clocks) -> Send:
    return step._replace(timeout=max(end - clocks.monotonic(), _SHORTEST_ATTEMPT))
