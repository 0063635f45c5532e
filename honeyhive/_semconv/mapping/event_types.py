"""Attributes that decide the type of an event, in order of precedence. Without any of them, the event is a chain."""

from .rule import TypeRule

EVENT_TYPES: tuple[TypeRule, ...] = (
    # The vendor's tracer also writes "tool" as a default, so that value has the lowest precedence.
    TypeRule("honeyhive_event_type", {"model": "model", "chain": "chain"}, "honeyhive"),
    TypeRule("honeyhive.event_type", {"model": "model", "chain": "chain"}, "registry"),
    TypeRule(
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
    # Values that the AI SDK adds to those of the convention.
    TypeRule("gen_ai.operation.name", {"agent_step": "chain", "rerank": "tool"}, "vercel"),
    TypeRule(
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
    TypeRule(
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
            # Wrappers around model calls; as model events they would count the same tokens twice.
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
    TypeRule(
        "llm.request.type",
        {"chat": "model", "completion": "model", "embedding": "model", "rerank": "tool"},
        "openllmetry",
    ),
    TypeRule(
        "traceloop.span.kind", {"workflow": "chain", "task": "chain", "agent": "chain", "tool": "tool"}, "openllmetry"
    ),
    TypeRule("honeyhive_event_type", {"tool": "tool"}, "honeyhive"),
    TypeRule("honeyhive.event_type", {"tool": "tool"}, "registry"),
    TypeRule("gen_ai.tool.name", {"*": "tool"}, "genai"),
    TypeRule("mcp.method.name", {"*": "tool"}, "genai"),
    TypeRule("gen_ai.request.model", {"*": "model"}, "genai"),
    TypeRule("llm.model_name", {"*": "model"}, "openinference"),
    TypeRule("db.system.name", {"*": "tool"}, "otel"),
    TypeRule("db.system", {"*": "tool"}, "openllmetry"),
)
