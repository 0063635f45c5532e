"""Pairs of schemas with a name, the verdicts for requests and responses, and a reason if oasdiff's verdict differs."""

from typing import Any

BREAKS, FITS, WORDS, NOTHING = "breaking", "compatible", "words", "none"

TEXT = {"type": "string"}
NUMBER = {"type": "number"}
WHOLE = {"type": "integer"}
EITHER = {"type": ["string", "integer"]}


def some(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def both(*parts: Any) -> dict[str, Any]:
    return {"allOf": list(parts)}


_ARGUMENT = "clients lose an argument or an attribute"
_OMITTED = "a caller who leaves it out means something else now"
_DOUBT = "where nobody can tell which is wider, both sides break"
_PARTS = "each part of an allOf holds, also where two state the same keyword"
_VALUES = "a reader meets a value that it does not know"

SCHEMAS: list[tuple[str, Any, Any, str, str, str]] = [
    # ------------------------------------------------------------------ types
    ("type changed", TEXT, {"type": "boolean"}, BREAKS, BREAKS, ""),
    ("integer becomes number", WHOLE, NUMBER, FITS, BREAKS, ""),
    ("number becomes integer", NUMBER, WHOLE, BREAKS, FITS, ""),
    ("type added", TEXT, EITHER, FITS, BREAKS, ""),
    ("type removed", EITHER, TEXT, BREAKS, FITS, ""),
    ("any type", TEXT, {}, FITS, BREAKS, ""),
    ("null added", TEXT, {"type": ["string", "null"]}, FITS, BREAKS, ""),
    ("null removed", {"type": ["string", "null"]}, TEXT, BREAKS, FITS, ""),
    ("null as OpenAPI 3.0 spells it", TEXT | {"nullable": True}, {"type": ["string", "null"]}, WORDS, WORDS, ""),
    ("null as a branch", {"anyOf": [TEXT, {"type": "null"}]}, {"type": ["string", "null"]}, WORDS, WORDS, ""),
    ("types as branches", {"anyOf": [TEXT, WHOLE]}, EITHER, WORDS, WORDS, ""),
    ("types as branches of a oneOf", {"oneOf": [TEXT, WHOLE]}, EITHER, WORDS, WORDS, ""),
    ("a type for branches, fewer", {"anyOf": [TEXT, WHOLE]}, TEXT, BREAKS, FITS, ""),
    (
        "types with their keywords as branches",
        {"anyOf": [TEXT | {"maxLength": 5}, WHOLE | {"minimum": 1}]},
        EITHER | {"maxLength": 5, "minimum": 1},
        WORDS,
        WORDS,
        "",
    ),
    # --------------------------------------------------------- true and false
    ("set to false", TEXT, False, BREAKS, BREAKS, ""),
    ("no longer false", False, TEXT, FITS, FITS, "a property that was never there is like a new one"),
    ("true and the empty schema", {}, True, WORDS, WORDS, ""),
    (
        "items forbidden",
        {"type": "array"},
        {"type": "array", "items": False},
        BREAKS,
        BREAKS,
        "no item is like no list",
    ),
    ("unevaluatedProperties false", some(), some() | {"unevaluatedProperties": False}, BREAKS, FITS, ""),
    ("unevaluatedProperties true", some(), some() | {"unevaluatedProperties": True}, WORDS, WORDS, ""),
    ("unevaluatedItems false", {"type": "array"}, {"type": "array", "unevaluatedItems": False}, BREAKS, FITS, ""),
    ("propertyNames false", some(), some() | {"propertyNames": False}, BREAKS, FITS, ""),
    ("uniqueItems false", {"type": "array"}, {"type": "array", "uniqueItems": False}, WORDS, WORDS, ""),
    ("uniqueItems true", {"type": "array"}, {"type": "array", "uniqueItems": True}, BREAKS, FITS, ""),
    ("a property that is false added", some(), some(y=False), BREAKS, FITS, ""),
    # ------------------------------------------------------------------ values
    ("value added", TEXT | {"enum": ["a"]}, TEXT | {"enum": ["a", "b"]}, FITS, BREAKS, _VALUES),
    ("value removed", TEXT | {"enum": ["a", "b"]}, TEXT | {"enum": ["a"]}, BREAKS, FITS, ""),
    ("values in another order", {"enum": ["a", "b"]}, {"enum": ["b", "a"]}, WORDS, WORDS, ""),
    ("values closed", TEXT, TEXT | {"enum": ["a"]}, BREAKS, FITS, ""),
    ("values opened", TEXT | {"enum": ["a"]}, TEXT, FITS, BREAKS, ""),
    ("null removed from values", {"enum": ["a", None]}, {"enum": ["a"]}, BREAKS, FITS, ""),
    ("null added to values", {"enum": ["a"]}, {"enum": ["a", None]}, FITS, BREAKS, _VALUES),
    (
        "null in type and values, then in the type only",
        {"type": ["string", "null"], "enum": ["a", None]},
        {"type": ["string", "null"], "enum": ["a"]},
        BREAKS,
        FITS,
        "",
    ),
    ("const and a single value", {"const": "a"}, {"enum": ["a"]}, WORDS, WORDS, ""),
    ("const changed", {"const": "a"}, {"const": "b"}, BREAKS, BREAKS, ""),
    ("false as a const", {"const": False}, {"const": 0}, BREAKS, BREAKS, ""),
    ("constants as branches", {"oneOf": [{"const": "a"}, {"const": "b"}]}, {"enum": ["a", "b"]}, WORDS, WORDS, ""),
    # ------------------------------------------------------------------ bounds
    ("maxLength added", TEXT, TEXT | {"maxLength": 5}, BREAKS, FITS, ""),
    ("maxLength lowered", TEXT | {"maxLength": 9}, TEXT | {"maxLength": 5}, BREAKS, FITS, ""),
    ("maxLength raised", TEXT | {"maxLength": 5}, TEXT | {"maxLength": 9}, FITS, BREAKS, ""),
    ("maxLength removed", TEXT | {"maxLength": 5}, TEXT, FITS, BREAKS, ""),
    ("minLength of 0", TEXT, TEXT | {"minLength": 0}, WORDS, WORDS, ""),
    ("minimum of 0", NUMBER, NUMBER | {"minimum": 0}, BREAKS, FITS, ""),
    ("minimum raised", NUMBER | {"minimum": 1}, NUMBER | {"minimum": 2}, BREAKS, FITS, ""),
    (
        "exclusive as OpenAPI 3.0 spells it",
        NUMBER | {"minimum": 1, "exclusiveMinimum": True},
        NUMBER | {"exclusiveMinimum": 1},
        WORDS,
        WORDS,
        "",
    ),
    ("maxItems lowered", {"type": "array", "maxItems": 9}, {"type": "array", "maxItems": 5}, BREAKS, FITS, ""),
    ("minProperties added", some(), some() | {"minProperties": 1}, BREAKS, FITS, ""),
    ("multipleOf added", WHOLE, WHOLE | {"multipleOf": 5}, BREAKS, FITS, ""),
    ("pattern added", TEXT, TEXT | {"pattern": "a"}, BREAKS, FITS, ""),
    ("pattern removed", TEXT | {"pattern": "a"}, TEXT, FITS, BREAKS, ""),
    ("pattern changed", TEXT | {"pattern": "a"}, TEXT | {"pattern": "b"}, BREAKS, BREAKS, _DOUBT),
    ("format added", TEXT, TEXT | {"format": "uuid"}, BREAKS, FITS, ""),
    ("format removed", TEXT | {"format": "uuid"}, TEXT, FITS, BREAKS, ""),
    ("format widened", WHOLE | {"format": "int32"}, WHOLE | {"format": "int64"}, FITS, BREAKS, ""),
    ("format changed", TEXT | {"format": "date"}, TEXT | {"format": "date-time"}, BREAKS, BREAKS, _DOUBT),
    # -------------------------------------------------------------- properties
    ("property added", some(), some(y=TEXT), FITS, FITS, ""),
    ("property removed", some(y=TEXT), some(), BREAKS, BREAKS, _ARGUMENT),
    ("property required", some(y=TEXT), some(y=TEXT) | {"required": ["y"]}, BREAKS, FITS, ""),
    ("property optional", some(y=TEXT) | {"required": ["y"]}, some(y=TEXT), FITS, BREAKS, ""),
    ("required property added", some(), some(y=TEXT) | {"required": ["y"]}, BREAKS, FITS, ""),
    ("other properties forbidden", some(), some() | {"additionalProperties": False}, BREAKS, FITS, ""),
    ("other properties allowed", some() | {"additionalProperties": False}, some(), FITS, BREAKS, ""),
    ("other properties typed", some(), some() | {"additionalProperties": TEXT}, BREAKS, FITS, ""),
    ("items changed", {"type": "array", "items": TEXT}, {"type": "array", "items": WHOLE}, BREAKS, BREAKS, ""),
    ("prefixItems changed", {"prefixItems": [TEXT]}, {"prefixItems": [WHOLE]}, BREAKS, BREAKS, ""),
    ("not changed", {"not": TEXT}, {"not": WHOLE}, BREAKS, BREAKS, ""),
    ("words inside not", {"not": TEXT}, {"not": TEXT | {"description": "A."}}, WORDS, WORDS, ""),
    ("dependentRequired added", some(), some() | {"dependentRequired": {"a": ["b"]}}, BREAKS, FITS, ""),
    ("if added", some(), some() | {"if": TEXT, "then": TEXT}, BREAKS, BREAKS, _DOUBT),
    (
        "contentSchema from object to array",
        TEXT | {"contentMediaType": "application/json", "contentSchema": {"type": "object"}},
        TEXT | {"contentMediaType": "application/json", "contentSchema": {"type": "array"}},
        BREAKS,
        BREAKS,
        "the JSON in a string has a schema as well",
    ),
    ("contentEncoding changed", TEXT, TEXT | {"contentEncoding": "base64"}, BREAKS, BREAKS, _DOUBT),
    # ----------------------------------------------------------------- defaults
    ("default documented", TEXT, TEXT | {"default": "a"}, FITS, FITS, ""),
    ("default changed", TEXT | {"default": "a"}, TEXT | {"default": "b"}, BREAKS, FITS, _OMITTED),
    ("default removed", TEXT | {"default": "a"}, TEXT, BREAKS, FITS, _OMITTED),
    ("default from 0 to false", {"default": 0}, {"default": False}, BREAKS, FITS, _OMITTED),
    # -------------------------------------------------------------------- allOf
    ("allOf of one", TEXT, both(TEXT), WORDS, WORDS, ""),
    ("bound in the first of two parts", both({"maxLength": 5}, {"maxLength": 9}), {"maxLength": 5}, WORDS, WORDS, ""),
    (
        "bound lowered in the first of two parts",
        both({"maxLength": 8}, {"maxLength": 9}),
        both({"maxLength": 5}, {"maxLength": 9}),
        BREAKS,
        FITS,
        _PARTS,
    ),
    (
        "pattern of the first of two parts changed",
        both({"pattern": "a"}, {"pattern": "b"}),
        both({"pattern": "c"}, {"pattern": "b"}),
        BREAKS,
        BREAKS,
        _PARTS,
    ),
    (
        "value removed in the first of two parts",
        both({"enum": ["a", "b"]}, {"enum": ["a", "b", "c"]}),
        both({"enum": ["a"]}, {"enum": ["a", "b", "c"]}),
        BREAKS,
        FITS,
        _PARTS,
    ),
    (
        "property in two parts narrowed in the first",
        both(some(y={"maxLength": 8}), some(y=TEXT)),
        both(some(y={"maxLength": 5}), some(y=TEXT)),
        BREAKS,
        FITS,
        _PARTS,
    ),
    ("second pattern added", {"pattern": "a"}, both({"pattern": "a"}, {"pattern": "b"}), BREAKS, FITS, ""),
    ("second pattern removed", both({"pattern": "a"}, {"pattern": "b"}), {"pattern": "a"}, FITS, BREAKS, ""),
    # ------------------------------------------------------------------- unions
    ("branch added", {"oneOf": [some(a=TEXT), TEXT]}, {"oneOf": [some(a=TEXT), TEXT, WHOLE]}, FITS, BREAKS, ""),
    (
        "branch that is an object added",
        {"oneOf": [some(a=TEXT), some(b=TEXT)]},
        {"oneOf": [some(a=TEXT), some(b=TEXT), some(c=TEXT)]},
        FITS,
        BREAKS,
        "",
    ),
    (
        "branch that is an object removed",
        {"anyOf": [some(a=TEXT), some(b=TEXT)]},
        {"anyOf": [some(a=TEXT)]},
        BREAKS,
        FITS,
        "",
    ),
    ("branch beside two types", {"anyOf": [TEXT, WHOLE]}, {"anyOf": [TEXT, WHOLE, some(a=TEXT)]}, FITS, BREAKS, ""),
    ("branch beside a list of types", EITHER, {"anyOf": [TEXT, WHOLE, some(a=TEXT)]}, FITS, BREAKS, ""),
    (
        "branch beside constants",
        {"oneOf": [{"const": 1}, {"const": 2}]},
        {"oneOf": [{"const": 1}, {"const": 2}, some(a=TEXT)]},
        FITS,
        BREAKS,
        "",
    ),
    ("branch beside an enum", {"enum": [1, 2]}, {"oneOf": [{"enum": [1, 2]}, some(a=TEXT)]}, FITS, BREAKS, ""),
    ("all but one type goes from a union", {"anyOf": [TEXT, WHOLE, some(a=TEXT)]}, EITHER, BREAKS, FITS, ""),
    (
        "oneOf becomes anyOf",
        {"oneOf": [some(a=TEXT), some(b=TEXT)]},
        {"anyOf": [some(a=TEXT), some(b=TEXT)]},
        FITS,
        BREAKS,
        "",
    ),
    (
        "anyOf becomes oneOf",
        {"anyOf": [some(a=TEXT), some(b=TEXT)]},
        {"oneOf": [some(a=TEXT), some(b=TEXT)]},
        BREAKS,
        FITS,
        "",
    ),
    # -------------------------------------------------------------------- words
    ("description changed", TEXT | {"description": "A."}, TEXT | {"description": "B."}, WORDS, WORDS, ""),
    ("example changed", TEXT | {"example": "a"}, TEXT | {"example": "b"}, WORDS, WORDS, ""),
    ("another extension", TEXT, TEXT | {"x-owner": "me"}, WORDS, WORDS, ""),
    ("deprecated", TEXT, TEXT | {"deprecated": True}, FITS, FITS, ""),
]
