"""What a row of the mapping table says, and the words it may use."""

from typing import NamedTuple

SOURCES = {
    "honeyhive": "HoneyHive: the attributes set by the vendor's Python tracer 1.7.0, https://pypi.org/project/honeyhive/1.7.0/",
    "registry": "HoneyHive: registry of attributes, https://github.com/honeyhiveai/semantic-conventions",
    "genai": "OpenTelemetry semantic conventions 1.44, generative AI and MCP, "
    "https://github.com/open-telemetry/semantic-conventions-genai",
    "genai-old": "OpenTelemetry semantic conventions 1.27 to 1.36, generative AI, "
    "https://github.com/open-telemetry/semantic-conventions/tree/v1.36.0/docs/gen-ai",
    "openinference": "OpenInference 0.1.42, "
    "https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md",
    "openllmetry": "OpenLLMetry (Traceloop), "
    "https://github.com/traceloop/openllmetry/tree/main/packages/opentelemetry-semantic-conventions-ai",
    "vercel": "Vercel's AI SDK 4 to 7, https://ai-sdk.dev/docs/ai-sdk-core/telemetry; `sessionId` and `source` in its "
    "metadata are what HoneyHive's guide and examples put there, `userId` is what others do",
    "otel": "OpenTelemetry semantic conventions 1.44, general, https://opentelemetry.io/docs/specs/semconv/registry/attributes/",
}

KINDS = {
    "any": "the value as it is",
    "text": "a text that is not empty; a number as text",
    "number": "a number; a text that is one, as the number",
    "list": "a list; JSON text of a list, parsed; another value as a list of one",
    "first": "the first item of a list",
    "milliseconds": "seconds, as milliseconds",
    "json": "JSON text, or a list of them, parsed; anything else as it is",
    "object": "an object or the JSON text of one: its keys join the field's",
    "value": "JSON parsed unless its mime_type is another: the keys of an object join the field's, else it is `value`",
    "flat": "flattened keys (`a.0.b`) put together again; values that are JSON text of an object or a list, parsed",
    "messages": "a conversation in one form, role, content and tool_calls, however it is flattened or nested",
    "answer": "a text that a model answered, as role and content",
    "calls": "JSON text of the tools that a model called, as role and tool_calls",
    "instructions": "the texts of a list of parts, joined",
    "tools": "the definitions of tools, each JSON text parsed",
    "documents": "documents put together again, their metadata parsed",
    "embeddings": "texts put together again; of each vector its dimension and its first 8 numbers",
}


class Row(NamedTuple):
    """One attribute and the field of the event that it becomes."""

    key: str
    """The name of the attribute; a final `*` stands for any further name."""
    target: str
    """The field of the event, or `bucket.key`; a bucket alone takes the keys of an object."""
    kind: str
    """How the value is read, one of KINDS."""
    source: str
    """Who defines the attribute, one of SOURCES."""


class TypeRow(NamedTuple):
    """One attribute that tells the type of an event."""

    key: str
    types: dict[str, str]
    """The type by the attribute's value, in any case; `*` stands for any value."""
    source: str
