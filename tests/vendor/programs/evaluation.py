"""evaluate over a list, with an evaluator."""

from honeyhive import evaluate, evaluator


@evaluator
def correct(outputs, inputs, ground_truth):
    return outputs["answer"] == ground_truth["answer"]


def answer(datapoint):
    return {"answer": datapoint["inputs"]["question"].upper()}


rows = [
    {"inputs": {"question": "a"}, "ground_truth": {"answer": "A"}},
    {"inputs": {"question": "b"}, "ground_truth": {"answer": "X"}},
]
evaluate(function=answer, dataset=rows, evaluators=[correct], name="run", max_workers=1, print_results=False)
