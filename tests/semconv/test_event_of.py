"""A table of cases, each with the attributes of a span and the expected fields of its event."""

import json
from typing import Any

import pytest

from honeyhive._semconv import event_of

from .span_factory import span

LLM = {"openinference.span.kind": "LLM"}
CHAT = {"gen_ai.operation.name": "chat"}
TOOL = {"gen_ai.operation.name": "execute_tool"}
VERCEL = {"ai.operationId": "ai.generateText.doGenerate"}
HELLO = [{"role": "user", "content": "Hello"}]


def flat(prefix: str, *items: dict[str, Any]) -> dict[str, Any]:
    """Return a list as OpenInference flattens it into attributes."""
    return {f"{prefix}.{place}.{key}": value for place, item in enumerate(items) for key, value in item.items()}


CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    # Event types.
    "nothing is known": ({}, {"event_type": "chain", "event_name": "work"}),
    "gen_ai chat": (CHAT, {"event_type": "model", "metadata.operation_name": "chat"}),
    "gen_ai embeddings": ({"gen_ai.operation.name": "embeddings"}, {"event_type": "model"}),
    "gen_ai tool": (TOOL, {"event_type": "tool"}),
    "gen_ai agent": ({"gen_ai.operation.name": "invoke_agent"}, {"event_type": "chain"}),
    "openinference llm": (LLM, {"event_type": "model", "metadata.span_kind": "LLM"}),
    "openinference retriever": ({"openinference.span.kind": "RETRIEVER"}, {"event_type": "tool"}),
    "openinference guardrail": ({"openinference.span.kind": "GUARDRAIL"}, {"event_type": "chain"}),
    "openinference embedding": ({"openinference.span.kind": "EMBEDDING"}, {"event_type": "model"}),
    "traceloop task": ({"traceloop.span.kind": "task"}, {"event_type": "chain", "metadata.span_kind": "task"}),
    "traceloop tool": ({"traceloop.span.kind": "tool"}, {"event_type": "tool"}),
    "traceloop completion": ({"llm.request.type": "completion"}, {"event_type": "model"}),
    "the vendor's model": ({"honeyhive_event_type": "model", **TOOL}, {"event_type": "model"}),
    "the vendor's tool is a guess": ({"honeyhive_event_type": "tool", **CHAT}, {"event_type": "model"}),
    "the vendor's tool is all there is": ({"honeyhive_event_type": "tool"}, {"event_type": "tool"}),
    "an unknown type": ({"honeyhive_event_type": "generic"}, {"event_type": "chain"}),
    "a model is named": ({"gen_ai.request.model": "small"}, {"event_type": "model"}),
    "a database": ({"db.system.name": "postgresql"}, {"event_type": "tool", "metadata.db.system.name": "postgresql"}),
    "the AI SDK's call of a model": (
        VERCEL,
        {"event_type": "model", "metadata.operation_name": VERCEL["ai.operationId"]},
    ),
    "the AI SDK's stream": ({"ai.operationId": "ai.streamText.doStream"}, {"event_type": "model"}),
    "the AI SDK's tool": ({"ai.operationId": "ai.toolCall"}, {"event_type": "tool"}),
    "the AI SDK around its calls": (
        {"ai.operationId": "ai.generateText", "ai.model.id": "small"},
        {"event_type": "chain", "config.model": "small"},
    ),
    "the AI SDK's step": ({"gen_ai.operation.name": "agent_step"}, {"event_type": "chain"}),
    "the AI SDK's rerank": ({"gen_ai.operation.name": "rerank", "gen_ai.request.model": "r"}, {"event_type": "tool"}),
    # Messages.
    "openinference messages": (
        LLM
        | flat("llm.input_messages", {"message.role": "system", "message.content": "Be kind"}, {"message.role": "user"})
        | {"llm.input_messages.1.message.content": "Hello"}
        | flat("llm.output_messages", {"message.role": "assistant", "message.content": "Hi"}),
        {
            "inputs": {"chat_history": [{"role": "system", "content": "Be kind"}, *HELLO]},
            "outputs": {"role": "assistant", "content": "Hi"},
        },
    ),
    "openinference contents": (
        LLM
        | flat(
            "llm.input_messages.0.message.contents",
            {"message_content.type": "text", "message_content.text": "What is it?"},
            {"message_content.type": "image", "message_content.image.image.url": "https://x.test/a.png"},
        )
        | {"llm.input_messages.0.message.role": "user"},
        {
            "inputs.chat_history": [
                {
                    "role": "user",
                    "content": [
                        {"type": "text", "text": "What is it?"},
                        {"type": "image", "image": {"url": "https://x.test/a.png"}},
                    ],
                }
            ]
        },
    ),
    "openinference tool calls": (
        LLM
        | {"llm.output_messages.0.message.role": "assistant"}
        | flat(
            "llm.output_messages.0.message.tool_calls",
            {
                "tool_call.id": "c1",
                "tool_call.function.name": "track",
                "tool_call.function.arguments": '{"parcel": "HH-204"}',
            },
        )
        | flat(
            "llm.input_messages",
            {"message.role": "tool", "message.content": "sent", "message.tool_call_id": "c1", "message.name": "track"},
        ),
        {
            "inputs.chat_history": [{"role": "tool", "content": "sent", "tool_call_id": "c1", "name": "track"}],
            "outputs": {
                "role": "assistant",
                "tool_calls": [
                    {
                        "id": "c1",
                        "type": "function",
                        "function": {"name": "track", "arguments": '{"parcel": "HH-204"}'},
                    }
                ],
            },
        },
    ),
    "openinference completions": (
        LLM | {"llm.prompts.0.prompt.text": "Once", "llm.choices.0.completion.text": " upon"},
        {"inputs.chat_history": [{"role": "user", "content": "Once"}], "outputs.content": " upon"},
    ),
    "ten messages stay in order": (
        LLM | {f"llm.input_messages.{n}.message.content": str(n) for n in range(12)},
        {"inputs.chat_history": [{"role": "user", "content": str(n)} for n in range(12)]},
    ),
    "openllmetry messages": (
        {
            "llm.request.type": "chat",
            "gen_ai.prompt.0.role": "user",
            "gen_ai.prompt.0.content": "Hello",
            "gen_ai.completion.0.role": "assistant",
            "gen_ai.completion.0.content": "Hi",
            "gen_ai.completion.0.finish_reason": "stop",
            "gen_ai.completion.0.tool_calls.0.id": "c1",
            "gen_ai.completion.0.tool_calls.0.name": "track",
            "gen_ai.completion.0.tool_calls.0.arguments": "{}",
        },
        {
            "inputs": {"chat_history": HELLO},
            "outputs": {
                "role": "assistant",
                "content": "Hi",
                "finish_reason": "stop",
                "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "track", "arguments": "{}"}}],
            },
        },
    ),
    "openllmetry parts as JSON": (
        {"llm.request.type": "chat", "gen_ai.prompt.0.content": '[{"type": "text", "text": "Hello"}]'},
        {"inputs.chat_history": HELLO},
    ),
    "gen_ai messages as JSON": (
        CHAT
        | {
            "gen_ai.input.messages": json.dumps(
                [
                    {"role": "user", "parts": [{"type": "text", "content": "Hello"}]},
                    {
                        "role": "assistant",
                        "parts": [{"type": "tool_call", "id": "c1", "name": "track", "arguments": {"parcel": 204}}],
                    },
                    {"role": "tool", "parts": [{"type": "tool_call_response", "id": "c1", "response": "sent"}]},
                ]
            ),
            "gen_ai.output.messages": [
                {"role": "assistant", "parts": [{"type": "text", "content": "Hi"}], "finish_reason": "stop"}
            ],
            "gen_ai.system_instructions": '[{"type": "text", "content": "Be kind"}]',
        },
        {
            "inputs.chat_history": [
                *HELLO,
                {
                    "role": "assistant",
                    "tool_calls": [
                        {"id": "c1", "type": "function", "function": {"name": "track", "arguments": {"parcel": 204}}}
                    ],
                },
                {"role": "tool", "content": "sent", "tool_call_id": "c1"},
            ],
            "outputs": {"role": "assistant", "content": "Hi", "finish_reason": "stop"},
            "config.system_instructions": "Be kind",
        },
    ),
    "two results of tools in one message": (
        CHAT
        | {
            "gen_ai.input.messages": [
                {
                    "role": "tool",
                    "parts": [
                        {"type": "tool_call_response", "id": "c1", "response": "sent"},
                        {"type": "tool_call_response", "id": "c2", "response": "lost"},
                    ],
                },
                {
                    "role": "assistant",
                    "parts": [
                        {"type": "text", "content": "One moment"},
                        {"type": "tool_call_response", "id": "c3", "response": "found"},
                    ],
                    "finish_reason": "stop",
                },
            ]
        },
        {
            "inputs.chat_history": [
                {"role": "tool", "content": "sent", "tool_call_id": "c1"},
                {"role": "tool", "content": "lost", "tool_call_id": "c2"},
                {"role": "assistant", "content": "One moment", "finish_reason": "stop"},
                {"role": "tool", "content": "found", "tool_call_id": "c3"},
            ]
        },
    ),
    "the AI SDK's prompt": (
        {"ai.operationId": "ai.generateText", "ai.prompt": '{"system": "Be kind", "prompt": "Hello"}'},
        {"inputs": {"chat_history": [{"role": "system", "content": "Be kind"}, *HELLO]}},
    ),
    "the AI SDK's messages": (
        {"ai.operationId": "ai.streamText", "ai.prompt": json.dumps({"system": "Be kind", "messages": HELLO})},
        {"inputs": {"chat_history": [{"role": "system", "content": "Be kind"}, *HELLO]}},
    ),
    "the AI SDK's messages to the provider": (
        VERCEL
        | {
            "ai.prompt.messages": json.dumps(
                [
                    {"role": "user", "content": [{"type": "text", "text": "Hello"}]},
                    {
                        "role": "assistant",
                        "content": [
                            {"type": "text", "text": "One moment"},
                            {"type": "tool-call", "toolCallId": "c1", "toolName": "track", "input": {"parcel": 204}},
                            {"type": "tool-call", "toolCallId": "c2", "toolName": "track", "args": {"parcel": 205}},
                        ],
                    },
                    {
                        "role": "tool",
                        "content": [
                            {
                                "type": "tool-result",
                                "toolCallId": "c1",
                                "toolName": "track",
                                "output": {"type": "text", "value": "sent"},
                            },
                            {"type": "tool-result", "toolCallId": "c2", "toolName": "track", "result": "lost"},
                        ],
                    },
                ]
            ),
            "ai.response.text": "Hi",
            "ai.response.toolCalls": '[{"toolCallId": "c3", "toolName": "track", "input": "{}"}]',
            "ai.response.reasoning": "A greeting.",
        },
        {
            "inputs.chat_history": [
                *HELLO,
                {
                    "role": "assistant",
                    "content": "One moment",
                    "tool_calls": [
                        {"id": "c1", "type": "function", "function": {"name": "track", "arguments": {"parcel": 204}}},
                        {"id": "c2", "type": "function", "function": {"name": "track", "arguments": {"parcel": 205}}},
                    ],
                },
                {"role": "tool", "content": "sent", "tool_call_id": "c1", "name": "track"},
                {"role": "tool", "content": "lost", "tool_call_id": "c2", "name": "track"},
            ],
            "outputs": {
                "role": "assistant",
                "content": "Hi",
                "tool_calls": [{"id": "c3", "type": "function", "function": {"name": "track", "arguments": "{}"}}],
                "reasoning": "A greeting.",
            },
        },
    ),
    "the AI SDK calls no tool": (
        VERCEL | {"ai.response.text": "Hi", "ai.response.toolCalls": "[]"},
        {"outputs": {"role": "assistant", "content": "Hi"}},
    ),
    "another convention records the AI SDK's answer better": (
        VERCEL | {"ai.response.text": "Hi", "llm.output_messages.0.message.content": "Hi"},
        {"outputs": {"role": "assistant", "content": "Hi"}, "metadata.ai.response.text": "Hi"},
    ),
    "an old prompt is JSON": (
        CHAT | {"gen_ai.prompt": json.dumps(HELLO), "gen_ai.completion": "Hi"},
        {"inputs.chat_history": HELLO, "outputs": {"role": "assistant", "content": "Hi"}},
    ),
    "several choices": (
        CHAT
        | {"gen_ai.output.messages": [{"role": "assistant", "content": "A"}, {"role": "assistant", "content": "B"}]},
        {
            "outputs": {
                "role": "assistant",
                "content": "A",
                "chat_history": [{"role": "assistant", "content": "A"}, {"role": "assistant", "content": "B"}],
            }
        },
    ),
    "an agent keeps its conversation": (
        {"gen_ai.operation.name": "invoke_agent", "gen_ai.output.messages": '[{"role": "assistant", "content": "A"}]'},
        {"outputs": {"chat_history": [{"role": "assistant", "content": "A"}]}},
    ),
    "one conversation in two conventions": (
        LLM
        | {"gen_ai.input.messages": json.dumps(HELLO), "llm.input_messages.0.message.content": "Hello there"}
        | {"gen_ai.provider.name": "openai", "llm.system": "openai"},
        {"inputs": {"chat_history": HELLO}, "config": {"provider": "openai"}, "metadata.llm.system": None},
    ),
    # Configuration, tokens, cost.
    "gen_ai request": (
        CHAT
        | {
            "gen_ai.request.model": "small",
            "gen_ai.response.model": "small-2026",
            "gen_ai.provider.name": "openai",
            "gen_ai.request.temperature": 0.2,
            "gen_ai.request.max_tokens": 100.0,
            "gen_ai.request.stop_sequences": ["."],
            "gen_ai.tool.definitions": '[{"type": "function", "name": "track"}]',
            "gen_ai.response.finish_reasons": ["stop"],
            "gen_ai.response.time_to_first_chunk": 0.25,
        },
        {
            "config": {
                "model": "small",
                "provider": "openai",
                "temperature": 0.2,
                "max_tokens": 100,
                "stop_sequences": ["."],
                "tools": [{"type": "function", "name": "track"}],
            },
            "metadata.response_model": "small-2026",
            "metadata.finish_reason": "stop",
            "metadata.finish_reasons": ["stop"],
            "metadata.time_to_first_token_ms": 250,
        },
    ),
    "only the answering model is known": (CHAT | {"gen_ai.response.model": "small"}, {"config.model": "small"}),
    "the older provider": (CHAT | {"gen_ai.system": "openai"}, {"config.provider": "openai"}),
    "two providers": (
        LLM | {"llm.provider": "azure", "llm.system": "openai"},
        {"config.provider": "azure", "metadata.llm.system": "openai"},
    ),
    "openinference parameters": (
        LLM
        | {
            "llm.model_name": "small-2026",
            "llm.invocation_parameters": '{"model": "small", "temperature": 0.2}',
            "llm.tools.0.tool.json_schema": '{"name": "track"}',
        },
        {
            "config": {"model": "small", "temperature": 0.2, "tools": [{"name": "track"}]},
            "metadata.model_name": "small-2026",
        },
    ),
    "the AI SDK's settings": (
        {
            "ai.operationId": "ai.generateObject",
            "ai.model.id": "small",
            "ai.model.provider": "openai.chat",
            "ai.settings.maxTokens": 64,
            "ai.settings.topP": 0.5,
            "ai.settings.temperature": 0.2,
            "ai.settings.maxSteps": 3,
            "ai.settings.context.tenant": "t1",
            "ai.prompt.tools": ['{"type": "function", "name": "track"}'],
            "ai.prompt.toolChoice": '{"type": "auto"}',
            "ai.schema": '{"type": "object"}',
            "ai.schema.name": "Parcel",
            "ai.telemetry.functionId": "support",
            "ai.telemetry.metadata.userId": "u1",
            "ai.telemetry.metadata.source": "dev",
            "ai.telemetry.metadata.tags": ["x"],
        },
        {
            "config": {
                "model": "small",
                "provider": "openai.chat",
                "max_tokens": 64,
                "top_p": 0.5,
                "temperature": 0.2,
                "maxSteps": 3,
                "tools": [{"type": "function", "name": "track"}],
                "tool_choice": {"type": "auto"},
                "schema": {"type": "object"},
                "schema_name": "Parcel",
            },
            "metadata.tenant": "t1",
            "metadata.function_id": "support",
            "metadata.user_id": "u1",
            "source": "dev",
            "metadata.tags": ["x"],
        },
    ),
    "openllmetry functions": (
        {"llm.request.functions.0.name": "track", "llm.request.functions.0.parameters": '{"type": "object"}'},
        {"config.tools": [{"name": "track", "parameters": {"type": "object"}}]},
    ),
    "a prompt template": (
        LLM | {"llm.prompt_template.template": "Hi {name}", "llm.prompt_template.variables": '{"name": "Anna"}'},
        {"config.template": "Hi {name}", "inputs": {"name": "Anna"}},
    ),
    "gen_ai tokens": (
        CHAT | {"gen_ai.usage.input_tokens": 3, "gen_ai.usage.output_tokens": 4},
        {"metadata.prompt_tokens": 3, "metadata.completion_tokens": 4, "metadata.total_tokens": 7},
    ),
    "older gen_ai tokens": (
        CHAT | {"gen_ai.usage.prompt_tokens": 3, "gen_ai.usage.completion_tokens": 4, "llm.usage.total_tokens": 9},
        {"metadata.prompt_tokens": 3, "metadata.completion_tokens": 4, "metadata.total_tokens": 9},
    ),
    "openinference tokens": (
        LLM
        | {"llm.token_count.prompt": 3, "llm.token_count.completion": 4, "llm.cost.total": 0.01}
        | {"llm.token_count.prompt_details.cache_read": 2, "llm.token_count.completion_details.reasoning": 1},
        {
            "metadata.total_tokens": 7,
            "metadata.cost": 0.01,
            "metadata.cache_read_input_tokens": 2,
            "metadata.reasoning_tokens": 1,
        },
    ),
    "the AI SDK's tokens": (
        VERCEL
        | {"ai.usage.promptTokens": 3, "ai.usage.completionTokens": 4, "ai.usage.cachedInputTokens": 2}
        | {"ai.usage.outputTokenDetails.reasoningTokens": 1, "ai.response.finishReason": "stop"}
        | {"ai.response.msToFirstChunk": 12.5, "ai.response.providerMetadata": '{"openai": {}}'},
        {
            "metadata.prompt_tokens": 3,
            "metadata.completion_tokens": 4,
            "metadata.total_tokens": 7,
            "metadata.cache_read_input_tokens": 2,
            "metadata.reasoning_tokens": 1,
            "metadata.finish_reason": "stop",
            "metadata.time_to_first_token_ms": 12.5,
            "metadata.provider_metadata": {"openai": {}},
        },
    ),
    "tokens that are not a number": (
        CHAT | {"gen_ai.usage.input_tokens": "many", "gen_ai.usage.output_tokens": "4"},
        {"metadata.prompt_tokens": None, "metadata.gen_ai.usage.input_tokens": "many", "metadata.completion_tokens": 4},
    ),
    # Tools, retrieval, embeddings.
    "a tool's arguments": (
        TOOL
        | {
            "gen_ai.tool.name": "track",
            "gen_ai.tool.call.id": "c1",
            "gen_ai.tool.call.arguments": '{"parcel": "HH-204"}',
            "gen_ai.tool.call.result": "in transit",
        },
        {
            "inputs": {"parcel": "HH-204"},
            "outputs": {"value": "in transit"},
            "config.tool_name": "track",
            "metadata.tool_call_id": "c1",
        },
    ),
    "values with a type": (
        {
            "input.value": '{"a": 1}',
            "input.mime_type": "application/json",
            "output.value": "[1",
            "metadata": '{"b": 2}',
        },
        {"inputs": {"a": 1}, "outputs": {"value": "[1"}, "metadata.b": 2},
    ),
    "plain text stays text": (
        {"input.value": '{"a": 1}', "input.mime_type": "text/plain"},
        {"inputs": {"value": '{"a": 1}'}},
    ),
    "a list has a key": ({"output.value": "[1, 2]"}, {"outputs": {"value": [1, 2]}}),
    "messages tell it better than the raw value": (
        LLM | {"llm.input_messages.0.message.content": "Hello", "input.value": "raw"},
        {"inputs": {"chat_history": HELLO}, "metadata.input.value": "raw"},
    ),
    "traceloop entity": (
        {"traceloop.entity.input": '{"inputs": {"q": 1}}', "traceloop.entity.output": '"done"'},
        {"inputs": {"inputs": {"q": 1}}, "outputs": {"value": '"done"'}},
    ),
    "retrieved documents": (
        {"openinference.span.kind": "RETRIEVER", "input.value": "where?"}
        | flat(
            "retrieval.documents",
            {"document.id": "d1", "document.content": "here", "document.score": 0.5},
            {"document.id": "d2", "document.metadata": '{"page": 3}'},
        ),
        {
            "inputs": {"value": "where?"},
            "outputs": {
                "documents": [{"id": "d1", "content": "here", "score": 0.5}, {"id": "d2", "metadata": {"page": 3}}]
            },
        },
    ),
    "a reranker": (
        {"openinference.span.kind": "RERANKER", "reranker.query": "q", "reranker.top_k": 1, "reranker.model_name": "r"}
        | {"reranker.input_documents.0.document.id": "d1", "reranker.output_documents.0.document.id": "d1"},
        {
            "inputs": {"query": "q", "documents": [{"id": "d1"}]},
            "outputs": {"documents": [{"id": "d1"}]},
            "config": {"model": "r", "top_k": 1},
        },
    ),
    "vectors are shortened": (
        {"openinference.span.kind": "EMBEDDING", "output.value": '{"data": [[0.5, 0.5]]}'}
        | flat("embedding.embeddings", {"embedding.text": "a", "embedding.vector": [0.5] * 1536}),
        {
            "outputs": {"embeddings": [{"text": "a", "vector": [0.5] * 8, "dimension": 1536}]},
            "metadata.output.value": None,
        },
    ),
    "the AI SDK's vectors": (
        {"ai.operationId": "ai.embedMany.doEmbed", "ai.values": ['"a"', '"b"'], "ai.usage.tokens": 7}
        | {"ai.embeddings": [json.dumps([0.5] * 1536), "[0.25]"]},
        {
            "inputs": {"values": ["a", "b"]},
            "outputs": {
                "embeddings": [{"vector": [0.5] * 8, "dimension": 1536}, {"vector": [0.25], "dimension": 1}],
            },
            "metadata.prompt_tokens": 7,
            "metadata.total_tokens": 7,
        },
    ),
    "the AI SDK's one vector": (
        {"ai.operationId": "ai.embed", "ai.value": '"a"', "ai.embedding": "[0.5, 0.25]"},
        {"inputs": {"value": "a"}, "outputs": {"embeddings": [{"vector": [0.5, 0.25], "dimension": 2}]}},
    ),
    "the AI SDK's ranking": (
        {"ai.operationId": "ai.rerank.doRerank", "ai.documents": ['"here"', '{"page": 3}']}
        | {"ai.ranking": ['{"index": 1, "relevanceScore": 0.5}']},
        {
            "event_type": "tool",
            "inputs": {"documents": ["here", {"page": 3}]},
            "outputs": {"ranking": [{"index": 1, "relevanceScore": 0.5}]},
        },
    ),
    "the AI SDK's call of a tool": (
        {"ai.operationId": "ai.toolCall", "ai.toolCall.name": "track", "ai.toolCall.id": "c1"}
        | {"ai.toolCall.args": '{"parcel": "HH-204"}', "ai.toolCall.result": '"in transit"'},
        {
            "inputs": {"parcel": "HH-204"},
            "outputs": {"value": "in transit"},
            "config.tool_name": "track",
            "metadata.tool_call_id": "c1",
        },
    ),
    # Attributes of the vendor's tracer.
    "the vendor's buckets": (
        {
            "honeyhive_event_name": "support",
            "honeyhive_inputs.question": "where?",
            "honeyhive_inputs.options": '{"deep": [1]}',
            "honeyhive_outputs.result.0.id": 7,
            "honeyhive_outputs.result.2.id": 9,
            "honeyhive_metadata.run_id": "r1",
            "honeyhive_metrics.score": 0.5,
            "honeyhive_feedback.rating": 4,
            "honeyhive_config.model": "small",
            "honeyhive_user_properties.plan": "gold",
            "honeyhive_error": "no parcel",
            "honeyhive.project": "shop",
            "honeyhive.source": "dev",
        },
        {
            "event_name": "support",
            "inputs": {"question": "where?", "options": {"deep": [1]}},
            "outputs": {"result": [{"id": 7}, {"id": 9}]},
            "metadata.run_id": "r1",
            "metrics": {"score": 0.5},
            "feedback": {"rating": 4},
            "config": {"model": "small"},
            "user_properties": {"plan": "gold"},
            "error": "no parcel",
            "project": "shop",
            "source": "dev",
        },
    ),
    "what the vendor's tracer says twice": (
        {
            "honeyhive.project": "shop",
            "traceloop.association.properties.project": "shop",
            "traceloop.association.properties.tier": "gold",
        },
        {"project": "shop", "metadata.tier": "gold", "metadata.project": None},
    ),
    # Other attributes.
    "unknown attributes keep their names": (
        {"http.request.method": "GET", "a": [1, {"b": 2}], "baggage.user": "u1"},
        {"metadata.http.request.method": "GET", "metadata.a": [1, {"b": 2}], "metadata.baggage.user": "u1"},
    ),
    "two values of one name": (
        {"metadata": '{"a": 1}', "a": 2, "tag.tags": ["x"]},
        {"metadata.a": 1, "metadata.attribute.a": 2, "metadata.tags": ["x"]},
    ),
    "a conversation that is not one": (
        LLM | {"honeyhive_inputs.chat_history": 5, "llm.input_messages.0.message.content": "Hello"},
        {"inputs": {"chat_history": 5}, "metadata.llm.input_messages.0.message.content": "Hello"},
    ),
    "a name that is a value and a beginning": (
        {"honeyhive_inputs.a": 1, "honeyhive_inputs.a.b": 2},
        {"inputs": {"a": 1, "a.b": 2}},
    ),
}


def read(event: dict[str, Any], field: str) -> Any:
    """Return a field of an event, or the value at a dotted key inside it."""
    bucket, _, key = field.partition(".")
    return event[bucket].get(key) if key else event.get(field)


@pytest.mark.parametrize(("attributes", "expected"), CASES.values(), ids=CASES.keys())
def test_attributes_become_fields(attributes, expected):
    event = event_of(span(attributes))

    assert {field: read(event, field) for field in expected} == expected


@pytest.mark.parametrize(("attributes", "_"), CASES.values(), ids=CASES.keys())
def test_an_event_is_json_and_its_span_is_left_as_it_was(attributes, _):
    before = json.dumps(attributes)

    json.dumps(event_of(span(attributes)), allow_nan=False)
    assert json.dumps(attributes) == before
