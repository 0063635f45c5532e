"""The parts of openapi-python-client that the generator uses. Its Python API is not stable, so they are listed here.

It parses schemas and endpoints into properties (types, names, imports), and renders our templates with them.
"""

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
    "strings",
]

# It copies each endpoint three times with every schema that it names, a sixth of the whole run, and drops the original.
vars(openapi)["deepcopy"] = lambda endpoint: endpoint
