"""The step that the tracing benchmarks log: a retrieval of 2 kB."""

from typing import Final

DOCUMENTS: Final = [
    {"id": f"doc-{number}", "text": "Parcels are delivered within three days. " * 4, "score": 0.9, "meta": {"page": 1}}
    for number in range(6)
]
INPUTS: Final = {"query": "When will my parcel be delivered?", "count": 6}
OUTPUTS: Final = {"documents": DOCUMENTS, "answer": "Within three days. " * 20}
METADATA: Final = {"tokens": 9}
