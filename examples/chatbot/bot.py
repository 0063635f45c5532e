"""A small retrieval chatbot with tracing; the lines that were added for tracing end with `# traced`."""

import re

from documents import PARCELS, search
from model import NAME, generate

from honeyhive import HoneyHive  # traced

hh = HoneyHive()  # traced
PARCEL = re.compile(r"\bHH-\d+\b")
QUESTIONS = ("When will my parcel be delivered?", "Can I send goods back?", "Where is parcel HH-999?")


@hh.trace(type="tool")  # traced
def retrieve(question: str, count: int = 2) -> list[str]:
    """Return the documents that match the question, the best match first."""
    return search(question)[:count]


@hh.trace(type="tool")  # traced
def track(parcel: str) -> str:
    """Return the location of a parcel. Raises LookupError if the parcel is unknown."""
    if parcel not in PARCELS:
        raise LookupError(f"there is no parcel {parcel}")
    return PARCELS[parcel]


def complete(messages: list[dict[str, str]]) -> str:
    """Return the next reply of the model."""
    with hh.event("complete", type="model", inputs={"messages": messages}, config={"model": NAME}) as event:  # traced
        said = generate(messages)
        event.outputs = {"role": "assistant", "content": said.text}  # traced
        event.metadata = said.usage  # traced
    return said.text


@hh.trace(type="chain")  # traced
def reply(question: str) -> str:
    """Answer one question."""
    context = " ".join(retrieve(question))
    if found := PARCEL.search(question):
        try:
            context = track(found[0])
        except LookupError:
            context = "This parcel is not known."
    return complete(
        [
            {"role": "system", "content": f"You answer customers of a shop in one sentence. Context: {context}"},
            {"role": "user", "content": question},
        ]
    )


def chat(questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    """Return the answers to the questions of one conversation."""
    with hh.session("support-chat", inputs={"questions": questions}) as session:  # traced
        replies = [reply(question) for question in questions]
        session.outputs = {"replies": replies}  # traced
    return replies
