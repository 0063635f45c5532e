"""Evaluates over each kind of Hugging Face dataset. It runs in an environment that has Hugging Face's package."""

import sys
import tempfile
from pathlib import Path

from datasets import Dataset, DatasetDict, IterableDataset, IterableDatasetDict, load_dataset

from honeyhive import HoneyHive, InvalidRequestError, evaluate
from honeyhive_server import LocalServer

ROWS = {"question": ["a", "b", "c"], "answer": ["A", "B", "x"], "level": [1, 2, 3]}
COLUMNS = {"question": "inputs", "answer": "ground_truth"}


def shout(inputs):
    """Return the question in capital letters, which fails if the value is not a plain string."""
    assert type(inputs["question"]) is str, type(inputs["question"])
    return {"answer": inputs["question"].upper()}


def right(outputs, ground_truth):
    """Return True if the answer is right."""
    return outputs["answer"] == ground_truth["answer"]


def refusal(dataset, client):
    """Return the error for a dataset."""
    try:
        evaluate(shout, dataset=dataset, client=client, progress=False, table=False)
    except InvalidRequestError as error:
        return str(error)
    raise AssertionError("nothing was raised")


def kinds(folder):
    """Yield (name, dataset) for each kind with the same rows."""
    whole = Dataset.from_dict(ROWS)
    yield "Dataset", whole
    for form in ("numpy", "pandas", "arrow"):
        yield f"Dataset as {form}", whole.with_format(form)
    yield "split", DatasetDict(train=whole)["train"]
    yield "IterableDataset", whole.to_iterable_dataset()
    file = folder / "rows.jsonl"
    whole.to_json(file)
    yield "stream", load_dataset("json", data_files=str(file), split="train", streaming=True, cache_dir=str(folder))


def louder(batch):
    """A function for with_transform: return the rows with an exclamation mark after each question."""
    return {**batch, "question": [f"{question}!" for question in batch["question"]]}


def check_that_formats_keep_rows(options):
    """Check that the rows are those that with_transform and columns= make."""
    whole = Dataset.from_dict(ROWS)
    options = {**options, "columns": {"question": "inputs"}, "keep_rows": True}
    for kind, dataset in (("transform", whole.with_transform(louder)), ("first", whole.with_transform(louder))):
        limit = 1 if kind == "first" else None
        run = evaluate(shout, dataset=dataset, limit=limit, name=kind, **options)
        answers = [row.outputs["answer"] for row in run.rows]
        assert answers == ["A!", "B!", "C!"][:limit], (answers, run.failures)
    del options["columns"]
    for all_columns, keys in ((False, {"question"}), (True, {"question", "answer", "level"})):
        dataset = whole.with_format("numpy", columns=["question"], output_all_columns=all_columns)
        run = evaluate(shout, dataset=dataset, name=f"columns {all_columns}", **options)
        assert [set(row.inputs) for row in run.rows] == [keys] * 3, [row.inputs for row in run.rows]


def main():
    """Evaluate over all kinds of datasets; an assertion fails if the rows of one kind differ."""
    with tempfile.TemporaryDirectory() as name, LocalServer() as server, HoneyHive("hh_x", base_url=server.url) as hh:
        options = {"client": hh, "journal_dir": Path(name), "progress": False, "table": False}
        ids = set()
        for kind, dataset in kinds(Path(name)):
            run = evaluate(shout, dataset=dataset, columns=COLUMNS, evaluators=[right], name=kind, **options)
            assert run.metrics["right"].mean == 2 / 3, (kind, run.failures, run.problems)
            ids.add(tuple(row.datapoint_id for row in run.rows))
        assert len(ids) == 1, ids

        check_that_formats_keep_rows(options)

        endless = IterableDataset.from_generator(lambda: ({"question": str(n)} for n in range(10**9)))
        few = evaluate(shout, dataset=endless, limit=3, keep_rows=True, name="endless", **options)
        assert len(few.rows) == 3

        splits = DatasetDict(train=Dataset.from_dict(ROWS), test=Dataset.from_dict(ROWS))
        words = "with the splits 'train', 'test'; pass one of them, as in dataset=splits[NAME]"
        assert refusal(splits, hh) == f"dataset is a DatasetDict {words}", refusal(splits, hh)
        streams = IterableDatasetDict({name: split.to_iterable_dataset() for name, split in splits.items()})
        assert refusal(streams, hh) == f"dataset is an IterableDatasetDict {words}", refusal(streams, hh)
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main()
