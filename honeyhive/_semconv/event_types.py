"""What tells the type of an event, in order of precedence; without any of it an event is a chain."""

from .mapping.rule import TypeRow

TYPES: tuple[TypeRow, ...] = (
    # The vendor's tracer writes "tool" where it knows nothing better, so that value comes last.
    TypeRow("honeyhive_event_type", {"model": "model", "chain": "chain"}, "honeyhive"),
    TypeRow("honeyhive.event_type", {"model": "model", "chain": "chain"}, "registry"),
    TypeRow(
        "gen_ai.operation.name",
        {
            "chat": "model",
            "text_completion": "model",
            "generate_content": "model",
            "embeddings": "model",
            "execute_tool": "tool",
            "retrieval": "tool",
            "create_agent": "chain",
            "invoke_agent": "chain",
            "invoke_workflow": "chain",
        },
        "genai",
    ),
    # Names that the AI SDK adds to those of the convention.
    TypeRow("gen_ai.operation.name", {"agent_step": "chain", "rerank": "tool"}, "vercel"),
    TypeRow(
        "openinference.span.kind",
        {
            "llm": "model",
            "embedding": "model",
            "decision": "model",
            "tool": "tool",
            "retriever": "tool",
            "reranker": "tool",
            "chain": "chain",
            "agent": "chain",
            "guardrail": "chain",
            "evaluator": "chain",
            "prompt": "chain",
        },
        "openinference",
    ),
    TypeRow(
        "ai.operationId",
        {
            "ai.generateText.doGenerate": "model",
            "ai.streamText.doStream": "model",
            "ai.generateObject.doGenerate": "model",
            "ai.streamObject.doStream": "model",
            "ai.embed.doEmbed": "model",
            "ai.embedMany.doEmbed": "model",
            "ai.generateSpeech": "model",
            "ai.transcribe": "model",
            "ai.toolCall": "tool",
            "ai.rerank.doRerank": "tool",
            # Around the calls of the model, whose tokens it counts again.
            "ai.generateText": "chain",
            "ai.streamText": "chain",
            "ai.generateObject": "chain",
            "ai.streamObject": "chain",
            "ai.embed": "chain",
            "ai.embedMany": "chain",
            "ai.rerank": "chain",
        },
        "vercel",
    ),
    TypeRow(
        "llm.request.type",
        {"chat": "model", "completion": "model", "embedding": "model", "rerank": "tool"},
        "openllmetry",
    ),
    TypeRow(
        "traceloop.span.kind", {"workflow": "chain", "task": "chain", "agent": "chain", "tool": "tool"}, "openllmetry"
    ),
    TypeRow("honeyhive_event_type", {"tool": "tool"}, "honeyhive"),
    TypeRow("honeyhive.event_type", {"tool": "tool"}, "registry"),
    TypeRow("gen_ai.tool.name", {"*": "tool"}, "genai"),
    TypeRow("mcp.method.name", {"*": "tool"}, "genai"),
    TypeRow("gen_ai.request.model", {"*": "model"}, "genai"),
    TypeRow("llm.model_name", {"*": "model"}, "openinference"),
    TypeRow("db.system.name", {"*": "tool"}, "otel"),
    TypeRow("db.system", {"*": "tool"}, "openllmetry"),
)
