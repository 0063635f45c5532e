"""From the plain document, eleven generators keep the value of a filter. From unions they would make empty classes."""

import json
import re
from pathlib import Path

import pytest

from generator.document import DocumentError
from tests import needs

from .workshop import jar, run

pytestmark = pytest.mark.languages

VALUES = {
    "csharp": ("src/Org.OpenAPITools/Model/EventFilter.cs", r"public Object\? Value "),
    "dart": ("lib/model/event_filter.dart", r"Object\? value;"),
    "elixir": ("lib/honey_hive_v1/model/event_filter.ex", r":value => any\(\)"),
    "kotlin": ("src/main/kotlin/org/openapitools/client/models/EventFilter.kt", r"val `value`: kotlin\.Any\?"),
    "php": ("lib/Model/EventFilter.php", r"'value' => 'mixed'"),
    "python": ("openapi_client/models/event_filter.py", r"value: Optional\[Any\]"),
    "ruby": ("lib/openapi_client/models/event_filter.rb", r":'value' => :'Object'"),
    "rust": ("src/models/event_filter.rs", r"pub value: Option<serde_json::Value>"),
    "scala-sttp": ("src/main/scala/org/openapitools/client/model/EventFilter.scala", r"value: JValue"),
    "swift6": ("Sources/OpenAPIClient/Models/EventFilter.swift", r"public var value: JSONValue\?"),
    "typescript-axios": ("api.ts", r"export interface EventFilter \{(?:(?!\n\}).)*'value': any;"),
}
"""The file of a filter, and its field for the value, by generator of openapi-generator."""


@pytest.fixture(scope="module")
def generated(specs: dict[str, dict[str, Path]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the client of each generator. A single Java process makes all clients."""
    folder = tmp_path_factory.mktemp("plain")
    try:
        program = jar()
    except DocumentError as error:
        needs.missing(str(error))
        raise
    for name in VALUES:
        (folder / f"{name}.json").write_text(
            json.dumps(
                {
                    "generatorName": name,
                    "inputSpec": str(specs["plain"]["v1"]),
                    "outputDir": str(folder / name),
                    "apiDocs": False,
                    "modelDocs": False,
                }
            )
        )
    said = run(["java", "-jar", program, "batch", *(folder / f"{name}.json" for name in VALUES)], folder)
    assert f"finished {len(VALUES)} generators successfully" in said, said
    return folder


@pytest.mark.parametrize("name", VALUES)
def test_the_value_of_a_filter_can_be_anything(name: str, generated: Path) -> None:
    file, pattern = VALUES[name]

    assert re.search(pattern, (generated / name / file).read_text(encoding="utf-8"), re.DOTALL)
