"""Programs whose spans are recorded: real libraries and instrumentors against the fake model."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

QUESTION: Final = "Where is my parcel?"
SYSTEM: Final = "You answer in one sentence."
TOOL: Final = {
    "type": "object",
    "properties": {"parcel": {"type": "string"}},
    "required": ["parcel"],
}


def openai(url: str) -> None:
    """Run a chat, a stream, a tool call, embeddings and an error."""
    import openai as library
    from openinference.instrumentation.openai import OpenAIInstrumentor

    OpenAIInstrumentor().instrument()
    with library.OpenAI(api_key="sk-fake", base_url=f"{url}/v1", max_retries=0) as client:
        messages: list[Any] = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": QUESTION}]
        chat = client.chat.completions
        chat.create(model="gpt-4o-mini", messages=messages, temperature=0.2, max_tokens=64)
        for _ in chat.create(
            model="gpt-4o-mini", messages=messages, stream=True, stream_options={"include_usage": True}
        ):
            pass
        tool: Any = {"type": "function", "function": {"name": "track_parcel", "parameters": TOOL}}
        called: Any = chat.create(model="gpt-4o-mini", messages=messages, tools=[tool]).choices[0].message
        result = {"role": "tool", "tool_call_id": called.tool_calls[0].id, "content": "in transit"}
        chat.create(model="gpt-4o-mini", messages=[*messages, called.to_dict(), result], tools=[tool])
        client.embeddings.create(model="text-embedding-3-small", input=["parcel"], encoding_format="float")
        with suppress(library.NotFoundError):
            chat.create(model="missing", messages=messages)


def anthropic(url: str) -> None:
    """Run a message, a stream, a tool call and an error."""
    import anthropic as library
    from openinference.instrumentation.anthropic import AnthropicInstrumentor

    AnthropicInstrumentor().instrument()
    with library.Anthropic(api_key="sk-fake", base_url=url, max_retries=0) as client:
        asked: Any = {
            "model": "claude-3-5-haiku-latest",
            "max_tokens": 64,
            "system": SYSTEM,
            "messages": [{"role": "user", "content": QUESTION}],
        }
        client.messages.create(**asked)
        for _ in client.messages.create(**asked, stream=True):
            pass
        tool = {"name": "track_parcel", "description": "Where a parcel is", "input_schema": TOOL}
        called: Any = client.messages.create(**asked, tools=[tool])
        result = {"type": "tool_result", "tool_use_id": called.content[0].id, "content": "in transit"}
        followed = [
            *asked["messages"],
            {"role": "assistant", "content": [called.content[0].to_dict()]},
            {"role": "user", "content": [result]},
        ]
        client.messages.create(**{**asked, "messages": followed}, tools=[tool])
        with suppress(library.NotFoundError):
            client.messages.create(**{**asked, "model": "missing"})


def langchain(url: str) -> None:
    """Run a chain of prompt, model and parser, a retriever, a tool, and a tool that fails."""
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.output_parsers import StrOutputParser
    from langchain_core.prompts import ChatPromptTemplate
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.tools import tool
    from langchain_openai import ChatOpenAI
    from openinference.instrumentation.langchain import LangChainInstrumentor

    LangChainInstrumentor().instrument()

    class Shelf(BaseRetriever):
        def _get_relevant_documents(self, *_: str, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
            return [Document(page_content="Parcels take three days.", metadata={"page": 1})]

    @tool
    def track_parcel(parcel: str) -> str:
        """Return the location of a parcel."""
        if parcel == "none":
            raise LookupError("no such parcel")
        return "in transit"

    model = ChatOpenAI(model="gpt-4o-mini", api_key="sk-fake", base_url=f"{url}/v1", temperature=0.2, max_retries=0)
    prompt = ChatPromptTemplate.from_messages([("system", SYSTEM), ("user", "{question}")])
    (prompt | model | StrOutputParser()).invoke({"question": QUESTION})
    Shelf().invoke(QUESTION)
    model.bind_tools([track_parcel]).invoke(QUESTION)
    track_parcel.invoke({"parcel": "HH-204"})
    with suppress(LookupError):
        track_parcel.invoke({"parcel": "none"})


def llama_index(url: str) -> None:
    """Run a chat, a completion, a query over an index with one document, and an error."""
    from llama_index.core import Document, SummaryIndex
    from llama_index.core.llms import ChatMessage
    from llama_index.llms.openai import OpenAI
    from openinference.instrumentation.llama_index import LlamaIndexInstrumentor

    LlamaIndexInstrumentor().instrument()
    model = OpenAI(model="gpt-4o-mini", api_key="sk-fake", api_base=f"{url}/v1", max_retries=0, temperature=0.2)
    model.chat([ChatMessage(role="system", content=SYSTEM), ChatMessage(role="user", content=QUESTION)])
    index = SummaryIndex.from_documents([Document(text="Parcels take three days.", doc_id="doc-1")])
    index.as_query_engine(llm=model).query(QUESTION)
    missing = OpenAI(model="gpt-4o-mini", api_key="sk-fake", api_base=f"{url}/missing", max_retries=0)
    with suppress(Exception):
        missing.chat([ChatMessage(role="user", content=QUESTION)])


def mcp(_url: str) -> None:
    """Run a server with one tool, and a client: a call, a failing call, and a call of a missing tool."""
    import anyio
    from mcp.client import Client
    from mcp.server.mcpserver import MCPServer
    from openinference.instrumentation.mcp import MCPInstrumentor

    MCPInstrumentor().instrument()
    server: Any = MCPServer("parcels")

    @server.tool()
    def track_parcel(parcel: str) -> str:
        """Return the location of a parcel."""
        if parcel == "none":
            raise LookupError("no such parcel")
        return "in transit"

    async def talk() -> None:
        async with Client(server, mode="legacy") as client:
            await client.list_tools()
            await client.call_tool("track_parcel", {"parcel": "HH-204"})
            for name in ("track_parcel", "missing"):
                with suppress(Exception):
                    await client.call_tool(name, {"parcel": "none"})

    anyio.run(talk)


SCENARIOS: Final[dict[str, Callable[[str], None]]] = {
    "anthropic": anthropic,
    "langchain": langchain,
    "llama_index": llama_index,
    "mcp": mcp,
    "openai": openai,
}
