"""The versions of the tools from npm, and the options that the generators of openapi-generator need."""

VERSIONS = {
    "@redocly/cli": "2.77.0",
    "@stoplight/spectral-cli": "6.16.3",
    "@types/node": "20.19.0",
    "openapi-fetch": "0.17.0",
    "openapi-typescript": "7.13.0",
    "typescript": "5.9.3",
}

OPTIONS = {
    "typescript-fetch": "importFileExtension=.js",
    # Two enums with the same value would be two Go constants of the same name.
    "go": "enumClassPrefix=true,withGoMod=false",
    "java": "openApiNullable=false,annotationLibrary=none,useJakartaEe=false,containerDefaultToNull=true",
}
