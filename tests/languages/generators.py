"""A table of the generators that are tried, with one row for each."""

from dataclasses import dataclass
from functools import partial

from . import checks, making
from .checks import Check
from .making import Make
from .pins import VERSIONS

JAR = "7.26.0"
"""The tested version of openapi-generator."""


@dataclass(frozen=True)
class Language:
    """A language: the endings of its source files, and how code in it marks a deprecated operation or field."""

    endings: tuple[str, ...]
    deprecated: str


TYPESCRIPT = Language((".ts",), "@deprecated")
PYTHON = Language((".py",), r"deprecated=True|warnings\.warn\(")


@dataclass(frozen=True)
class Generator:
    """A generator with the profile and the options that its users need."""

    name: str
    version: str
    profile: str
    options: str
    language: Language
    make: Make
    check: Check
    sources: tuple[str, ...] = ()
    """The program that makes calls with the client, and the files that the program needs, in ``languages/``."""
    command: tuple[str, ...] = ()
    """The command that runs the program in the folder of the client; empty if the client is only checked, not run."""
    in_ci: bool = True
    """False if only ``make languages-all`` tries the generator, because its installation is slow."""

    @property
    def title(self) -> str:
        return f"{self.name} {self.version}"


_BESIDE = {"orval": ("fetcher.ts", "orval.config.mjs"), "kubb": ("kubb.config.mjs",)}
"""Files that a generator of TypeScript needs beside its program."""


def _typescript(
    name: str, version: str, options: str, make: Make, program: str, profile: str = "typed", *, in_ci: bool = True
) -> Generator:
    files = ("probe.ts", "tsconfig.json", f"{program}.ts", *_BESIDE.get(program, ()))
    sources = tuple(f"clients/{one}" for one in files)
    command = ("{node}", f"built/{program}.js")
    return Generator(name, version, profile, options, TYPESCRIPT, make, checks.typescript, sources, command, in_ci)


def _facade(name: str, options: str, make: Make, program: str, version: str = JAR) -> Generator:
    files = tuple(f"typescript/{one}" for one in ("told.ts", "tsconfig.json", f"{program}.ts"))
    return Generator(
        name, version, "typed", options, TYPESCRIPT, make, checks.typescript, files, ("{node}", f"built/{program}.js")
    )


def _jar(name: str, language: Language, check: Check) -> Generator:
    """Return a generator of openapi-generator whose client is only checked."""
    return Generator(name, JAR, "plain", "", language, partial(making.from_jar, name, ""), check)


def _python(name: str, version: str, profile: str, options: str, make: Make, check: Check = checks.python) -> Generator:
    program = name.replace("-", "_")
    files = ("clients/probe.py", f"clients/{program}.py")
    command = ("{python}", f"{program}.py")
    return Generator(name, version, profile, options, PYTHON, make, check, files, command, in_ci=False)


_OWN_FAULTS = partial(checks.python_with_faults_in, "client.py")
_GO = "enumClassPrefix=true,withGoMod=false,disallowAdditionalPropertiesIfNotPresent=false"
_JAVA = "openApiNullable=false,annotationLibrary=none,useJakartaEe=false,containerDefaultToNull=true"

GENERATORS = (
    _facade(
        "openapi-typescript",
        f"with openapi-fetch {VERSIONS['openapi-fetch']}",
        making.openapi_typescript,
        "drive-openapi-fetch",
        VERSIONS["openapi-typescript"],
    ),
    _facade(
        "typescript-fetch",
        "importFileExtension=.js",
        partial(making.from_jar, "typescript-fetch", "importFileExtension=.js", out="generated/{host}-fetch"),
        "drive-typescript-fetch",
    ),
    _typescript(
        "typescript-axios",
        JAR,
        "",
        partial(making.from_jar, "typescript-axios", ""),
        "typescript-axios",
        profile="plain",
    ),
    _typescript("@hey-api/openapi-ts", "0.99.0", "", making.hey_api, "hey-api"),
    _typescript("orval", "8.38.0", "`fetch` client with a mutator", partial(making.orval, "8.38.0"), "orval"),
    _typescript(
        "orval",
        "7.21.0",
        "`fetch` client with a mutator",
        partial(making.orval, "7.21.0"),
        "orval",
        profile="plain",
        in_ci=False,
    ),
    _typescript("kubb", "4.39.3", "`fetch` client, `bundle: true`", making.kubb, "kubb", in_ci=False),
    _typescript("swagger-typescript-api", "13.13.0", "", making.swagger_typescript_api, "swagger-typescript-api"),
    _typescript(
        "openapi-zod-client",
        "1.18.3",
        "`--with-deprecated`",
        making.openapi_zod_client,
        "openapi-zod-client",
        in_ci=False,
    ),
    _python("python", JAR, "plain", "", partial(making.from_jar, "python", "packageName={host}", out=".")),
    _python(
        "datamodel-code-generator",
        "0.89.0",
        "typed",
        "`--use-annotated --collapse-root-models`",
        making.datamodel_code_generator,
    ),
    _python(
        "openapi-python-client",
        "0.29.1",
        "plain",
        "",
        partial(making.openapi_python_client, "0.29.1"),
        _OWN_FAULTS,
    ),
    Generator(
        "go",
        JAR,
        "typed",
        _GO,
        Language((".go",), "// Deprecated"),
        partial(making.from_jar, "go", f"{_GO},packageName={{package}}", out="{host}"),
        checks.go,
        ("go/go.mod", "go/main.go"),
        ("built/drive",),
    ),
    Generator(
        "java",
        JAR,
        "typed",
        f"--library native, {_JAVA}",
        Language((".java",), "@Deprecated"),
        partial(
            making.from_jar,
            "java",
            f"{_JAVA},invokerPackage={{host}},apiPackage={{host}}.api,modelPackage={{host}}.model",
            out="{host}",
            library="native",
        ),
        checks.java,
        ("java/Drive.java", "java/javax/annotation/Generated.java"),
        ("java", "-cp", "built:{jar}", "Drive"),
    ),
    Generator(
        "ruby",
        JAR,
        "plain",
        "",
        Language((".rb",), "@deprecated"),
        partial(making.from_jar, "ruby", "gemName={host},moduleName={pascal}"),
        checks.ruby,
        ("clients/ruby.rb",),
        ("ruby", "-Igenerated/v1/lib", "ruby.rb"),
        in_ci=False,
    ),
    Generator(
        "php",
        JAR,
        "plain",
        "--name-mappings model_name=llm_model_name",
        Language((".php",), "@deprecated"),
        partial(making.from_jar, "php", "invokerPackage={pascal}", mappings={"model_name": "llm_model_name"}),
        checks.php,
        ("clients/php.php",),
        ("php", "php.php"),
        in_ci=False,
    ),
    _jar("csharp", Language((".cs",), r"\[Obsolete"), partial(checks.tree, "c_sharp", "*/src/**/*.cs")),
    _jar("kotlin", Language((".kt",), "@Deprecated"), partial(checks.tree, "kotlin", "*/src/main/**/*.kt")),
    _jar(
        "swift6",
        Language((".swift",), r"@available\(\*, deprecated"),
        # The grammar does not support `() as! T`, which occurs in a file that the generator always writes.
        partial(checks.tree, "swift", "*/Sources/*/[AM]*/**/*.swift"),
    ),
    _jar("rust", Language((".rs",), r"#\[deprecated"), partial(checks.tree, "rust", "*/src/**/*.rs")),
    _jar("elixir", Language((".ex",), "@deprecated"), partial(checks.tree, "elixir", "*/lib/**/*.ex")),
)
