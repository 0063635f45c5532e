"""Adds the third-party files in the wheel to a bill of materials: ``python -m tests.bill_of_materials FILE``.

cyclonedx-py writes the bill from an environment and knows only the installed packages. ``vendored.cdx.json`` lists
the third-party files, and is itself in the wheel. This program runs in the environment of cyclonedx-py, which checks
the result.
"""

import json
import sys
from pathlib import Path
from typing import Any

VENDORED = Path(__file__).parents[1] / "vendored.cdx.json"


def with_vendored(bill: dict[str, Any], vendored: dict[str, Any]) -> dict[str, Any]:
    """Return the bill with the vendored components, on which its main component depends."""
    added = vendored["components"]
    refs = [one["bom-ref"] for one in added]
    main = bill["metadata"]["component"]["bom-ref"]
    dependencies = [
        {**one, "dependsOn": sorted([*one.get("dependsOn", []), *refs])} if one["ref"] == main else one
        for one in bill["dependencies"]
    ]
    return {
        **bill,
        "components": sorted([*bill["components"], *added], key=lambda one: str(one["bom-ref"])),
        "dependencies": sorted([*dependencies, *({"ref": ref} for ref in refs)], key=lambda one: str(one["ref"])),
    }


def main(file: Path) -> int:
    """Rewrite the file. If the result is not valid CycloneDX, print the reason and return 1."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    bill = with_vendored(json.loads(file.read_text()), json.loads(VENDORED.read_text()))
    text = json.dumps(bill, indent=2) + "\n"
    problem = JsonStrictValidator(SchemaVersion.from_version(bill["specVersion"])).validate_str(text)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    file.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
