"""JavaScript: Vercel's AI SDK records the same spans as the samples."""

import json

import pytest

from tests import needs
from tests.otel.record_samples import SAMPLES
from tests.otel.span_normalizer import shape
from tests.otel.vercel_ai import VERSIONS, played

pytestmark = pytest.mark.languages


@pytest.mark.parametrize("name", VERSIONS)
def test_the_ai_sdk_still_records_what_the_sample_has(name: str) -> None:
    needs.program("node")
    recorded = json.loads((SAMPLES / f"{name}.json").read_text())

    assert [shape(span) for span in played(name)] == [shape(span) for span in recorded]
