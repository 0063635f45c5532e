"""A session with a question that needs a tool call, traced by the instrumentor of the openai package."""

import json
from typing import Any

from openai import OpenAI
from openinference.instrumentation.openai import OpenAIInstrumentor

from honeyhive import HoneyHive
from honeyhive.otel import instrument

TOOL: Any = {
    "type": "function",
    "function": {
        "name": "track_parcel",
        "description": "Where a parcel is",
        "parameters": {"type": "object", "properties": {"parcel": {"type": "string"}}, "required": ["parcel"]},
    },
}


def track_parcel(parcel: str) -> str:
    """Return the location of the parcel."""
    return f"{parcel} is in transit"


def main() -> None:
    """Ask one question. The OpenAI client gets its settings from OpenAI's environment variables."""
    with HoneyHive() as hh:
        instrument(hh)
        OpenAIInstrumentor().instrument()
        question = "Where is my parcel HH-204?"
        with OpenAI() as client, hh.session("support-chat", inputs={"question": question}) as session:
            messages: list[Any] = [{"role": "user", "content": question}]
            asked: Any = client.chat.completions.create(model="gpt-4o-mini", messages=messages, tools=[TOOL])
            messages.append(asked.choices[0].message.to_dict())
            for call in asked.choices[0].message.tool_calls:
                with hh.event("track_parcel", type="tool", inputs=json.loads(call.function.arguments)) as event:
                    result = track_parcel(**event.inputs)
                    event.outputs = {"status": result}
                messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
            answer = client.chat.completions.create(model="gpt-4o-mini", messages=messages, tools=[TOOL])
            session.outputs = {"answer": answer.choices[0].message.content}


if __name__ == "__main__":
    main()
