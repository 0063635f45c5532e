"""Binding of the parameters of functions and evaluators."""

from functools import partial
from typing import Any

import pytest

from honeyhive import InvalidRequestError
from honeyhive._experiments.binding import OF_EVALUATOR, OF_FUNCTION, bind

VALUES = {"inputs": "i", "ground_truth": "g", "outputs": "o", "datapoint": "d"}


def called(function: Any, offered: tuple[str, ...]) -> Any:
    return bind(function, offered, "it").call(function, VALUES)


class Bound:
    def method(self, question, ground_truth):
        return question, ground_truth

    def __call__(self, *, inputs):
        return inputs


@pytest.mark.parametrize(
    ("function", "got"),
    [
        (lambda inputs: inputs, "i"),
        (lambda question: question, "i"),
        (lambda question, expected: (question, expected), ("i", "g")),
        (lambda inputs, ground_truths: (inputs, ground_truths), ("i", "g")),
        (lambda ground_truth, inputs: (ground_truth, inputs), ("g", "i")),
        (lambda datapoint: datapoint, "d"),
        (lambda inputs, model="small": (inputs, model), ("i", "small")),
        (lambda inputs, model="small", ground_truth=None: (inputs, model, ground_truth), ("i", "small", "g")),
        (lambda *, inputs, datapoint: (inputs, datapoint), ("i", "d")),
        (lambda *arguments: arguments, ("i",)),
        (lambda **named: named, {}),
        (lambda: "nothing", "nothing"),
        (partial(lambda temperature, inputs: (temperature, inputs), 0.5), (0.5, "i")),
        (partial(lambda inputs, temperature: (inputs, temperature), temperature=1), ("i", 1)),
        (Bound().method, ("i", "g")),
        (Bound(), "i"),
        (str.upper, "I"),
        (print, None),
    ],
)
def test_a_function_is_bound_by_name_else_by_position(function: Any, got: Any):
    assert called(function, OF_FUNCTION) == got


@pytest.mark.parametrize(
    ("function", "got"),
    [
        (lambda outputs: outputs, "o"),
        (lambda answer: answer, "o"),
        (lambda outputs, inputs: (outputs, inputs), ("o", "i")),
        (lambda outputs, inputs, ground_truth: (outputs, inputs, ground_truth), ("o", "i", "g")),
        (lambda outputs, ground_truth: (outputs, ground_truth), ("o", "g")),
        (lambda a, b, c: (a, b, c), ("o", "i", "g")),
        (lambda inputs, outputs, *, datapoint: (inputs, outputs, datapoint), ("i", "o", "d")),
        (len, 1),
    ],
)
def test_the_first_positional_argument_of_an_evaluator_is_outputs(function: Any, got: Any):
    assert called(function, OF_EVALUATOR) == got


@pytest.mark.parametrize(
    ("function", "offered", "words"),
    [
        (
            lambda inputs, ground_truth, model: (inputs, ground_truth, model),
            OF_FUNCTION,
            "it: parameter 'model' cannot be filled",
        ),
        (lambda *, model: model, OF_EVALUATOR, "use one of outputs, inputs, ground_truth"),
        ("app:answer", OF_FUNCTION, "is not callable"),
    ],
)
def test_a_parameter_that_cannot_be_filled_is_refused(function: Any, offered: tuple[str, ...], words: str):
    with pytest.raises(InvalidRequestError, match=words):
        bind(function, offered, "it")
