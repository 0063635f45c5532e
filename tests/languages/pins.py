"""Exact versions of the packages from npm."""

VERSIONS = {
    "@redocly/cli": "2.77.0",
    "@stoplight/spectral-cli": "6.16.3",
    "@types/node": "20.19.0",
    "@zodios/core": "10.9.6",
    "axios": "1.21.1",
    "openapi-fetch": "0.17.0",
    "openapi-typescript": "7.13.0",
    "typescript": "5.9.3",
    "zod": "3.25.76",
}
