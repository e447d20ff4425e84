"""The JSON Schema of claim files, made from the table of keys, for editors."""

from __future__ import annotations

from factcheck.load.keys import RECORDS, Key, Shape

_ID: dict[str, object] = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
_DAY = r"\d{4}-\d{2}-\d{2}"
_SPAN = r"\d{4}(-(\d{2}(-\d{2})?|Q[1-4]|H[12]))?"
# What an editor's YAML takes for a number or a date, the loader reads as typed.
_SCALARS: dict[Shape, dict[str, object]] = {
    Shape.TEXT: {"type": ["string", "number", "boolean"]},
    Shape.ID: _ID,
    Shape.NUMBER: {"type": ["number", "string"], "pattern": r"^[+-]?[0-9][0-9_]*(\.[0-9]+)?%?$"},
    Shape.INTEGER: {"type": "integer"},
    Shape.PERIOD: {"type": ["string", "integer"], "pattern": rf"^({_SPAN}|(\.\.|{_SPAN})/{_SPAN})$"},
    Shape.DATE: {"type": "string", "pattern": f"^{_DAY}$"},
    Shape.ANY_DATE: {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    Shape.DURATION: {"type": "string", "pattern": r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$"},
    Shape.EXPRESSION: {"type": "string"},
}
_WORD = {"type": ["string", "number", "boolean"]}
_WORDS = {"type": "array", "items": _WORD}


def json_schema() -> dict[str, object]:
    """Return the schema (draft 7, which every editor understands)."""
    definitions = {name: _record(keys) for name, keys in RECORDS.items() if name != "file"}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "factcheck claim file",
        "description": "Figures that documents cite, with the words they were read from.",
        **_record(RECORDS["file"]),
        "definitions": definitions,
    }


def _record(keys: tuple[Key, ...]) -> dict[str, object]:
    schema: dict[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {**_value(key), "description": key.about} for key in keys},
    }
    required = [key.name for key in keys if key.required]
    if required:
        schema["required"] = required
    return schema


def _value(key: Key) -> dict[str, object]:
    one = {"$ref": f"#/definitions/{key.record}"}
    match key.shape:
        case Shape.CHOICE:
            return {"enum": list(key.choices)}
        case Shape.TEXTS:
            return {"anyOf": [_WORDS, _WORD]}
        case Shape.MAPPING:
            return {"type": "object", "additionalProperties": _WORD}
        case Shape.LISTS:
            return {"type": "object", "additionalProperties": {"anyOf": [_WORDS, _WORD]}}
        case Shape.RECORD:
            # A schema with $ref ignores what stands beside it, so the description needs allOf.
            return {"allOf": [one]}
        case Shape.TEXT_OR_RECORD:
            return {"anyOf": [{"type": "string"}, one]}
        case Shape.RECORDS:
            return {"type": ["array", "null"], "items": one}
        case Shape.RECORDS_BY_ID:
            return {"type": ["object", "null"], "additionalProperties": one}
        case _:
            return dict(_SCALARS[key.shape])
