"""The form of a mapping rule, the kinds of values, and the conventions that a rule may cite."""

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
    "metadata are used by HoneyHive's guide and examples, `userId` by others",
    "otel": "OpenTelemetry semantic conventions 1.44, general, https://opentelemetry.io/docs/specs/semconv/registry/attributes/",
}

KINDS = {
    "any": "the value unchanged",
    "string": "a non-empty string; a number is converted to a string",
    "number": "a number; a numeric string is converted to a number",
    "list": "a list, or a string with a JSON list, parsed; another value becomes a list of one item",
    "first": "the first item of a list",
    "milliseconds": "seconds, converted to milliseconds",
    "json": "JSON, or a list of JSON strings, parsed; anything else unchanged",
    "object": "an object, or a string with a JSON object, parsed; its keys are merged into the field",
    "value": "JSON, parsed unless the mime_type differs; the keys of an object are merged into the field, "
    "another value becomes its key `value`",
    "flat": "flattened keys (`a.0.b`), nested again; strings with a JSON object or array are parsed",
    "messages": "chat messages in one form (role, content, tool_calls), flattened or nested",
    "answer": "a model's reply as a string, converted to role and content",
    "calls": "JSON of a model's tool calls, converted to role and tool_calls",
    "instructions": "the text of a list of parts, joined",
    "tools": "tool definitions, parsed from JSON",
    "documents": "documents, nested again, their metadata parsed",
    "embeddings": "embeddings, nested again; each vector is reduced to its dimension and the first 8 numbers",
}


class MappingRule(NamedTuple):
    """One attribute and the event field it is mapped to."""

    key: str
    """Attribute name; a final `*` matches any suffix."""
    target: str
    """Event field, or `bucket.key`. For a bucket alone, such as `inputs`, the keys of an object are merged into it."""
    kind: str
    """Kind of the value, one of KINDS, which determines how the value is read."""
    source: str
    """Convention that defines the attribute, one of SOURCES."""


class TypeRule(NamedTuple):
    """One attribute that decides the event type."""

    key: str
    types: dict[str, str]
    """Event type by the attribute's value, case-insensitive; `*` matches any value."""
    source: str
