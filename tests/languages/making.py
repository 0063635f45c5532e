"""Functions that call a generator, and write the clients of all hosts into a folder."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.spec.publish.npm import installed

from .workshop import jar, node, node_modules, run, script, stock

Make = Callable[[Mapping[str, Path], Path], None]
"""Generate a client for each host from its document, in a folder."""


def from_jar(
    language: str,
    options: str,
    specs: Mapping[str, Path],
    folder: Path,
    *,
    out: str = "generated/{host}",
    library: str = "",
    mappings: Mapping[str, str] | None = None,
) -> None:
    """Generate with openapi-generator, without tests and pages. One Java process makes the clients of all hosts."""
    files = []
    for host, spec in specs.items():
        names = {"host": host, "package": host.replace("_", ""), "pascal": host.title().replace("_", "")}
        settings = {
            "generatorName": language,
            "inputSpec": str(spec),
            "outputDir": str(folder / out.format(**names)),
            "globalProperties": dict.fromkeys(("apiTests", "modelTests", "apiDocs", "modelDocs"), "false"),
            "additionalProperties": dict(one.split("=") for one in options.format(**names).split(",") if one),
            "nameMappings": dict(mappings or {}),
        } | ({"library": library} if library else {})
        files.append(folder / f"{host}.settings.json")
        files[-1].write_text(json.dumps(settings), encoding="utf-8")
    said = run(["java", "-jar", jar(), "batch", *files], folder)
    assert f"finished {len(files)} generators successfully" in said, said


def openapi_typescript(specs: Mapping[str, Path], folder: Path) -> None:
    cli = node_modules() / "openapi-typescript" / "bin" / "cli.js"
    (folder / "generated").mkdir()
    for host, spec in specs.items():
        run([node(), cli, spec, "--output", folder / "generated" / f"{host}.ts"], folder)


def hey_api(specs: Mapping[str, Path], folder: Path) -> None:
    packages = installed("@hey-api/openapi-ts", "0.99.0", "typescript@5.9.3")
    cli = packages / "@hey-api" / "openapi-ts" / "bin" / "run.js"
    for host, spec in specs.items():
        run([node(), cli, "--input", spec, "--output", folder / "generated" / host, "--no-log-file"], folder)


def orval(version: str, specs: Mapping[str, Path], folder: Path) -> None:
    cli = installed("orval", version) / ".bin" / "orval"
    for host, spec in specs.items():
        out = str(folder / "generated" / host / "api.ts")
        run([node(), cli, "--config", "orval.config.mjs"], folder, SPEC=str(spec), OUT=out)


def kubb(specs: Mapping[str, Path], folder: Path) -> None:
    version = "4.39.3"
    plugins = (f"@kubb/{name}@{version}" for name in ("core", "plugin-oas", "plugin-ts", "plugin-client"))
    packages = installed("@kubb/cli", version, *plugins)
    for host, spec in specs.items():
        # The generator writes only into its working folder.
        places = {"SPEC": str(spec), "OUT": f"generated/{host}", "NODE_MODULES": str(packages)}
        run([node(), packages / ".bin" / "kubb", "generate", "--config", "kubb.config.mjs"], folder, **places)


def swagger_typescript_api(specs: Mapping[str, Path], folder: Path) -> None:
    cli = installed("swagger-typescript-api", "13.13.0") / ".bin" / "swagger-typescript-api"
    for host, spec in specs.items():
        run([node(), cli, "generate", "--path", spec, "--output", folder / "generated", "--name", f"{host}.ts"], folder)


def openapi_zod_client(specs: Mapping[str, Path], folder: Path) -> None:
    cli = installed("openapi-zod-client", "1.18.3") / ".bin" / "openapi-zod-client"
    (folder / "generated").mkdir()
    for host, spec in specs.items():
        out = ("--output", folder / "generated" / f"{host}.ts")
        run([node(), cli, spec, *out, "--with-deprecated"], folder)


def datamodel_code_generator(specs: Mapping[str, Path], folder: Path) -> None:
    for host, spec in specs.items():
        options = ("--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel")
        types = ("--use-annotated", "--collapse-root-models")
        formatters = ("--formatters", "black", "isort")
        out = ("--output", folder / f"{host}.py")
        run([script("datamodel-codegen"), "--input", spec, *out, *options, *types, *formatters], folder)


def openapi_python_client(version: str, specs: Mapping[str, Path], folder: Path) -> None:
    cli = stock("openapi-python-client", version)
    for host, spec in specs.items():
        # Without --fail-on-warning, the generator drops unsupported parts and exits with status 0.
        out = ("--output-path", folder / host, "--meta", "none", "--fail-on-warning")
        run([cli, "generate", "--path", spec, *out], folder, PATH=str(cli.parent))
