"""The door: who may come in, how large, how often; the till's own transport on the other side."""

import hashlib
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest.mock import patch

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.ids import WalletId
from app.domain.ledger import PRINCIPAL
from sync.client.line import OfficeLine
from sync.client.office import (
    BusyError,
    LookedUpTooOftenError,
    NotEnrolledError,
    RefusedByOfficeError,
    UnreachableError,
)
from sync.client.transport import Invitation
from sync.office.services.people.limit_look_ups import MOST_AT_ONCE, ONE_MORE_MS
from sync.office.storage.engines import open_sqlite
from sync.office.web.gate import BY_CODE, OUTSIDE, SIGNED
from sync.office.web.nonces import NONCE_LIFE_MS
from sync.protocol.messages import Ack, Gap, Granted, Hello, HelloOk, LeaseRequest, Listen, Pull
from sync.protocol.sales import SaleAsk
from sync.protocol.streams import Find, Found
from sync.protocol.wire import Frame, links_of
from tests.sync.office.conftest import KEY
from tests.sync.office.desk import Desk
from tests.sync.office.web.running import Running, running
from tests.sync.protocol.chains import TILL, Chain


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("office")
    desk = Desk(open_sqlite(folder / "office.db", KEY))
    with running(desk, folder) as served:
        yield served
    desk.database.close()


def hello(office: Running, chain: Chain) -> Hello:
    return Hello(
        till=chain.head.till,
        epoch=chain.head.epoch,
        server_epoch=office.desk.server_epoch,
        last_seq=chain.head.seq,
        last_hash=chain.head.hash.hex(),
        acked=0,
        granted=(),
    )


def frame(chain: Chain, since: int = 0) -> Frame:
    return Frame(chain.head.till, chain.head.epoch, links_of(chain.since(since)))


def lease(office: Running, chain: Chain, request_id: str, want: int = 100) -> LeaseRequest:
    return LeaseRequest(
        id=request_id,
        till=chain.head.till,
        epoch=chain.head.epoch,
        server_epoch=office.desk.server_epoch,
        wallet="w-zhang",
        unit="principal",
        want=want,
    )


def raw(office: Running, path: str, body: bytes = b"{}", **headers: str) -> requests.Response:
    with requests.Session() as session:
        session.trust_env = False
        return session.post(office.address + path, data=body, headers=headers, verify=office.certificate, timeout=10)


def look(office: Running, path: str) -> requests.Response:
    return requests.get(office.address + path, verify=office.certificate, timeout=10)


def test_a_till_enrols_says_hello_pushes_is_lent_value_and_pulls(office: Running) -> None:
    office.desk.give(1_000)
    chain = Chain(type(TILL)("T-day"))
    transport = office.enrolled(chain)
    assert isinstance(transport.hello(hello(office, chain)), HelloOk)
    assert isinstance(transport.lease(lease(office, chain, "r1")), Granted)
    chain.plain()
    chain.spend(60)
    assert isinstance(transport.push(frame(chain, 1)), Gap)
    assert isinstance(transport.push(frame(chain)), Ack)
    assert office.desk.held_by(chain) == 40
    pull = Pull(till=chain.head.till, epoch=1, server_epoch=office.desk.server_epoch, cursor=0)
    assert len(transport.pull(pull).changes) == 1
    transport.close()


def test_another_certificate_is_no_head_office_of_ours(office: Running) -> None:
    other = hashlib.sha256(b"another").hexdigest()
    chain = Chain(type(TILL)("T-pin"))
    transport = office.transport(chain, Ed25519PrivateKey.generate(), fingerprint=other)
    with pytest.raises(UnreachableError):
        transport.hello(hello(office, chain))
    transport.close()


def test_a_wrong_key_is_challenged_and_an_unknown_till_sent_away(office: Running) -> None:
    chain = Chain(type(TILL)("T-key"))
    office.enrolled(chain).close()
    thief = office.transport(chain, Ed25519PrivateKey.generate())
    with pytest.raises(NotEnrolledError):
        thief.hello(hello(office, chain))
    stranger = office.transport(Chain(type(TILL)("T-nobody")), Ed25519PrivateKey.generate())
    with pytest.raises(NotEnrolledError, match="not known"):
        stranger.hello(hello(office, Chain(type(TILL)("T-nobody"))))
    thief.close()
    stranger.close()


def test_a_till_speaks_for_itself_only(office: Running) -> None:
    one, two = Chain(type(TILL)("T-one")), Chain(type(TILL)("T-two"))
    first, second = office.enrolled(one), office.enrolled(two)
    two.plain()
    with pytest.raises(NotEnrolledError, match="another till"):
        first.push(frame(two))
    assert isinstance(second.push(frame(two)), Ack)
    first.close()
    second.close()


def body_of(request: requests.PreparedRequest) -> bytes:
    assert isinstance(request.body, bytes)
    return request.body


def test_a_replayed_request_is_refused(office: Running) -> None:
    chain = Chain(type(TILL)("T-replay"))
    transport = office.enrolled(chain)
    sent: list[requests.PreparedRequest] = []
    send = OfficeLine.send

    def spy(self: OfficeLine, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        sent.append(request)
        return send(self, request, **options)

    with patch.object(OfficeLine, "send", spy):
        transport.hello(hello(office, chain))
    replayed = raw(office, "/v1/hello", body_of(sent[-1]), **dict(sent[-1].headers))
    assert replayed.status_code == 401
    assert "Membertill-Nonce" in replayed.headers
    # A body of another's under the same signature.
    forged = raw(office, "/v1/hello", b"{}", **{**dict(sent[-1].headers), "Content-Length": "2"})
    assert forged.status_code == 401
    transport.close()


def test_a_nonce_holds_for_a_quarter_of_an_hour_of_head_offices_time(office: Running) -> None:
    chain = Chain(type(TILL)("T-old"[:5] + "x"))
    transport = office.enrolled(chain)
    transport.hello(hello(office, chain))
    office.desk.clock.now += NONCE_LIFE_MS + 1
    # The transport is told a fresh one and signs again by itself.
    assert isinstance(transport.hello(hello(office, chain)), HelloOk)
    transport.close()


@pytest.mark.parametrize("created", [0, 4_070_908_800])
def test_a_wrong_till_clock_locks_nobody_out(office: Running, created: int) -> None:
    chain = Chain(type(TILL)(f"T-clock{created}"))
    transport = office.enrolled(chain)
    with patch("sync.client.transport.time.time", lambda: float(created)):
        assert isinstance(transport.hello(hello(office, chain)), HelloOk)
    transport.close()


def test_what_is_too_large_or_malformed_is_refused_and_nothing_is_kept(office: Running) -> None:
    assert raw(office, "/v1/lease", b"x" * 100_000).status_code == 413
    assert raw(office, "/v1/enrol", b"not json").status_code == 400
    told = raw(office, "/v1/enrol", b'{"code": 5, "till": "13800001234"}')
    assert told.status_code == 400
    assert "13800001234" not in told.text
    assert raw(office, "/v1/nothing").status_code == 404
    chain = Chain(type(TILL)("T-bad"))
    transport = office.enrolled(chain)
    for body in (b"", b"junk"):
        chain.plain()
        with patch("sync.client.transport.encode", return_value=body), pytest.raises(RefusedByOfficeError):
            transport.push(frame(chain))
    transport.close()


@pytest.mark.parametrize(
    "body", [b"not json", b"\xff\xfe{", b'"\xed\xa0\x80"', b"[" * 60_000, b"", b"[]", b"5", b"null"]
)
def test_whatever_cannot_be_read_is_refused_in_one_shape(office: Running, body: bytes) -> None:
    for content_type in ("application/json", "text/plain"):
        answer = raw(office, "/v1/enrol", body, **{"Content-Type": content_type})
        assert (answer.status_code, answer.json()["error"]) == (400, "malformed")
        assert "detail" not in answer.json()


def test_an_unknown_path_or_method_is_refused_in_the_same_shape(office: Running) -> None:
    assert (raw(office, "/v1/nothing").status_code, raw(office, "/v1/nothing").json()) == (404, {"error": "not found"})
    assert look(office, "/v1/enrol").json() == {"error": "method not allowed"}


@pytest.mark.parametrize("odd", ["/v1/find%0A", "/v1/push%0A", "/v1/open/orders%0A", "/v1/enrol%0A", "/v1/find/"])
def test_a_path_that_is_nearly_one_leads_nowhere(office: Running, odd: str) -> None:
    find = b'{"till": "T01", "epoch": 1, "server_epoch": "s", "phone": "13800000000"}'
    answer = raw(office, odd, find, **{"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()) == (404, {"error": "not found"})


def test_whoever_listens_is_told_of_a_recall_and_else_waits_its_time(office: Running) -> None:
    office.desk.give(700, wallet="w-ear")
    chain = Chain(type(TILL)("T-ear"))
    transport = office.enrolled(chain)
    transport.hello(hello(office, chain))
    transport.lease(lease(office, chain, "ear-1").model_copy(update={"wallet": "w-ear"}))
    place = Listen(till="T-ear", epoch=1, server_epoch=office.desk.server_epoch, cursor=1, wait_ms=1_000)
    began = time.monotonic()
    assert transport.listen(place).head == 1
    assert time.monotonic() - began >= 1.0
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(transport.listen, place.model_copy(update={"wait_ms": 20_000}))
        time.sleep(0.2)
        began = time.monotonic()
        assert office.desk.recall(WalletId("w-ear"), PRINCIPAL) == 1
        assert waiting.result(20).head == 2
    assert time.monotonic() - began < 5.0
    transport.close()


def test_whoever_listens_takes_no_place(office: Running) -> None:
    chain = Chain(type(TILL)("T-listens"))
    transport = office.enrolled(chain)
    gate = office.gate
    gate._inside += gate._places
    place = Listen(till="T-listens", epoch=1, server_epoch=office.desk.server_epoch, cursor=0, wait_ms=0)
    try:
        assert transport.listen(place).head == 0
        gate._listening += gate._most_listening
        with pytest.raises(BusyError):
            transport.listen(place)
    finally:
        gate._inside -= gate._places
        gate._listening = 0
    with pytest.raises(RefusedByOfficeError):
        transport.listen(place.model_copy(update={"wait_ms": 10**9}))
    transport.close()


def test_a_wrong_code_is_told_without_a_hint(office: Running) -> None:
    body = b'{"code": "AAAA-BBBB-CCCC", "till": "T", "epoch": 1, "public_key": "' + b"0" * 64 + b'"}'
    answer = raw(office, "/v1/enrol", body, **{"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()) == (403, {"error": "this code is not known"})


def test_when_it_is_crowded_uploads_still_come_in(office: Running) -> None:
    chain = Chain(type(TILL)("T-crowd"))
    transport = office.enrolled(chain)
    transport.hello(hello(office, chain))
    chain.plain()
    gate = office.gate
    gate._inside += gate._places - gate._places_for_uploads
    try:
        with pytest.raises(BusyError) as busy:
            transport.lease(lease(office, chain, "crowded"))
        assert busy.value.seconds == 2
        assert isinstance(transport.push(frame(chain)), Ack)
        gate._inside += gate._places_for_uploads
        with pytest.raises(BusyError):
            transport.push(frame(chain))
        gate._inside -= gate._places_for_uploads
    finally:
        gate._inside -= gate._places - gate._places_for_uploads
    transport.close()


def test_who_looks_up_too_much_is_told_how_long_to_wait(office: Running) -> None:
    chain = Chain(type(TILL)("T-curious"))
    transport = office.enrolled(chain)

    def find(number: int) -> Found:
        find = Find(till="T-curious", epoch=1, server_epoch=office.desk.server_epoch, phone=f"139{number:08}")
        return transport.find(find)

    assert [find(number).rows for number in range(MOST_AT_ONCE)] == [()] * MOST_AT_ONCE
    sale = SaleAsk(till="T-curious", epoch=1, server_epoch=office.desk.server_epoch, receipt="T09-1-000001")
    for ask in (lambda: find(MOST_AT_ONCE), lambda: transport.sale(sale)):
        with pytest.raises(LookedUpTooOftenError) as refused:
            ask()
        assert 0 < refused.value.seconds <= ONE_MORE_MS // 1000
    assert find(0).rows == (), "what was asked for just now is answered again"
    assert isinstance(transport.hello(hello(office, chain)), HelloOk), "and everything else as ever"
    office.desk.clock.now += ONE_MORE_MS
    assert find(MOST_AT_ONCE).rows == ()
    transport.close()


def test_health_and_metrics_are_open_and_name_nobody(office: Running) -> None:
    assert look(office, "/healthz").json() == {"mode": "normal"}
    metrics = look(office, "/metrics").text
    assert "membertill_events_total" in metrics
    assert "w-zhang" not in metrics


def test_the_log_names_till_path_and_status_and_no_member(office: Running, caplog: pytest.LogCaptureFixture) -> None:
    chain = Chain(type(TILL)("T-log"))
    transport = office.enrolled(chain)

    def logged() -> list[dict[str, Any]]:
        told = [vars(record)["facts"] for record in caplog.records]
        return [facts for facts in told if facts["path"] == "/v1/lease"]

    with caplog.at_level(logging.INFO, "membertill.office.access"):
        transport.lease(lease(office, chain, "logged"))
        # A line is written when its answer has left: the till may be quicker.
        for _ in range(500):
            if len(logged()) == 2:
                break
            time.sleep(0.01)
    facts = logged()
    assert [(told["path"], told["status"]) for told in facts] == [("/v1/lease", 401), ("/v1/lease", 200)]
    assert facts[-1]["till"] == "T-log"
    assert "w-zhang" not in str(facts)
    transport.close()


def test_every_endpoint_has_its_rule_at_the_door(office: Running) -> None:
    paths = look(office, "/openapi.json").json()["paths"]
    assert set(paths) == SIGNED | BY_CODE | OUTSIDE | {"/healthz", "/metrics"}


def test_an_invitation_is_read_as_it_is_printed(office: Running) -> None:
    read = Invitation.read(f"{office.address}#7K4M-Q2XD-93FT#{office.fingerprint}")
    assert (read.address, read.code, read.fingerprint) == (office.address, "7K4M-Q2XD-93FT", office.fingerprint)
    ends = f"#a#{office.fingerprint}"
    wrong = ("https://x:84430", "https://x:abc", "https://x/shop", "https://x?a", "https://me@x", "https://:8443")
    for text in ("", "http://x#a#00", f"{office.address}#a#zz", "a#b", *(address + ends for address in wrong)):
        with pytest.raises(ValueError, match=r"."):
            Invitation.read(text)


junk_header = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    path=st.sampled_from(["/v1/hello", "/v1/push", "/v1/lease", "/v1/pull", "/v1/enrol"]),
    body=st.binary(max_size=200),
    signature_input=st.just("") | junk_header | st.just('membertill=("@method");keyid="T01/1";tag="membertill"'),
    signature=st.just("") | junk_header | st.just("membertill=:AAAA:"),
)
def test_whatever_comes_there_is_no_server_error(
    office: Running, path: str, body: bytes, signature_input: str, signature: str
) -> None:
    headers = {"Signature-Input": signature_input, "Signature": signature, "Content-Digest": "sha-256=:AAAA:"}
    answer = raw(office, path, body, **{name: value for name, value in headers.items() if value})
    assert answer.status_code in {400, 401, 403}
    assert "Traceback" not in answer.text
