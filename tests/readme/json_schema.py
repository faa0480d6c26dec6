"""Holds a JSON value against the part of JSON Schema 2020-12 that docs/formats uses. A keyword that is not known
here is a fault of the schema, so that nothing passes because nobody looked."""
import re

TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
}
WORDS = {"$schema", "$id", "title", "description", "examples", "$defs", "$comment"}
RULES = {"$ref", "type", "enum", "const", "oneOf", "anyOf", "properties", "required", "additionalProperties", "items",
         "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems"}


def faults(value, schema, whole=None, place="$"):
    """Gives what is wrong with the value, each fault with its place."""
    whole = schema if whole is None else whole
    if schema is True:
        return []
    if schema is False:
        return [f"{place} may not be there"]
    found = []
    if "$ref" in schema:
        found += faults(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, place)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(TYPES[kind](value) for kind in kinds):
        return found + [f"{place} is not of type {' or '.join(kinds)}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place} is {value!r}, none of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{place} is {value!r}, not {schema['const']!r}")
    for word, fits in (("oneOf", lambda count: count == 1), ("anyOf", lambda count: count > 0)):
        if word in schema:
            tried = [faults(value, each, whole, place) for each in schema[word]]
            if not fits(sum(not each for each in tried)):
                found.append(f"{place} fits {sum(not each for each in tried)} of {word}: {[each[0] for each in tried if each]}")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{place}.{name} is missing" for name in schema.get("required", []) if name not in value]
        for name, member in value.items():
            found += faults(member, known.get(name, schema.get("additionalProperties", True)), whole, f"{place}.{name}")
    if isinstance(value, list):
        if "items" in schema:
            for number, member in enumerate(value):
                found += faults(member, schema["items"], whole, f"{place}[{number}]")
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{place} has {len(value)} items")
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{place} is {value!r}, not like {schema['pattern']}")
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            found.append(f"{place} has {len(value)} letters")
    if TYPES["number"](value) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{place} is {value}")
    return found


def unknown(schema, place="$"):
    """Gives every keyword that is not known here, and every $ref that leads nowhere."""
    found = []

    def walk(part, place):
        if not isinstance(part, dict):
            return
        for word, inner in part.items():
            if word not in WORDS | RULES:
                found.append(f"{place}: {word} is not known to tests/readme/json_schema.py")
            if word == "$ref" and inner.removeprefix("#/$defs/") not in schema.get("$defs", {}):
                found.append(f"{place}: {inner} is not there")
            if word in {"properties", "$defs"}:
                for name, each in inner.items():
                    walk(each, f"{place}.{name}")
            if word in {"oneOf", "anyOf"}:
                for each in inner:
                    walk(each, place)
            if word in {"items", "additionalProperties"}:
                walk(inner, f"{place}.{word}")

    walk(schema, place)
    return found


def own_faults():
    """Each keyword refuses what it should: (schema, a value that fits, one that does not)."""
    table = [
        ({"type": "string"}, "a", 1), ({"type": "integer"}, 1, True), ({"type": ["null", "string"]}, None, 1),
        ({"enum": ["a"]}, "a", "b"), ({"const": 1}, 1, 2), ({"pattern": "^a$"}, "a", "ab"), ({"minimum": 1}, 1, 0),
        ({"maxLength": 1}, "a", "ab"), ({"minItems": 1}, [1], []), ({"items": {"type": "string"}}, ["a"], [1]),
        ({"required": ["a"]}, {"a": 1}, {}), ({"properties": {"a": {"type": "null"}}}, {"a": None}, {"a": 1}),
        ({"additionalProperties": False, "properties": {"a": {}}}, {"a": 1}, {"b": 1}),
        ({"oneOf": [{"type": "string"}, {"maxLength": 1}]}, "ab", "a"), ({"anyOf": [{"type": "string"}]}, "a", 1),
        ({"$ref": "#/$defs/x", "$defs": {"x": {"type": "null"}}}, None, 1),
    ]
    for schema, good, bad in table:
        if faults(good, schema):
            yield f"{schema} refuses {good!r}"
        if not faults(bad, schema):
            yield f"{schema} takes {bad!r}"
    if not unknown({"type": "object", "minProperties": 1}):
        yield "an unknown keyword is not seen"
