"""The protocol's document shows every message, and every example is one."""

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from app.domain.journal import Kind
from sync.protocol import messages, sales, streams, wire
from sync.protocol.kinds import BODIES

TEXT = Path("docs/sync-protocol.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"<!-- example: (\w+) -->\n```json\n(.*?)```", TEXT, re.DOTALL)

# Of some kinds the document shows a body as well.
BODY_NAMES = {body.__name__: body for _, body in BODIES.values()}


def model(name: str) -> type[BaseModel]:
    known = {**vars(messages), **vars(wire), **vars(sales), **vars(streams), **BODY_NAMES}
    found = known[name]
    assert isinstance(found, type)
    assert issubclass(found, BaseModel)
    return found


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_is_read_and_written_back_as_it_stands(name: str, text: str) -> None:
    read = model(name).model_validate_json(text)
    assert json.loads(read.model_dump_json()) == json.loads(text)


def test_every_message_has_its_example() -> None:
    named = {
        name
        for module in (messages, sales, streams, wire)
        for name, thing in vars(module).items()
        if isinstance(thing, type) and issubclass(thing, messages.Message) and thing.__module__ == module.__name__
        if {"message", "answer"} & set(thing.model_fields)
    }
    assert named == {name for name, _ in EXAMPLES} - set(BODY_NAMES)


def test_every_kind_stands_in_the_table_with_its_version() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (\d+) \|", TEXT, re.MULTILINE))
    assert rows == {kind.value: str(BODIES[kind][0]) for kind in Kind}


def test_the_limits_of_a_frame_are_those_of_the_code() -> None:
    assert f"{wire.MOST_EVENTS} events or {wire.MOST_BYTES >> 20} MiB" in TEXT
    assert f"{wire.LARGEST_FRAME >> 20} MiB unpacked" in TEXT
