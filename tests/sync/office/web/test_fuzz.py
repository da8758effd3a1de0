"""Whatever an enrolled till says, there is no 500 and no traceback, and what is refused leaves nothing behind.

The messages come from head office's own OpenAPI description, as it wants them and as it does not (schemathesis); they
are signed as they should be, so that they get past the door. Events are facts: any bytes at all are taken.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
import schemathesis.specs.openapi.schemas  # now: beside running threads Python 3.11 may stumble over it
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from sqlalchemy import Connection, select

from app.domain.ids import TillId
from sync.client.transport import Transport
from sync.office.storage.engines import open_postgres, open_sqlite
from sync.office.storage.migrate import migrate
from sync.office.storage.schema import metadata
from sync.protocol.messages import Hello, HelloOk
from sync.protocol.wire import CONTENT_TYPE, Frame, encode, links_of
from tests.sync.office.conftest import KEY, office_on_postgres
from tests.sync.office.desk import Desk
from tests.sync.office.web.running import Running, running
from tests.sync.protocol.chains import Chain

MESSAGES = ("/v1/hello", "/v1/lease", "/v1/pull", "/v1/enrol")
QUICK = settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


class Prober:
    """An enrolled till that says anything; a new one takes over when it has made itself impossible."""

    def __init__(self, office: Running) -> None:
        self.office = office
        self.schema = schemathesis.openapi.from_dict(office.gate._app.openapi())  # type: ignore[attr-defined]
        self._count = 0
        self._digest = ""
        self._begin()

    def close(self) -> None:
        self.transport.close()

    def _begin(self) -> None:
        self._count += 1
        self.chain = Chain(TillId(f"T-fuzz{self._count}"))
        self.transport: Transport = self.office.enrolled(self.chain)
        head = self.chain.head
        hello = Hello(
            till=head.till,
            epoch=1,
            server_epoch=self.office.desk.server_epoch,
            last_seq=0,
            last_hash="00" * 32,
            acked=0,
            granted=(),
        )
        assert isinstance(self.transport.hello(hello), HelloOk)
        self._digest = self._everything()

    def say(self, path: str, body: bytes, content_type: str = "application/json") -> requests.Response:
        """Send it, signed; check what holds for every answer."""
        answer = self._sent(path, body, content_type)
        assert answer.status_code < 500, (answer.status_code, answer.text[:500])
        assert "Traceback" not in answer.text
        assert answer.status_code != 401, answer.text
        now = self._everything()
        if answer.status_code >= 400:
            assert answer.json()
            assert now == self._digest, f"{answer.status_code} has left something behind"
        self._digest = now
        if answer.status_code == 200 and answer.json().get("answer") == "fenced":
            self.close()
            self._begin()
        return answer

    def true_to_itself(self, body: Any) -> Any:
        """The message with this till's own name in it, so that it is not refused for another's."""
        if not isinstance(body, dict):
            return body
        ours = {"till": self.chain.head.till, "epoch": 1, "server_epoch": self.office.desk.server_epoch}
        ours |= {"wallet": "w-zhang", "unit": "principal"}
        return body | {name: value for name, value in ours.items() if name in body}

    def _sent(self, path: str, body: bytes, content_type: str) -> requests.Response:
        while True:
            headers = self.transport._headers(path, body, content_type, is_signed=True)
            with self.transport._line.post(path, headers, body, (3, 20)) as answer:
                _ = answer.content  # read while the line is there
            nonce = answer.headers.get("Membertill-Nonce")
            if nonce is None:
                return answer
            self.transport._signing.adopt(nonce)

    def _everything(self) -> str:
        def look(connection: Connection) -> str:
            rows = {
                table.name: sorted(map(repr, connection.execute(select(table)))) for table in metadata.sorted_tables
            }
            return hashlib.sha256(json.dumps(rows).encode()).hexdigest()

        return self.office.desk.database.read(look)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def prober(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prober]:
    folder: Path = tmp_path_factory.mktemp("fuzz")
    with ExitStack() as stack:
        if request.param == "sqlite":
            database = open_sqlite(folder / "office.db", KEY)
        else:
            server = request.getfixturevalue("postgres_server")
            database = open_postgres(stack.enter_context(office_on_postgres(server)))
        stack.callback(database.close)
        database.write(migrate)
        desk = Desk(database)
        desk.give(100_000)
        with running(desk, folder) as office:
            made = Prober(office)
            yield made
            made.close()
            desk.check()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("path", MESSAGES)
def test_messages_of_the_description_and_others(prober: Prober, path: str, mode: GenerationMode) -> None:
    @QUICK
    @given(case=prober.schema[path]["POST"].as_strategy(generation_mode=mode), is_true=st.booleans())
    def say(case: Any, is_true: bool) -> None:
        body = prober.true_to_itself(whole(case.body)) if is_true else case.body
        raw = body if isinstance(body, bytes) else json.dumps(body).encode() if _is_json(body) else b""
        answer = prober.say(path, raw, case.media_type or "application/json")
        assert answer.status_code in {200, 400, 403, 410, 413, 422}

    say()


def whole(value: Any) -> Any:
    """JSON knows one kind of number: 5.0 is a whole one to the description, not to us."""
    if isinstance(value, dict):
        return {name: whole(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _is_json(body: object) -> bool:
    return body is None or isinstance(body, (dict, list, str, int, float, bool))


@pytest.mark.parametrize("path", MESSAGES)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[" * 60_000,
        b'{"till":' * 7_000,
        b'{"want":' + b"9" * 6_000 + b"}",
        b'{"till":"\\ud800","epoch":1}',
        b'{"till":"a\\u0000b","epoch":1}',
        b'{"epoch":NaN}',
        b'{"epoch":1e400}',
        b"\xff\xfe{\x00}\x00",
        b'{"till":"T","till":"U"}',
    ],
)
def test_json_that_parsers_stumble_over(prober: Prober, path: str, body: bytes) -> None:
    for content_type in ("application/json", "application/json; charset=utf-16", "text/plain", "", "x"):
        assert prober.say(path, body, content_type).status_code == 400


def test_other_methods_and_paths_are_no_door(prober: Prober) -> None:
    address, certificate = prober.office.address, prober.office.certificate
    for path in ("/v1/push", "/v1/hello", "/v1/nothing", "/", "/docs", "/v1/push/../enrol", "/%00", "/v1/hello?x=%ff"):
        for method in ("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"):
            answer = requests.request(method, address + path, verify=certificate, timeout=10)
            assert answer.status_code in {401, 404, 405}, (method, path, answer.status_code)


# --- events

name = st.sampled_from(["w-zhang", "principal", "", "x" * 300, "a\x00b", "\ud800", "长" * 50, "lease:T02"]) | st.text(
    max_size=8
)
lot = st.sampled_from(["top_up||", "||", "|", "a|b|c|d", "gift||2026-12-31", "x|9999999999999|"]) | st.text(max_size=6)
amount: st.SearchStrategy[Any] = st.integers(-(10**13), 10**13) | st.sampled_from(
    [0, 2**63, -(2**63) - 1, 10**40, True, 1.5, None, "1"]
)
posting = st.tuples(name, name, lot, st.sampled_from(["office", "lease:OWN", "house:redeemed"]) | name, amount, name)
entry = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["redemption", "top_up", "lease_return", "lease_grant", "write_off", "nothing"]),
        "postings": st.lists(posting.map(list), max_size=4) | st.none(),
    }
)
junk: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
body = st.fixed_dictionaries({"entries": st.lists(entry, max_size=3) | junk}) | junk
envelope = st.fixed_dictionaries(
    {
        "id": name | junk,
        "kind": st.sampled_from(["sale", "lease_returned", "a kind of tomorrow"]) | junk,
        "version": st.sampled_from([1, 2, -1, 2**40]) | junk,
        "business_date": name,
        "body": body,
    }
)


def balanced(pair: tuple[list[Any], Any]) -> dict[str, Any]:
    """An entry whose two postings sum to 0, whatever else they are."""
    row, target = pair
    return {"kind": "redemption", "postings": [row, [*row[:3], target, -row[4], row[5]]]}


sound_posting = st.tuples(
    st.sampled_from(["w-zhang", "w-li"]),
    st.sampled_from(["principal", "points", "coupon:x"]),
    st.sampled_from(["top_up||", "gift||2026-12-31"]),
    st.sampled_from(["lease:OWN", "office", "house:redeemed"]),
    st.integers(-(10**13), 10**13),
    st.just("shop"),
).map(list)
sound = st.tuples(sound_posting, st.sampled_from(["lease:OWN", "office", "house:redeemed", "house:accrued"])).map(
    balanced
)
sound_body = st.fixed_dictionaries({"entries": st.lists(sound, min_size=1, max_size=3)})


@QUICK
@given(events=st.lists(st.tuples(envelope, sound_body, st.booleans()) | st.binary(max_size=40), min_size=1, max_size=5))
def test_any_bytes_are_taken_as_events_and_the_books_stay_right(prober: Prober, events: list[Any]) -> None:
    chain = prober.chain
    since = chain.head.seq
    for event in events:
        chain.raw(event.replace(b"\n", b" ") if isinstance(event, bytes) else _written(chain, *event))
    frame = Frame(chain.head.till, 1, links_of(chain.since(since)))
    answer = prober.say("/v1/push", encode(frame), CONTENT_TYPE)
    assert (answer.status_code, answer.json()["answer"]) == (200, "ack")
    assert answer.json()["last_seq"] == chain.head.seq
    prober.office.desk.check()


where = st.floats(0, 1, exclude_max=True)


@QUICK
@given(changes=st.lists(st.tuples(where, st.integers(1, 255)), max_size=3), kept=st.just(1.0) | where)
def test_a_frame_changed_on_the_way_is_refused_whole(
    prober: Prober, changes: list[tuple[float, int]], kept: float
) -> None:
    chain = prober.chain
    since = chain.head.seq
    for _ in range(3):
        chain.plain()
    frame = encode(Frame(chain.head.till, 1, links_of(chain.since(since))))
    packed = bytearray(frame)
    for place, change in changes:
        packed[int(place * len(packed))] ^= change
    # A change of what the frame says of itself may be none: then it is the true one.
    assert prober.say("/v1/push", bytes(packed[: int(kept * len(packed))]), CONTENT_TYPE).status_code in {200, 400, 403}
    true = prober.say("/v1/push", frame, CONTENT_TYPE)
    assert (true.status_code, true.json()["answer"]) == (200, "ack")
    assert true.json()["last_hash"] == chain.head.hash.hex()


def _written(chain: Chain, told: dict[str, Any], sound_entries: Any, is_sound: bool) -> bytes:
    place = {"till": chain.head.till, "epoch": 1, "seq": chain.head.seq + 1}
    content = told | {"body": sound_entries, "id": f"e{chain.head.seq}"} if is_sound else told
    text = json.dumps(place | content, default=str)
    return text.replace("lease:OWN", f"lease:{chain.head.till}").encode("utf-8", "surrogatepass")
