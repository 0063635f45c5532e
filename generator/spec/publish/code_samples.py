"""Code samples of an operation, made from its first request in the conformance kit."""

import json
import shlex
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode

if TYPE_CHECKING:
    from ...model.ir import Field, Operation, Scheme, Table

_WIDTH = 88


def code_samples(request: dict[str, Any], table: "Table") -> list[dict[str, str]]:
    """Return the value of ``x-codeSamples``: the request in curl, Python and TypeScript."""
    (operation,) = (one for one in table.operations if one.id == request["operationId"])
    key = table.schemes[request["keys"][0]] if request["keys"] else None
    url = table.hosts[request["host"]].url + request["path"] + _query(request["query"])
    return [
        {"lang": "Shell", "label": "curl", "source": _curl(request, url, key)},
        {"lang": "Python", "label": "Python", "source": _python(request, operation, key)},
        {"lang": "TypeScript", "label": "TypeScript", "source": _typescript(request, url, key)},
    ]


def _query(values: dict[str, Any]) -> str:
    sent = {name: one if isinstance(one, str | list) else json.dumps(one) for name, one in values.items()}
    return f"?{urlencode(sent, doseq=True)}" if sent else ""


def _curl(request: dict[str, Any], url: str, key: "Scheme | None") -> str:
    parts = [f"curl --fail-with-body --request {request['method']} {shlex.quote(url)}"]
    if key:
        parts.append(f'--header "{key.header}: {key.prefix}${key.variables[0]}"')
    if "body" in request:
        body = json.dumps(request["body"], ensure_ascii=False, indent=2)
        parts += ["--header 'Content-Type: application/json'", f"--data-raw {shlex.quote(body)}"]
    return " \\\n  ".join(parts)


def _python(request: dict[str, Any], operation: "Operation", key: "Scheme | None") -> str:
    filled = map(unquote, request["path"].split("/"))
    in_path = dict(zip(operation.path.split("/"), filled, strict=True))
    values = ((field, _argument(field, request, in_path)) for field in _fields(operation, request))
    arguments = [f"{field.argument}={_literal(value, '    ', len(field.argument) + 2)}," for field, value in values]
    call = f"hh.{operation.namespace}.{operation.name}("
    inside = "".join(f"\n    {one}" for one in arguments)
    lines = [
        "from honeyhive import HoneyHive",
        "",
        f"hh = HoneyHive()  # with {key.variables[0]} in the environment" if key else "hh = HoneyHive()",
        f"reply = {call}{inside}\n)" if inside else f"reply = {call})",
        "print(reply)",
    ]
    return "\n".join(lines)


def _fields(operation: "Operation", request: dict[str, Any]) -> "list[Field]":
    """Return the arguments to which the request gives a value."""
    body = request.get("body")
    keys = body if isinstance(body, dict) else {}
    held = {"path": None, "query": request["query"], "body": {"body": body} if operation.body == "whole" else keys}
    return [
        one
        for one in operation.arguments_of_call
        if (values := held.get(one.location, {})) is None or one.name in values
    ]


def _argument(field: "Field", request: dict[str, Any], in_path: dict[str, str]) -> Any:
    """Return the Python value that a caller passes, so that the client sends the value in the request."""
    if field.location == "path":
        return in_path[f"{{{field.name}}}"]
    if field.location == "body":
        return request["body"].get(field.name) if isinstance(request["body"], dict) else request["body"]
    value = request["query"][field.name]
    return json.loads(value) if isinstance(value, str) and {"object", "array"} & set(field.types) else value


def _typescript(request: dict[str, Any], url: str, key: "Scheme | None") -> str:
    headers = [f'"{key.header}": `{key.prefix}${{process.env.{key.variables[0]}}}`'] if key else []
    options = [f'method: "{request["method"]}"']
    if "body" in request:
        headers.append('"Content-Type": "application/json"')
    if headers:
        options.append(f"headers: {{ {', '.join(headers)} }}")
    if "body" in request:
        body = json.dumps(request["body"], ensure_ascii=False, indent=2).replace("\n", "\n  ")
        options.append(f"body: JSON.stringify({body})")
    read = "response.json()" if "body" in request["reply"] else "response.text()"
    inside = "".join(f"\n  {one}," for one in options)
    return (
        f"const response = await fetch({json.dumps(url)}, {{{inside}\n}});\n"
        "if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);\n"
        f"console.log(await {read});"
    )


def _literal(value: Any, indent: str, used: int = 0) -> str:
    """Return a JSON value as Python source, on one line if it fits."""
    flat = _flat(value)
    if len(indent) + used + len(flat) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    inner = f"{indent}    "
    if isinstance(value, dict):
        items = [f"{_flat(key)}: {_literal(one, inner, len(key) + 5)}" for key, one in value.items()]
    else:
        items = [_literal(one, inner) for one in value]
    lines = "".join(f"\n{inner}{one}," for one in items)
    return f"{{{lines}\n{indent}}}" if isinstance(value, dict) else f"[{lines}\n{indent}]"


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_flat(key)}: {_flat(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flat, value))}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
