"""A LangChain chain traced by LangChain's instrumentor; the code of the chain does not mention HoneyHive."""

from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from openinference.instrumentation import using_session
from openinference.instrumentation.langchain import LangChainInstrumentor

from honeyhive import HoneyHive
from honeyhive.otel import instrument


def main() -> None:
    """Ask two questions in one conversation."""
    with HoneyHive() as hh:
        instrument(hh)
        LangChainInstrumentor().instrument()
        prompt = ChatPromptTemplate.from_messages([("system", "Answer in one sentence."), ("user", "{question}")])
        chain = prompt | ChatOpenAI(model="gpt-4o-mini") | StrOutputParser()
        with using_session("conversation-7"):
            for question in ("Where is my parcel?", "When will it be here?"):
                chain.invoke({"question": question})


if __name__ == "__main__":
    main()
