"""The rows that a run stores, for functions and evaluators of every kind."""

import asyncio
import contextvars
import json
import threading
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pytest

from honeyhive import AsyncHoneyHive, HoneyHive, HoneyHiveError, InvalidRequestError, evaluate
from honeyhive.experiments import Experiment
from honeyhive.tracing import Options
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": number}, "ground_truth": {"n": number * 2}} for number in range(6)]


def double(inputs: dict[str, int]) -> dict[str, int]:
    return {"n": inputs["n"] * 2}


async def double_later(inputs: dict[str, int]) -> dict[str, int]:
    await asyncio.sleep(0)
    return double(inputs)


def exact(outputs: Any, inputs: Any, ground_truth: Any) -> bool:
    return outputs == ground_truth


def half(outputs: Any) -> float:
    return outputs["n"] / 2


async def label(outputs: Any) -> str:
    await asyncio.sleep(0)
    return "big" if outputs["n"] > 4 else "small"


def one(outputs: Any) -> int:
    return 1


def both(outputs: Any, datapoint: Any) -> dict[str, Any]:
    return {"low": 0, "high": 1, "known": "ground_truth" in datapoint}


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else []


def sessions(server: LocalServer) -> list[dict[str, Any]]:
    return sorted(server.sessions(), key=lambda session: session["inputs"]["n"])


@pytest.mark.parametrize("function", [double, double_later])
def test_each_row_is_a_session_with_its_metrics(run: Run, server: LocalServer, hh: HoneyHive, function: Any):
    experiment = run(function, dataset=ROWS, evaluators=[exact, half, label, both], name="doubles")

    stored = sessions(server)
    (listed,) = hh.experiments.list(run_ids=[experiment.run_id]).evaluations
    assert [row.inputs["n"] for row in experiment.rows] == [session["inputs"]["n"] for session in stored]
    for row, session in zip(experiment.rows, stored, strict=True):
        n = row.inputs["n"]
        metrics = {
            "exact": True,
            "half": float(n),
            "label": "big" if n > 2 else "small",
            "low": 0,
            "high": 1,
            "known": True,
        }
        assert session["event_name"] == "doubles"
        assert session["session_id"] == row.session_id
        assert session["outputs"] == row.outputs == {"n": n * 2}
        assert session["metrics"] == row.metrics == metrics
        assert session["feedback"] == {"ground_truth": {"n": n * 2}}
        assert session["metadata"] == {
            "run_id": experiment.run_id,
            "datapoint_id": row.datapoint_id,
            "dataset_id": experiment.dataset_id,
        }
        assert session["duration"] == row.duration
        assert session["error"] is None
    assert (listed.name, listed.status) == ("doubles", "completed")
    assert sorted(listed.event_ids) == sorted(row.session_id for row in experiment.rows)
    assert listed.results["failed"] == 0
    assert experiment.problems == []
    assert experiment.metrics["exact"].mean == 1
    assert experiment.metrics["half"].mean == 2.5
    assert experiment.metrics["label"].texts == {"small": 3, "big": 3}


@pytest.mark.parametrize("function", [double, double_later])
def test_events_of_any_client_land_in_their_row(run: Run, server: LocalServer, hh: HoneyHive, function: Any):
    with HoneyHive(api_key="hh_other", base_url=server.url) as other:

        @hh.trace
        def inner(n: int) -> int:
            with other.event("deeper") as event:
                event.metadata = {"own": n}
                other.log_event({"event_name": "ready", "event_type": "tool", "inputs": {}})
            return n

        def plain(inputs: Any) -> Any:
            inner(inputs["n"])
            return function(inputs)

        async def later(inputs: Any) -> Any:
            inner(inputs["n"])
            return await function(inputs)

        experiment = run(later if function is double_later else plain, dataset=ROWS)
        assert other.flush()

    for row, session in zip(experiment.rows, sessions(server), strict=True):
        shared = {
            "run_id": experiment.run_id,
            "datapoint_id": row.datapoint_id,
            "dataset_id": experiment.dataset_id,
        }
        (outer,) = session["children"]
        (deeper,) = outer["children"]
        (ready,) = deeper["children"]
        assert (outer["event_name"], deeper["event_name"], ready["event_name"]) == ("inner", "deeper", "ready")
        assert outer["metadata"] == ready["metadata"] == shared
        assert deeper["metadata"] == {"own": row.inputs["n"], **shared}


def test_a_session_that_the_function_begins_is_a_part_of_its_row(run: Run, server: LocalServer, hh: HoneyHive):
    def work(inputs: Any) -> Any:
        with hh.session("chat", inputs=inputs) as chat:
            with hh.event("step"):
                pass
            chat.outputs = {"said": inputs["n"]}
        with hh.session("apart", session_id="6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"):
            pass

    experiment = run(work, dataset=ROWS[:2])

    by_id = {session["session_id"]: session for session in server.sessions()}
    for row in experiment.rows:
        (chat,) = by_id[row.session_id]["children"]
        (step,) = chat["children"]
        assert (chat["event_type"], chat["event_name"], step["event_name"]) == ("chain", "chat", "step")
        assert chat["outputs"] == {"said": row.inputs["n"]}
        assert chat["metadata"]["datapoint_id"] == step["metadata"]["datapoint_id"] == row.datapoint_id
    assert by_id.keys() == {"6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"} | {row.session_id for row in experiment.rows}


@pytest.mark.parametrize("is_async", [False, True])
def test_a_failed_row_is_shown_and_does_not_stop_the_others(run: Run, server: LocalServer, is_async: bool):
    def fails(inputs: Any) -> Any:
        n = inputs["n"]
        if n == 1:
            raise ValueError("one is wrong")
        if n == 2:
            raise SystemExit(3)
        if n == 3:
            raise StopIteration
        if n == 4:
            raise asyncio.CancelledError
        return inputs

    async def fails_later(inputs: Any) -> Any:
        return fails(inputs)

    experiment = run(fails_later if is_async else fails, dataset=ROWS, evaluators=[one])

    errors = [row.error for row in experiment.rows]
    stop = "RuntimeError: coroutine raised StopIteration" if is_async else "StopIteration"
    assert errors == [None, "ValueError: one is wrong", "SystemExit: 3", stop, "CancelledError", None]
    assert [session["error"] for session in sessions(server)] == errors
    assert [session["metrics"] for session in sessions(server)] == [row.metrics for row in experiment.rows]
    assert [bool(row.metrics) for row in experiment.rows] == [True, False, False, False, False, True]
    assert [row.inputs["n"] for row in experiment.failures] == [1, 2, 3, 4]
    assert "ValueError: one is wrong" in str(experiment)


@pytest.mark.parametrize("function", [double, double_later])
def test_an_evaluator_that_fails_is_recorded_beside_the_others(run: Run, server: LocalServer, function: Any):
    def odd_only(outputs: Any) -> int:
        if outputs["n"] % 4 == 0:
            raise LookupError("no judge")
        return 1

    def first(outputs: Any) -> Any:
        return next(iter([]))

    def again(outputs: Any) -> dict[str, int]:
        return {"half": 2}

    experiment = run(function, dataset=ROWS, evaluators={"odd": odd_only, "first": first, "half": half, "again": again})

    taken = "metric 'half' was already set by another evaluator"
    for row, session in zip(experiment.rows, sessions(server), strict=True):
        odd = {"odd": "LookupError: no judge"} if row.inputs["n"] % 2 == 0 else {}
        assert row.evaluator_errors == {**odd, "first": "StopIteration", "again": taken}
        assert session["metadata"]["evaluator_errors"] == row.evaluator_errors
        assert row.metrics == {"half": row.inputs["n"], **({} if odd else {"odd": 1})}


def test_an_error_without_a_message_and_one_with_a_huge_message_are_stored(run: Run):
    class Mute(Exception):  # noqa: N818 - its name is what is shown
        def __str__(self) -> str:
            raise RuntimeError

    def fails(inputs: Any) -> Any:
        raise Mute if inputs["n"] else ValueError("x" * 10_000)

    one, two = run(fails, dataset=ROWS[:2]).rows

    assert one.error is not None
    assert len(one.error) == 2_000
    assert two.error == "Mute"


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("concurrency", [1, 4])
def test_exactly_concurrency_rows_run_at_a_time(run: Run, is_async: bool, concurrency: int):
    together = threading.Barrier(concurrency, timeout=20)
    lock = threading.Lock()
    now = most = 0

    def change(by: int) -> None:
        nonlocal now, most
        with lock:
            now += by
            most = max(most, now)

    def work(inputs: Any) -> Any:
        change(1)
        together.wait()
        change(-1)

    async def work_later(inputs: Any) -> Any:
        change(1)
        await asyncio.to_thread(together.wait)
        change(-1)

    rows = [{"n": number} for number in range(concurrency * 3)]
    experiment = run(work_later if is_async else work, dataset=rows, concurrency=concurrency)

    assert experiment.failures == []
    assert most == concurrency


def test_evaluators_that_block_do_not_hold_up_a_coroutine_function(run: Run):
    both_judged = threading.Barrier(2, timeout=20)

    def judge(outputs: Any) -> bool:
        both_judged.wait()
        return True

    experiment = run(double_later, dataset=ROWS[:2], evaluators=[judge], concurrency=2)

    assert experiment.metrics["judge"].mean == 1


def test_a_generator_becomes_a_list(run: Run, hh: HoneyHive, server: LocalServer):
    def words(inputs: Any) -> Any:
        with hh.event("inside"):
            yield inputs["n"]
        yield "end"

    async def words_later(inputs: Any) -> Any:
        for word in words(inputs):
            yield word

    async def judge(outputs: Any) -> Any:
        yield len(outputs)

    for function in (words, words_later):
        experiment = run(function, dataset=ROWS[:2], evaluators={"length": len})
        assert [row.outputs for row in experiment.rows] == [[0, "end"], [1, "end"]]
        assert experiment.metrics["length"].mean == 2
        assert (
            "returned a list" in run(function, dataset=ROWS[:1], evaluators=[judge]).rows[0].evaluator_errors["judge"]
        )
    assert all(len(session["children"]) == 1 for session in server.sessions())


def test_evaluate_runs_inside_a_running_event_loop(run: Run):
    async def main() -> Experiment:
        return run(double_later, dataset=ROWS)

    assert len(asyncio.run(main()).rows) == len(ROWS)


def test_context_variables_of_the_caller_reach_the_rows(run: Run):
    variable = contextvars.ContextVar("variable", default="unset")
    variable.set("of the caller")

    async def later(inputs: Any) -> str:
        return variable.get()

    def now(inputs: Any) -> str:
        return variable.get()

    for function in (now, later):
        assert {row.outputs for row in run(function, dataset=ROWS).rows} == {"of the caller"}


def test_the_caller_s_own_session_is_left_alone(run: Run, hh: HoneyHive, server: LocalServer):
    with hh.session("around") as around:
        run(double, dataset=ROWS[:1])
        with hh.event("after"):
            pass
    assert hh.flush()

    by_name = {session["event_name"]: session for session in server.sessions()}
    assert [child["event_name"] for child in by_name["around"]["children"]] == ["after"]
    assert by_name["around"]["session_id"] == around.session_id
    assert by_name["double"]["children"] == []


def test_rows_of_a_client_that_samples_are_all_stored(server: LocalServer, tmp_path: Path):
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(sample_rate=0)) as hh:
        experiment = evaluate(double, dataset=ROWS, client=hh, journal_dir=tmp_path, progress=False, table=False)

    assert len(server.sessions()) == len(experiment.rows) == len(ROWS)


def test_a_stored_dataset_is_fetched_whole(run: Run, hh: HoneyHive):
    ids = [
        hh.datapoints.create(inputs={"n": number}, ground_truth={"n": number * 2}).result.inserted_ids[0]
        for number in range(120)
    ]
    dataset_id = hh.datasets.create(name="numbers", datapoints=ids).result.inserted_id

    experiment = run(double, dataset=dataset_id, evaluators=[exact])

    assert experiment.dataset_id == dataset_id
    assert [row.datapoint_id for row in experiment.rows] == ids
    assert experiment.metrics["exact"].mean == 1
    (listed,) = hh.experiments.list(dataset_id=dataset_id).evaluations
    assert listed.run_id == experiment.run_id


def test_a_dataset_that_is_not_found_is_refused(run: Run):
    with pytest.raises(InvalidRequestError, match="is not a file, nor the id or name of a stored dataset"):
        run(double, dataset="65f0c1d2e3a4b5c6d7e8f901")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"concurrency": 0}, "concurrency"),
        ({"evaluators": None}, "evaluators: pass a list"),
        ({"metadata": [1]}, "metadata is a list; pass a dict"),
        ({"configuration": "small"}, "configuration is a str; pass a dict"),
        ({"delivery_timeout": "60"}, "delivery_timeout is '60'; pass a number"),
        ({"journal_dir": 5}, "journal_dir is 5; pass the path of a folder, or None"),
        ({"run_id": ""}, "run_id is empty"),
        ({"run_id": 7}, "run_id is 7; pass a string"),
        ({"compare_with": 7}, "compare_with is 7; pass the id of a run as a string, or 'last'"),
        ({"dataset": "x" * 5_000}, "is not a file, nor the id or name of a stored dataset"),
        ({"evaluators": [exact, exact]}, "two evaluators are named 'exact'"),
        ({"dataset": []}, "no rows"),
        ({"compare_with": "7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10"}, "there is no run"),
    ],
)
def test_wrong_arguments_are_refused_before_a_row_runs(
    run: Run, server: LocalServer, tmp_path: Path, changes: dict[str, Any], words: str
):
    with pytest.raises(InvalidRequestError, match=words):
        run(double, **{"dataset": ROWS, **changes})

    assert server.sessions() == []
    assert not [method for method, _ in server.requests if method == "POST"]
    assert not (tmp_path / "runs").exists()


def test_an_async_client_is_refused(server: LocalServer):
    client: Any = AsyncHoneyHive(api_key="hh_test", base_url=server.url)

    with pytest.raises(InvalidRequestError, match="client is a AsyncHoneyHive; pass a HoneyHive"):
        evaluate(double, dataset=ROWS, client=client)


def test_without_a_client_one_is_created_from_the_environment(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("HH_API_KEY", "hh_test")
    monkeypatch.setenv("HH_API_URL", server.url)
    monkeypatch.chdir(tmp_path)

    experiment = evaluate(double, dataset=ROWS, evaluators=[exact])

    assert len(server.sessions()) == len(ROWS)
    assert experiment.run_id in capsys.readouterr().out
    assert [*(tmp_path / ".honeyhive" / "runs").iterdir()] == []


def test_to_json_writes_values_that_are_not_json(run: Run):
    class Mute:
        def __repr__(self) -> str:
            raise RuntimeError

    whole: list[Any] = []
    whole.append(whole)
    odd = [{"kinds": {1, 2}, "at": object()}, {(1, 2): 3}, float("nan"), whole, Mute(), "\ud800"]

    def half_a_pair(outputs: Any) -> str:
        return "\udc00"

    experiment = run(lambda inputs: odd[inputs["n"]], dataset=ROWS, evaluators={"one": one, "half": half_a_pair})

    def refuse(constant: str) -> Any:
        raise AssertionError(constant)

    plain = json.loads(experiment.to_json().encode(), parse_constant=refuse)
    assert plain["run_id"] == experiment.run_id
    assert plain["metrics"]["one"] == {"count": 6, "mean": 1.0, "min": 1.0, "max": 1.0}
    assert plain["metrics"]["half"] == {"count": 6, "texts": {"?": 6}}
    assert [row["inputs"]["n"] for row in plain["rows"]] == [*range(6)]
    assert plain["rows"][0]["outputs"]["kinds"] == [1, 2]
    assert plain["rows"][1]["outputs"] == {"(1, 2)": 3}
    assert plain["rows"][2]["outputs"] == "[honeyhive: nan]"


def test_more_rows_than_the_queue_holds_are_all_stored(server: LocalServer, tmp_path: Path):
    from honeyhive._tracing.limits import QueueLimits

    rows = [{"n": number} for number in range(300)]
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(queue=QueueLimits(records=40))) as hh:
        experiment = evaluate(
            lambda inputs: inputs, dataset=rows, client=hh, journal_dir=tmp_path, progress=False, table=False
        )

    assert experiment.problems == []
    assert len(server.sessions()) == 300


def test_an_event_that_gets_400_is_a_problem_and_retrying_is_not_advised(run: Run, server: LocalServer, tmp_path: Path):
    def refuse(inputs: Any) -> Any:
        server.fail_next(400, times=2)

    experiment = run(refuse, dataset=ROWS[:1], run_id="7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10")

    journal = tmp_path / "runs" / "7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10.jsonl"
    refused, completed, again = experiment.problems
    assert refused == (
        f"the service refused 1 events (1 refused) and would refuse them again; their rows are kept in {journal}; "
        "the log of honeyhive names each refused event"
    )
    assert "could not be completed" in completed  # the next attempt may succeed
    assert "run id 7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10" in again
    assert journal.exists()


def test_a_row_that_can_never_be_stored_is_not_advised_to_try_again(run: Run, server: LocalServer, tmp_path: Path):
    def refuse(inputs: Any) -> Any:
        server.fail_next(400, times=1)

    experiment = run(refuse, dataset=ROWS[:1])

    problem, rows = experiment.problems
    assert "would refuse them again" in problem
    assert rows == f"rows missing at the service: {experiment.rows[0].datapoint_id}"
    assert "to continue" not in str(experiment)
    assert [*(tmp_path / "runs").iterdir()] != []


HUGE = "x" * 3_000_000


@pytest.mark.parametrize(
    ("outputs", "words"),
    [
        (HUGE, "outputs.value: cut from 3000000 characters"),
        ({"text": HUGE}, "outputs.text: cut from 3000000 characters"),
        ({"image": b"x" * 3_000_000}, "outputs.image: 3000000 bytes"),
        ([0] * 200_000, "outputs.value: the rest is left out"),
        ({"deep": nested(40)}, "nested deeper than 32"),
        ({HUGE: 1}, "outputs: a key was cut"),
    ],
    ids=["text", "in an object", "bytes", "many", "deep", "key"],
)
@pytest.mark.parametrize("place", ["outputs", "inputs", "ground truth"])
def test_a_value_above_the_size_limit_is_named(run: Run, outputs: Any, words: str, place: str):
    dataset = [{"inputs": {"n": n}, "id": n} for n in range(2)]
    if place == "outputs":
        experiment = run(lambda inputs: outputs if inputs["n"] else "small", dataset=dataset)
    else:
        dataset[1] |= {"inputs": {"big": outputs}} if place == "inputs" else {"ground_truth": outputs}
        experiment = run(lambda: "small", dataset=dataset)

    (problem,) = experiment.problems
    assert problem.startswith("row EXT-1 is too large to be stored in full: ")
    assert "to continue" not in problem
    assert str(experiment).count("too large") == 1
    if place == "outputs":
        assert words in problem
        assert experiment.rows[1].outputs == outputs


def test_only_the_first_rows_above_the_size_limit_are_named(run: Run):
    experiment = run(lambda: HUGE, dataset=[{"n": n} for n in range(8)], concurrency=2)

    assert len(experiment.problems) == 6
    assert experiment.problems[-1] == "3 more rows are too large to be stored in full"


def test_values_stored_in_another_form_are_not_problems(run: Run):
    experiment = run(lambda: {"at": object(), "nan": float("nan"), "set": {1}}, dataset=ROWS)

    assert experiment.problems == []


def test_one_wrong_value_in_a_dict_of_scores_does_not_lose_the_others(run: Run, server: LocalServer):
    def judge(outputs: Any) -> Any:
        return {"precision": float("nan"), "recall": 0.5, "list": [1], "label": "good", "none": None}

    experiment = run(double, dataset=ROWS[:2], evaluators=[judge])

    assert [row.metrics for row in experiment.rows] == [{"recall": 0.5, "label": "good"}] * 2
    fault = (
        "precision: returned nan, which is not a score; "
        "list: returned a list; a score is a number, a bool, a string, a Score or a dict of them"
    )
    assert [row.evaluator_errors for row in experiment.failures] == [{"judge": fault}] * 2
    assert [session["metrics"] for session in server.sessions()] == [{"recall": 0.5, "label": "good"}] * 2


def test_decimal_fraction_and_numpy_values_are_stored_as_json(run: Run, server: LocalServer):
    rows = [
        {
            "inputs": {
                "price": Decimal("1.10"),
                "share": Fraction(1, 3),
                "vector": numpy.arange(3.0),
                "i": numpy.int8(1),
            },
            "ground_truth": Decimal("2.2"),
        }
    ]

    def work(inputs: Any) -> Any:
        assert isinstance(inputs["vector"], numpy.ndarray)
        inputs["vector"][:] = 0
        return {"price": inputs["price"] * 2, "vector": inputs["vector"]}

    def judge(outputs: Any, inputs: Any, ground_truth: Any) -> Any:
        return {"same": outputs["price"] == ground_truth, "sum": inputs["vector"].sum(), "half": Fraction(1, 2)}

    experiment = run(work, dataset=rows, evaluators=[judge])

    assert experiment.failures == experiment.problems == []
    assert experiment.rows[0].metrics == {"same": True, "sum": 3.0, "half": 0.5}
    (session,) = server.sessions()
    assert session["inputs"] == {"price": "1.10", "share": "1/3", "vector": [0, 1, 2], "i": 1}
    assert session["outputs"] == {"price": "2.20", "vector": [0, 0, 0]}
    assert json.loads(experiment.to_json())["rows"][0]["outputs"] == {"price": "2.20", "vector": [0, 0, 0]}


def test_other_keys_of_a_row_are_metadata_of_its_session(run: Run, server: LocalServer):
    seen: list[Any] = []

    def judge(outputs: Any, ground_truth: Any) -> bool:
        seen.append(ground_truth)
        return True

    row = {"inputs": {"q": 1}, "ground_truth": {"a": 2}, "tags": ["x"], "metadata": {"source": "log"}, "run_id": "no"}
    experiment = run(lambda inputs: inputs, dataset=[row], evaluators=[judge])

    assert (experiment.rows[0].outputs, seen) == ({"q": 1}, [{"a": 2}])
    (session,) = server.sessions()
    assert session["metadata"] == {
        "tags": ["x"],
        "source": "log",
        "run_id": experiment.run_id,
        "datapoint_id": experiment.rows[0].datapoint_id,
        "dataset_id": experiment.dataset_id,
    }


@pytest.mark.parametrize("kind", ["answer", "datapoints", "printed"])
def test_listed_datapoints_are_the_rows_of_the_stored_dataset(run: Run, hh: HoneyHive, kind: str):
    ids = [hh.datapoints.create(inputs={"n": n}).result.inserted_ids[0] for n in range(3)]
    dataset_id = hh.datasets.create(name="numbers", datapoints=ids).result.inserted_id
    answer = hh.datapoints.list(datapoint_ids=ids)
    given = {"answer": answer, "datapoints": answer.datapoints, "printed": answer.to_dict()}[kind]

    earlier = run(double, dataset=dataset_id, evaluators=[half], name="numbers")
    later = run(double, dataset=given, evaluators=[half], name="numbers", compare_with="last")

    assert {row.datapoint_id.removeprefix("EXT-") for row in later.rows} == {*ids}
    assert later.comparison is not None
    assert (later.comparison.old_run_id, later.comparison.common) == (earlier.run_id, 3)


def test_a_part_of_a_stored_dataset_keeps_its_ids_and_is_repeated(run: Run, hh: HoneyHive, server: LocalServer):
    ids = [
        hh.datapoints.create(inputs={"n": n}, metadata={"split": "test" if n else "train"}).result.inserted_ids[0]
        for n in range(3)
    ]
    part = [one for one in hh.datapoints.list(datapoint_ids=ids).datapoints if one["metadata"]["split"] == "test"]

    experiment = run(double, dataset=part, repetitions=2)

    assert [row.datapoint_id for row in experiment.rows] == [ids[1], ids[1], ids[2], ids[2]]
    added = {"run_id", "datapoint_id", "dataset_id", "honeyhive_repetition"}
    assert {key for one in server.sessions() for key in one["metadata"]} - added == {"split"}


def test_a_run_that_cannot_be_created_runs_no_row_and_leaves_no_file(run: Run, server: LocalServer, tmp_path: Path):
    ran = []
    server.fail_next(400)

    with pytest.raises(HoneyHiveError):
        run(lambda inputs: ran.append(inputs), dataset=ROWS)

    assert ran == []
    assert [*tmp_path.rglob("*.jsonl")] == []
