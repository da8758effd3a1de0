"""Whatever answers in head office's place, the till only waits: nothing but OfficeError, and nothing is written."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.ledger import PRINCIPAL
from sync.client.line import OfficeLine
from sync.client.office import OfficeError
from sync.client.session import Session
from sync.client.state import read_sync_state
from sync.client.transport import Invitation, Transport
from tests.simulation.headoffice import WALLETS
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather

EPOCH = '"server_epoch":"another"'
STANDING = f'{EPOCH},"server_time_ms":1,"policy":{{"wallet_cap":1,"till_cap":1,"soft_expiry_ms":1}}'
OF_ANOTHER_EPOCH = [
    f'{{"answer":"ok",{STANDING}}}',
    f'{{"answer":"resend_from","seq":1,"last_hash":"{"00" * 32}",{STANDING}}}',
    f'{{"answer":"again","mark":99,{STANDING}}}',
    f'{{"answer":"ack",{EPOCH},"last_seq":1,"last_hash":"{"00" * 32}"}}',
    f'{{"answer":"gap",{EPOCH},"expected_seq":1}}',
    f'{{"answer":"granted","id":"x",{EPOCH},"wallet":"w0","unit":"principal","lots":[["a||",5]],"soft_expiry_ms":1}}',
    f'{{"answer":"changes",{EPOCH},"changes":[],"cursor":9,"more":true}}',
]
JUNK = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=60).map(str.encode),
    st.sampled_from(["null", "{}", "[]", '{"answer":"ok"}', '{"answer":"granted"}', "[" * 5_000]).map(str.encode),
    st.sampled_from(OF_ANOTHER_EPOCH).map(str.encode),
)
STATUS = st.sampled_from(
    [200, 200, 200, 201, 204, 301, 302, 400, 401, 403, 404, 409, 413, 418, 422, 429, 500, 502, 503]
)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Retry-After": st.sampled_from(["5", "soon", "-1", "9" * 30, "٣"]),
        "Membertill-Nonce": st.text(max_size=9),
    },
)


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    folder: Path = tmp_path_factory.mktemp("till") / "T01"
    made = Machine(folder, "T01", Line(Weather(Random(1)), lambda: None), Random(1))  # type: ignore[arg-type, return-value]
    yield made
    made.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    answers=st.lists(st.tuples(STATUS, JUNK, HEADERS), min_size=1, max_size=4),
    what=st.sampled_from(["sync", "ask", "push"]),
)
def test_the_till_waits_and_writes_nothing(
    till: Machine, answers: list[tuple[int, bytes, dict[str, str]]], what: str
) -> None:
    transport = Transport("https://127.0.0.1:1", "00" * 32, till="T01", epoch=1, key=Ed25519PrivateKey.generate())
    session = Session(till.store, till.session.recorder, transport, lambda work: work())
    before = _kept(till)
    given_so_far = 0

    def post(self: OfficeLine, *_told: object) -> requests.Response:
        nonlocal given_so_far
        status, content, headers = answers[min(given_so_far, len(answers) - 1)]
        given_so_far += 1
        answer = requests.Response()
        answer.status_code, answer._content = status, content
        answer.headers.update(headers)
        return answer

    does: dict[str, Callable[[], object]] = {
        "sync": session.synchronise,
        "push": session.push,
        "ask": lambda: session.ask(WALLETS[0], PRINCIPAL, 100),
    }
    with patch.object(OfficeLine, "post", post), suppress(OfficeError):
        does[what]()
    assert given_so_far < 60
    assert _kept(till) == before
    transport.close()


def _kept(till: Machine) -> object:
    with till.store.unit_of_work() as uow:
        state = read_sync_state(uow.config)
        return till.store.head, uow.outbox.leases(), state.acked, state.cursor, state.server_epoch


@given(text=st.text(max_size=200) | st.just("https://x#a#" + "00" * 32 + "#"))
def test_no_text_breaks_the_reading_of_an_invitation(text: str) -> None:
    try:
        read = Invitation.read(text)
    except ValueError:
        return
    assert read.address.startswith("https://")
