"""Everything that ``trace`` accepts, and the errors for anything else."""

import asyncio
import functools
import inspect
import logging
import pickle

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .stored import by_name


def test_the_name_and_the_fields_of_each_event(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace("first", type="model", metadata={"team": "a"}, config={"model": "m"})
    def one() -> int:
        return 1

    @hh.trace()
    def two() -> int:
        return 2

    assert (one(), two()) == (1, 2)
    events = by_name(hh, server)
    assert (events["first"]["event_type"], events["two"]["event_type"]) == ("model", "tool")
    assert (events["first"]["metadata"], events["first"]["config"]) == ({"team": "a"}, {"model": "m"})


def test_trace_inputs_and_outputs_may_be_functions(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace(inputs=lambda given: {"question": given["question"]}, outputs=lambda answer: answer["text"])
    def ask(question: str, key: str) -> dict[str, str]:
        return {"text": f"{question}!", "raw": key}

    assert ask("why", "private") == {"text": "why!", "raw": "private"}
    event = by_name(hh, server)["ask"]
    assert (event["inputs"], event["outputs"]) == ({"question": "why"}, {"value": "why!"})


def test_an_exception_of_trace_inputs_or_outputs_is_logged_and_nothing_recorded(
    hh: HoneyHive, server: LocalServer, caplog: pytest.LogCaptureFixture
) -> None:
    @hh.trace(inputs=lambda given: given["missing"], outputs=lambda answer: answer.missing)
    def ask(question: str) -> str:
        return question

    with caplog.at_level(logging.WARNING, logger="honeyhive"):
        assert ask("private") == "private"

    event = by_name(hh, server)["ask"]
    assert "private" not in str(event)
    assert event["metadata"]["honeyhive"]["changes"] == [
        "inputs: left out, because the function in trace(inputs=) raised KeyError",
        "outputs: left out, because the function in trace(outputs=) raised AttributeError",
    ]
    assert caplog.messages[0] == "the function in trace(inputs=) of ask raised KeyError"


def test_a_class_gets_its_public_methods_traced_and_stays_a_class(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace(type="chain")
    class Bot:
        limit = 3

        def __init__(self, name: str) -> None:
            self.name = name

        def answer(self, question: str) -> str:
            return self._think(question)

        @staticmethod
        def static(number: int) -> int:
            return number

        @classmethod
        def made(cls, name: str) -> str:
            return cls(name).name

        @hh.trace(type="model", name="once")
        def traced(self) -> None: ...

        async def wait(self) -> str:
            return self.name

        @property
        def title(self) -> str:
            return self.name

        def _think(self, question: str) -> str:
            return question.upper()

    bot = Bot("b")
    assert isinstance(Bot, type)
    assert pickle.loads(pickle.dumps(Bot.limit)) == 3
    assert (bot.answer("q"), Bot.static(1), Bot.made("c"), bot.title) == ("Q", 1, "c", "b")
    assert asyncio.run(bot.wait()) == "b"
    bot.traced()

    events = by_name(hh, server)
    names = {"Bot.answer", "Bot.static", "Bot.made", "Bot.wait", "once"}
    assert names == {name for name, event in events.items() if event["event_type"] != "session"} - {"Bot"}
    assert {events[name]["event_type"] for name in names} == {"chain", "model"}
    assert events["Bot.answer"]["inputs"] == {"question": "q"}


def test_the_name_of_a_class_is_in_the_name_of_its_methods(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace("bot")
    class Inner:
        def answer(self) -> int:
            return 1

    Inner().answer()
    assert "bot.answer" in by_name(hh, server)


def test_static_and_class_methods_are_traced_in_either_order(hh: HoneyHive, server: LocalServer) -> None:
    class Bot:
        @hh.trace(name="outer")
        @staticmethod
        def outer(number: int) -> int:
            return number

        @staticmethod
        @hh.trace(name="inner")
        def inner(number: int) -> int:
            return number

        @hh.trace(name="made")  # type: ignore[type-var, arg-type]
        @classmethod
        def made(cls) -> str:
            return cls.__name__

    assert (Bot.outer(1), Bot().inner(2), Bot.made()) == (1, 2, "Bot")
    assert {"outer", "inner", "made"} <= by_name(hh, server).keys()


def test_a_cached_function_keeps_its_cache(hh: HoneyHive) -> None:
    @hh.trace
    @functools.lru_cache
    def double(number: int) -> int:
        return number * 2

    assert (double(2), double(2)) == (4, 4)
    assert double.cache_info().hits == 1


def test_objects_that_can_be_called_and_partial_functions_are_traced(hh: HoneyHive, server: LocalServer) -> None:
    class Waiting:
        async def __call__(self, number: int) -> int:
            return number

    traced = hh.trace("waiting")(Waiting())
    assert inspect.iscoroutinefunction(traced)
    assert asyncio.run(traced(3)) == 3
    assert hh.trace(functools.partial(max, 3), name="largest")(5) == 5
    events = by_name(hh, server)
    assert (events["waiting"]["outputs"], events["largest"]["outputs"]) == ({"value": 3}, {"value": 5})


async def coroutine() -> None: ...


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        (5, "type int"),
        (property(str), "put @property above @trace"),
        ((number for number in ()), "pass the function without calling it"),
        (type("Empty", (), {"_private": coroutine}), "the class Empty has no public methods"),
        (int, "the class int has no public methods"),
    ],
)
def test_trace_of_another_type_is_a_type_error_at_the_decoration(hh: HoneyHive, target: object, advice: str) -> None:
    with pytest.raises(TypeError, match="trace") as caught:
        hh.trace(target)  # type: ignore[call-overload]
    assert advice in str(caught.value)
    with pytest.raises(TypeError, match="trace"):
        hh.trace()(target)  # type: ignore[type-var]


def test_a_coroutine_is_a_type_error(hh: HoneyHive) -> None:
    made = coroutine()
    with pytest.raises(TypeError, match="pass the function without calling it"):
        hh.trace(made)  # type: ignore[call-overload]
    made.close()


@pytest.mark.parametrize(
    ("options", "kind", "words"),
    [
        ({"type": "llm"}, ValueError, "type must be one of chain, model, tool, not 'llm'"),
        ({"type": []}, ValueError, "type must be one of"),
        ({"metadta": {}}, TypeError, "use metadata="),
        ({"output": False}, TypeError, "use outputs="),
        ({"zzz": 1}, TypeError, "it takes type, name, inputs"),
        ({"inputs": "no"}, TypeError, "inputs must be a bool or a function, not str"),
        ({"outputs": 1}, TypeError, "outputs must be a bool or a function, not int"),
        ({"name": 1}, TypeError, "name must be a string, not int"),
    ],
)
def test_a_wrong_keyword_is_an_error_at_the_decoration(
    hh: HoneyHive, options: dict[str, object], kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind) as caught:
        hh.trace(**options)  # type: ignore[call-overload]
    assert words in str(caught.value)


def test_trace_with_two_names_is_a_type_error(hh: HoneyHive) -> None:
    with pytest.raises(TypeError, match="got name twice"):
        hh.trace("a", name="b")


def test_keywords_of_the_vendor_are_deprecated_aliases(hh: HoneyHive, server: LocalServer) -> None:
    with pytest.warns(DeprecationWarning, match="is deprecated") as caught:

        @hh.trace(event_type="model", event_name="named")
        def one() -> int:
            return 1

    assert [str(one.message) for one in caught] == [
        "trace(event_type=) is deprecated; use type=",
        "trace(event_name=) is deprecated; use name=",
    ]
    assert {one.filename for one in caught} == {__file__}
    assert one() == 1
    assert by_name(hh, server)["named"]["event_type"] == "model"
    with pytest.warns(DeprecationWarning, match="event_type"), pytest.raises(TypeError, match="got type twice"):
        hh.trace(type="tool", event_type="model")  # type: ignore[call-overload]
