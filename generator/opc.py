"""The parts of openapi-python-client that the generator uses.

Its Python API is not stable, so this module is the only one that uses it.

It parses schemas and endpoints into properties (types, names, imports), and renders our templates with them.
"""

import re
from collections.abc import Iterator
from typing import Any

from openapi_python_client import Project, strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData, openapi
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.responses import NONE_SOURCE
from openapi_python_client.schema import OpenAPI
from pydantic import ValidationError

__all__ = [
    "NONE_SOURCE",
    "Config",
    "ConfigFile",
    "Endpoint",
    "GeneratorData",
    "GeneratorError",
    "ListProperty",
    "MetaType",
    "ModelProperty",
    "Project",
    "PropertyProtocol",
    "UnionProperty",
    "message_of",
    "parse_problems",
    "strings",
]

_OBJECT = re.compile(r" ?<[\w.]+ object at 0x[0-9a-f]+>")

# openapi-python-client would copy each endpoint with its schemas three times, a sixth of the run, and drop the
# original.
vars(openapi)["deepcopy"] = lambda endpoint: endpoint


def parse_problems(data: dict[str, Any]) -> Iterator[str]:
    """Yield ``place: problem`` for each part of a document that openapi-python-client cannot parse."""
    try:
        OpenAPI.model_validate(data)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False, include_context=False):
            yield f"#/{'/'.join(map(str, one['loc']))}: {one['msg']}"


def message_of(error: GeneratorError) -> str:
    """Return the message of an error on one line, without the reprs of objects."""
    return _OBJECT.sub("", " ".join(f"{error.header}: {error.detail}".split()))
