"""The JSON Schema of programme files for editors, and what the page about the format is made of."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from app.domain.money import format_minor
from app.domain.programme.file.read import schema, schema_of
from app.domain.programme.model import Offer

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Property = Mapping[str, Any]


def schema_text() -> str:
    """The schema as a file (draft 2020-12), for `#:schema` in the first line of a programme file."""
    whole = {"$schema": DRAFT, "title": "membertill programme", **programme_schema(), "$defs": dict(parts())}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def programme_schema() -> Property:
    """What stands at the top of a file."""
    return _part({key: value for key, value in schema().items() if key != "$defs"})


@cache
def parts() -> Mapping[str, Property]:
    """Every part of the language by its name, as a file says it."""
    return {name: _part(part) for name, part in schema()["$defs"].items()}


def _part(part: Property) -> Property:
    if "properties" not in part:
        return part
    tidy = {name: _property(name, each) for name, each in part["properties"].items()}
    required = list(part.get("required", ()))
    if "const" in tidy.get("kind", {}):
        required.append("kind")
    said = " ".join(part.get("description", "").split())
    return {**part, "description": said, "properties": tidy, **({"required": required} if required else {})}


def _property(name: str, declared: Property) -> Property:
    """Without what only the code knows: no null (a file leaves the key out), no minor units."""
    tidy = {key: value for key, value in declared.items() if key not in ("title", "default", "anyOf")}
    choices = [choice for choice in declared.get("anyOf", ()) if choice.get("type") != "null"]
    if len(choices) == 1:
        tidy |= choices[0]
    elif choices:
        tidy["anyOf"] = choices
    if "description" not in tidy and name in _of_every_offer():
        tidy["description"] = _of_every_offer()[name]
    default = _default(declared.get("default"), tidy)
    return tidy if default is None else {**tidy, "default": default}


def _default(declared: object, tidy: Property) -> object:
    if declared is None or declared == "" or isinstance(declared, list | dict):
        return None
    if isinstance(declared, bool) or not isinstance(declared, int):
        return declared
    if "pattern" in tidy:
        return format_minor(declared)
    return declared / 100 if tidy.get("type") == "number" else declared


@cache
def _of_every_offer() -> Mapping[str, str]:
    """The meanings that kinds of offers inherit."""
    properties = schema_of(Offer)["properties"]
    return {name: each["description"] for name, each in properties.items() if "description" in each}


def references(declared: Property) -> Iterator[str]:
    """The names of the parts that a property, or a part, speaks of."""
    for key, value in declared.items():
        if key == "$ref":
            yield str(value).rsplit("/", 1)[-1]
        elif isinstance(value, dict) and key not in ("discriminator", "default"):
            yield from references(value)
        elif isinstance(value, list) and key != "required":
            for each in value:
                if isinstance(each, dict):
                    yield from references(each)
