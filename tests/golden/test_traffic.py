"""What tills of every released protocol version say is answered as it was, and what was answered is read.

An answer may say more than it did; what a till of that version knew stands there as it stood.
"""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from app.domain.ids import TillId
from app.domain.journal import Kind
from app.domain.night.summary import summary_in
from app.domain.night.verdict import verdict_in
from sync.protocol import history, messages, sales, streams
from sync.protocol.facts import facts_of
from sync.protocol.history import Received
from sync.protocol.kinds import BODIES, read_body
from sync.protocol.messages import AUDIT_ANSWER, HELLO_ANSWER, LEASE_ANSWER, PUSH_ANSWER, Enrolled, News
from sync.protocol.open_door import Done
from sync.protocol.sales import SaleAnswer
from sync.protocol.streams import PULL_ANSWER, Copy, Found
from tests.golden.office import GoldenOffice, Json

FILES = sorted(Path(__file__).parent.glob("protocol-*.ndjson"))
ANSWERS: dict[str, TypeAdapter[Any]] = {
    "/v1/enrol": TypeAdapter(Enrolled),
    "/v1/hello": HELLO_ANSWER,
    "/v1/push": PUSH_ANSWER,
    "/v1/lease": LEASE_ANSWER,
    "/v1/pull": PULL_ANSWER,
    "/v1/listen": TypeAdapter(News),
    "/v1/audit": AUDIT_ANSWER,
    "/v1/find": TypeAdapter(Found),
    "/v1/open/actions": TypeAdapter(Done),
    "/v1/sale": TypeAdapter(SaleAnswer),
    "/v1/copy": TypeAdapter(Copy),
    "/v1/join": TypeAdapter(Received | Enrolled),
}
# The file of members is encrypted anew each time.
BY_CHANCE = {"size", "chunks"}


def steps_of(file: Path) -> list[Json]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def said_in(file: Path) -> list[Json]:
    return [step for step in steps_of(file) if "path" in step]


def fits(recorded: Any, today: Any) -> bool:
    """Whether everything that was said then is said today."""
    if isinstance(recorded, dict):
        # Where the verdict says more than it did, its signature is another one.
        skipped = {"signature"} if "verdict" in recorded and recorded["verdict"] != today.get("verdict") else set()
        skipped |= BY_CHANCE if recorded.get("answer") == "copy" else set()
        return all(name in today and fits(recorded[name], today[name]) for name in recorded.keys() - skipped)
    if isinstance(recorded, list):
        return len(recorded) == len(today) and all(map(fits, recorded, today))
    if isinstance(recorded, str) and recorded.startswith("{"):
        return fits(json.loads(recorded), json.loads(today))
    return bool(recorded == today)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_head_office_answers_as_it_did(file: Path) -> None:
    with closing(GoldenOffice()) as office:
        for number, step in enumerate(steps_of(file), start=1):
            if "act" in step:
                assert office.act(step["act"], **step["given"]) == step["answer"], number
            else:
                today = office.ask(step["path"], step["request"])
                assert fits(step["answer"], today), (number, step["path"], step["answer"], today)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_till_reads_every_answer(file: Path) -> None:
    # What is said by HTTP's number, or is bytes, has no words to read.
    said = [step for step in said_in(file) if step["answer"].keys() != {"length"} and "status" not in step["answer"]]
    for number, step in enumerate(said, start=1):
        read = ANSWERS[step["path"]].validate_python(step["answer"])
        assert fits(step["answer"], json.loads(read.model_dump_json())), number
        if read.answer == "audited":
            assert verdict_in(read.verdict).till == summary_in(step["request"]["summary"]).till


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_head_office_reads_every_event(file: Path) -> None:
    kinds: set[str] = set()
    for step in (step for step in said_in(file) if step["path"] == "/v1/push"):
        for text in step["request"]["events"]:
            event = json.loads(text)
            facts = facts_of(text.encode(), TillId(event["till"]), event["epoch"], event["seq"])
            assert facts.fault is None, event["kind"]
            read_body(Kind(event["kind"]), event["body"])
            kinds.add(facts.kind)
    if file == FILES[-1]:
        assert kinds == set(BODIES), "a new kind of event: record the traffic again (make golden)"


def test_every_message_is_recorded() -> None:
    said = [part for step in said_in(FILES[-1]) for part in (_said(step["request"]), step["answer"])]
    seen = {(part.get("message"), part.get("answer")) for part in said}
    for module in (history, messages, sales, streams):
        for name, thing in vars(module).items():
            if not (isinstance(thing, type) and issubclass(thing, messages.Message)):
                continue
            fields = thing.model_fields
            if thing.__module__ == module.__name__ and {"message", "answer"} & set(fields):
                named = tuple(fields[key].default if key in fields else None for key in ("message", "answer"))
                assert named in seen, f"{name} is not recorded: let it happen in tests/golden/day.py, then make golden"


def _said(request: Json) -> Json:
    """The message itself, where bytes travel behind it."""
    message: Json = request.get("head") or request.get("part") or request
    return message


def test_what_is_missing_or_another_is_no_fit() -> None:
    assert fits({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2, "c": 3}], "d": 4})
    assert not fits({"a": 1}, {"a": 2})
    assert not fits({"a": 1}, {})
    assert not fits([1], [1, 2])
    assert fits({"verdict": '{"x":1}', "signature": "aa"}, {"verdict": '{"x":1,"y":2}', "signature": "bb"})
    assert not fits({"verdict": '{"x":1}', "signature": "aa"}, {"verdict": '{"x":1}', "signature": "bb"})
