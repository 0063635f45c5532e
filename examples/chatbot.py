"""A small retrieval chatbot with a fake model, traced: the lines that tracing added end with `# traced`.

Run it with `python examples/chatbot.py`; it starts a local server, asks two questions and shows what was stored.
"""

from collections.abc import Iterator

from honeyhive import HoneyHive  # traced
from honeyhive.server import LocalServer

DOCUMENTS = {
    "shipping": "Parcels are delivered within three days. A parcel can be tracked by its number.",
    "returns": "Goods can be sent back within thirty days, at no cost.",
    "hours": "The shop is open from nine to six, except on Sundays.",
}
QUESTIONS = ("When will my parcel be delivered?", "Can I send goods back?")


def answer(hh: HoneyHive, questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    """What the chatbot says to each question."""

    @hh.trace(type="tool")  # traced
    def retrieve(question: str, count: int = 1) -> list[str]:
        words = set(question.lower().strip("?").split())
        ranked = sorted(DOCUMENTS.values(), key=lambda text: -len(words & set(text.lower().split())))
        return ranked[:count]

    @hh.trace(type="model", name="fake-model")  # traced
    def complete(prompt: str) -> Iterator[str]:
        yield from prompt.partition("Context: ")[2].partition(". ")[0].split(" ")

    @hh.trace(type="chain")  # traced
    def reply(question: str) -> str:
        context = " ".join(retrieve(question))
        return " ".join(complete(f"Question: {question}\nContext: {context}"))

    replies = []
    with hh.session("support-chat", inputs={"questions": questions}) as session:  # traced
        for question in questions:
            replies.append(reply(question))  # noqa: PERF401 - as a chat goes
        session.outputs = {"replies": replies}  # traced
    return replies


def show(event: dict, depth: int = 0) -> None:
    """Print a stored event and those inside of it."""
    print(f"{'  ' * depth}{event['event_name']} ({event['event_type']}): {event['outputs']}")
    for child in event["children"]:
        show(child, depth + 1)


if __name__ == "__main__":
    with LocalServer() as server, HoneyHive(api_key="hh_demo", base_url=server.url) as hh:
        answer(hh)
        assert hh.flush(), "the local server stores everything"
        for found in server.sessions():
            show(found)
