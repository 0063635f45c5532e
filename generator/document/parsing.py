"""YAML parser that accepts only JSON values, and reports anything else with its line."""

import re
from typing import Any

import yaml
from attrs import frozen

from .problems import DocumentError

_TAG = "tag:yaml.org,2002:"
_PLAIN = {
    f"{_TAG}str": re.compile(""),
    f"{_TAG}null": re.compile(r"null|~|", re.IGNORECASE),
    f"{_TAG}bool": re.compile(r"true|false", re.IGNORECASE),
    f"{_TAG}int": re.compile(r"-?(0|[1-9]\d*)"),
    f"{_TAG}float": re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?"),
}
"""Scalars that every YAML parser reads as the same JSON value, by tag."""

_KINDS = {yaml.MappingNode: "map", yaml.SequenceNode: "seq", yaml.ScalarNode: "str"}


@frozen
class Reading:
    """The result of parsing a string: the data, the root node, and the problems as (line, message)."""

    data: Any
    root: yaml.Node | None
    problems: list[tuple[int, str]]


def read_text(name: str, text: str) -> Reading:
    """Parse a string. Raises DocumentError if the string is not YAML; other problems are in the result."""
    loader = yaml.CSafeLoader(text)
    try:
        root = loader.get_single_node()
        problems = _settle(root) if root else []
        data = loader.construct_document(root) if root else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DocumentError(f"{name}:{mark.line + 1 if mark else 1}: {error.problem}") from None
    except yaml.YAMLError as error:
        raise DocumentError(f"{name}: {error}") from None
    return Reading(data, root, sorted(problems))


def _settle(root: yaml.Node) -> list[tuple[int, str]]:
    """Retag every node as a JSON value; return a problem as (line, message) for each node that is not JSON."""
    problems: list[tuple[int, str]] = []
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # An alias has led to this node before.
            continue
        seen.add(id(node))
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            problems += _settle_keys(node)
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        if what := _mistake(node):
            problems.append((line, what))
            node.tag = _TAG + _KINDS[type(node)]
    return problems


def _settle_keys(node: yaml.MappingNode) -> list[tuple[int, str]]:
    problems = []
    seen: set[str] = set()
    for key, _ in list(node.value):
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append((line, "a key is not a string"))
        elif key.value in seen:
            problems.append((line, f"the key {key.value!r} occurs twice"))
        elif key.tag != f"{_TAG}merge":
            key.tag = f"{_TAG}str"  # A status code such as 200 is read as a string key.
        if isinstance(key, yaml.ScalarNode):
            seen.add(key.value)
    node.value = [pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode)]
    return problems


def _mistake(node: yaml.Node) -> str | None:
    """Return the problem of a value that is not JSON or is ambiguous in YAML, otherwise None."""
    if not isinstance(node, yaml.ScalarNode):
        return None if node.tag == _TAG + _KINDS[type(node)] else f"JSON has no value with the tag {node.tag}"
    if (pattern := _PLAIN.get(node.tag)) is not None and (node.tag == f"{_TAG}str" or pattern.fullmatch(node.value)):
        return None
    if node.tag == f"{_TAG}timestamp" or (node.tag == f"{_TAG}int" and ":" in node.value):
        return f"{node.value} is not quoted, and some YAML parsers read it as a date or time; quote it: '{node.value}'"
    if node.tag in _PLAIN:
        return f"{node.value} is not quoted, and YAML parsers read it differently; quote it: '{node.value}'"
    return f"JSON has no value with the tag {node.tag}"
