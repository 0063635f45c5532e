"""Isolation: changes of context, inputs and outputs by one row or evaluator are not visible to others."""

import asyncio
import contextvars
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from honeyhive import HoneyHive
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": number, "list": [number]}, "ground_truth": {"list": [number]}} for number in range(6)]
variable: contextvars.ContextVar[Any] = contextvars.ContextVar("variable", default="unset")


def in_kinds(function: Callable[..., Any]) -> list[Callable[..., Any]]:
    """Return the function in every form: plain, as a coroutine function, as a wrapper of one, and as generators."""

    async def awaited(*arguments: Any) -> Any:
        return function(*arguments)

    def generator(*arguments: Any) -> Any:
        yield function(*arguments)

    async def async_generator(*arguments: Any) -> Any:
        yield function(*arguments)

    return [function, awaited, lambda *arguments: awaited(*arguments), generator, async_generator]


@pytest.mark.parametrize("kind", range(5))
@pytest.mark.parametrize("concurrency", [1, 3])
def test_a_context_variable_that_a_row_sets_is_seen_by_no_other_row(run: Run, kind: int, concurrency: int):
    def first(*inputs: Any) -> Any:
        before = variable.get()
        variable.set(f"row {inputs[0]['n']}")
        return before

    variable.set("of the caller")
    experiment = run(in_kinds(first)[kind], dataset=ROWS, concurrency=concurrency)

    outputs = [row.outputs if kind < 3 else row.outputs[0] for row in experiment.rows]
    assert outputs == ["of the caller"] * len(ROWS)
    assert variable.get() == "of the caller"


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize("function_kind", range(3))
def test_an_evaluator_begins_in_the_context_of_the_caller(run: Run, kind: int, function_kind: int):
    def work(*inputs: Any) -> Any:
        variable.set("of the function")

    def judge(*outputs: Any) -> str:
        before = variable.get()
        variable.set("of a judge")
        return str(before)

    variable.set("of the caller")
    evaluators = {"one": in_kinds(judge)[kind], "two": in_kinds(judge)[kind]}
    experiment = run(in_kinds(work)[function_kind], dataset=ROWS, evaluators=evaluators, concurrency=1)

    assert [row.metrics for row in experiment.rows] == [{"one": "of the caller", "two": "of the caller"}] * len(ROWS)


@pytest.mark.parametrize("kind", range(3))
def test_a_row_keeps_its_context_from_its_first_step_to_its_last(run: Run, kind: int):
    async def later(n: int) -> Any:
        await asyncio.sleep(0)
        return variable.get() == n

    def work(inputs: Any) -> Any:
        variable.set(inputs["n"])
        return later(inputs["n"])

    async def work_later(inputs: Any) -> Any:
        variable.set(inputs["n"])
        return await later(inputs["n"])

    async def in_task(inputs: Any) -> Any:
        variable.set(inputs["n"])
        return await asyncio.create_task(later(inputs["n"]))

    experiment = run([work, work_later, in_task][kind], dataset=ROWS)

    assert [row.outputs for row in experiment.rows] == [True] * len(ROWS)


@pytest.mark.parametrize("kind", range(3))
def test_events_of_an_evaluator_are_in_the_session_of_its_row(run: Run, hh: HoneyHive, server: LocalServer, kind: int):
    def judge(*outputs: Any) -> int:
        with hh.event("judged", inputs={"n": outputs[0]["n"]}):
            return 1

    experiment = run(lambda inputs: inputs, dataset=ROWS, evaluators={"judge": in_kinds(judge)[kind]})

    assert experiment.failures == []
    for session in server.sessions():
        assert [child["inputs"]["n"] for child in session["children"]] == [session["inputs"]["n"]]


def spoil(*values: Any) -> None:
    """Change the contents of every argument."""
    for value in values:
        value["list"].append("spoilt")
        value["more"] = "spoilt"


@pytest.mark.parametrize("kind", range(3))
def test_each_call_gets_copies(run: Run, server: LocalServer, kind: int):
    got: list[Any] = []

    def work(inputs: Any, ground_truth: Any, datapoint: Any) -> Any:
        got.append((inputs, ground_truth, datapoint["inputs"], datapoint["ground_truth"]))
        spoil(inputs, ground_truth, datapoint["inputs"], datapoint["ground_truth"], datapoint | {"list": []})
        return {"list": [inputs["n"]], "n": inputs["n"]}

    def judge(outputs: Any, inputs: Any, ground_truth: Any) -> bool:
        is_whole = outputs == {"list": [inputs["n"]], "n": inputs["n"]}
        is_whole = is_whole and inputs["list"] == ground_truth["list"] == [inputs["n"]]
        spoil(outputs, inputs, ground_truth)
        return is_whole

    async def work_later(inputs: Any, ground_truth: Any, datapoint: Any) -> Any:
        return work(inputs, ground_truth, datapoint)

    async def judge_later(outputs: Any, inputs: Any, ground_truth: Any) -> bool:
        return judge(outputs, inputs, ground_truth)

    function = [work, work_later, lambda inputs, ground_truth, datapoint: work_later(inputs, ground_truth, datapoint)]
    evaluators = {"one": judge, "two": judge_later, "three": judge}
    experiment = run(function[kind], dataset=ROWS, evaluators=evaluators)

    assert experiment.failures == []
    assert [row.metrics for row in experiment.rows] == [{"one": True, "two": True, "three": True}] * len(ROWS)
    assert [row.inputs for row in experiment.rows] == [{"n": n, "list": [n]} for n in range(6)]
    assert [row.outputs for row in experiment.rows] == [{"list": [n], "n": n} for n in range(6)]
    assert [{"n": n, "list": [n]} for n in range(6)] == [row["inputs"] for row in ROWS]
    assert [{"list": [n]} for n in range(6)] == [row["ground_truth"] for row in ROWS]
    assert all(session["outputs"]["list"] == [session["inputs"]["n"]] for session in server.sessions())
    assert experiment.problems == experiment.notes == []


@dataclass
class Holder:
    """An object of the user's program with a part that cannot be copied."""

    items: list[Any] = field(default_factory=list)
    lock: Any = field(default_factory=threading.Lock)


@pytest.mark.parametrize("kind", range(3))
def test_outputs_are_a_snapshot(run: Run, kind: int):
    history: list[int] = []

    def work(inputs: Any) -> Any:
        history.append(inputs["n"])
        return history

    async def work_later(inputs: Any) -> Any:
        return work(inputs)

    functions = [work, work_later, lambda inputs: work_later(inputs)]
    experiment = run(functions[kind], dataset=ROWS, evaluators={"length": len}, concurrency=1)

    assert [row.outputs for row in experiment.rows] == [[*range(n + 1)] for n in range(6)]
    assert [row.metrics["length"] for row in experiment.rows] == [1, 2, 3, 4, 5, 6]


def test_a_value_that_cannot_be_copied_is_shared_and_named(run: Run):
    lock = threading.Lock()
    rows = [
        {"inputs": {"n": n, "list": [n], "lock": lock}, "ground_truth": {"deep": [{"lock": lock}]}, "id": n}
        for n in range(3)
    ]
    got: list[bool] = []

    def work(inputs: Any, ground_truth: Any) -> Any:
        got.append(inputs["lock"] is lock and ground_truth["deep"][0]["lock"] is lock)
        inputs["list"].append("spoilt")
        return Holder([inputs["n"]])

    experiment = run(work, dataset=rows, evaluators={"length": lambda outputs: len(outputs.items)})

    shared = "(TypeError: cannot pickle '_thread.lock' object); calls share the original and see each other's changes"
    assert got == [True] * 3
    assert [row["inputs"]["list"] for row in rows] == [[0], [1], [2]]  # values that can be copied are copied
    assert sorted(experiment.problems) == [
        f"ground truth of 3 rows could not be copied {shared} to it",
        f"inputs of 3 rows could not be copied {shared} to it",
    ]
    assert experiment.notes == [f"outputs of 3 rows could not be copied {shared} to it"]
    assert experiment.metrics["length"].mean == 1


def test_an_error_of_deepcopy_does_not_fail_the_row(run: Run):
    class Stubborn:
        def __deepcopy__(self, memo: Any) -> Any:
            raise RuntimeError("never")

        def __repr__(self) -> str:
            return "stubborn"

    experiment = run(lambda inputs: inputs["it"], dataset=[{"inputs": {"it": Stubborn()}, "id": 1}])

    assert experiment.failures == []
    assert experiment.problems[0].startswith("inputs of 1 row could not be copied (RuntimeError: never)")
