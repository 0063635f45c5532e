"""Every error of a run is reported at once, each with its line."""

from pathlib import Path

import pytest

from generator.document import Document, DocumentError
from generator.model.build import build_table

from .conftest import Run

BAD = Path(__file__).parents[1] / "document" / "bad"


def test_reading_rules_and_building_report_together(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    text = (BAD / "several-errors.yaml").read_text()
    paging = "      x-honeyhive-paging: {page: dry, limit: dry, size: 1, items: lines, total: count}\n"
    file.write_text(text.replace("      tags:\n", f"{paging}      tags:\n"))

    done = run("--spec", file, "--rules", "--out", tmp_path / "made")

    assert (done.returncode, done.stdout) == (1, "")
    told = [line.removeprefix(f"{file}:").split(":", 1) for line in done.stderr.splitlines()]
    lines = {what.strip(): int(line) for line, what in told}
    reading = next(line for what, line in lines.items() if "quote it: '2026-01-02'" in what)
    assert text.splitlines()[reading - 2].strip() == "day: 2026-01-02"  # one line was added above this place
    assert lines["POST /orders: it has no summary"] == 16
    assert "the key 'description' occurs twice" in lines
    assert any(what.startswith("POST /orders: x-honeyhive-paging names dry") for what in lines)
    assert not (tmp_path / "made").exists()


def test_losses_have_line_numbers(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(
        (BAD / "header-parameter.yaml")
        .read_text()
        .replace("in: query", "in: cookie")
        .replace("in: header", "in: cookie")
    )

    done = run("--spec", file, "--out", tmp_path / "made")

    assert done.returncode == 1
    assert (
        f"{file}:24: POST /orders: the cookie parameter dry is not supported; only path, query and header are"
        in done.stderr.splitlines()
    )


def test_a_malformed_document_is_not_built(run: Run, tmp_path: Path) -> None:
    done = run("--spec", BAD / "tag-as-string.yaml", "--rules", "--out", tmp_path / "made")

    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "expected a list" in done.stderr


SIZE = "        - {name: size, in: query, schema: {type: integer}}\n"
SCOPED = """openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: https://shop.example, x-honeyhive-host: shop}]
paths:
  /shops/{shop}/orders:
    get:
      operationId: listShopOrders
      x-honeyhive-method: orders.list
      x-honeyhive-scoped-by: shop
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: size, in: query, schema: {type: integer}}
      responses: {'200': {description: Orders.}}
  /orders:
    get:
      operationId: listOrders
      x-honeyhive-method: orders.list
      parameters:
        - {name: size, in: query, schema: {type: integer}}
      responses: {'200': {description: Orders.}}
"""


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (
            "x-honeyhive-scoped-by: shop",
            "x-honeyhive-scoped-by: market",
            "6: GET /shops/{shop}/orders: x-honeyhive-scoped-by names market, which is not in its path",
        ),
        (
            f"{SIZE}      responses: {{'200': {{description: Orders.}}}}\n  /",
            "      responses: {'200': {description: Orders.}}\n  /",
            "14: GET /orders: it has the method of GET /shops/{shop}/orders but differs from it in size",
        ),
        (
            "listOrders\n      x-honeyhive-method: orders.list\n      parameters:\n",
            "listOrders\n      x-honeyhive-method: orders.list\n      parameters:\n"
            "        - {name: shop, in: query, schema: {type: string}}\n",
            "15: GET /orders: it takes shop too, so x-honeyhive-scoped-by cannot choose by it",
        ),
        (
            "listOrders\n      x-honeyhive-method: orders.list\n",
            "listOrders\n      x-honeyhive-method: orders.list_all\n",
            "6: GET /shops/{shop}/orders: x-honeyhive-scoped-by needs exactly one other operation with its method",
        ),
    ],
)
def test_two_routes_that_one_method_cannot_call_are_one_error(old: str, new: str, error: str) -> None:
    document = Document.parse("shop.yaml", SCOPED.replace(old, new, 1))

    with pytest.raises(DocumentError) as caught:
        build_table(document)

    assert document.numbered(caught.value.problems) == [f"shop.yaml:{error}"]
    assert document.text != SCOPED


def test_two_routes_of_one_method_are_generated(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(SCOPED)

    done = run("--spec", file, "--out", tmp_path / "made")

    assert done.returncode == 0, done.stderr
    made = (tmp_path / "made" / "namespaces" / "orders.py").read_text()
    assert made.count("GET /shops/{shop}/orders") == 2
