"""A shop that joins brings what is its own: nothing of the chain's members, and nothing that nobody could read."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import zstandard
from sqlalchemy import Connection, func, select

from app.domain.ids import CardNumber, MemberId, TillId, WalletId
from app.domain.ledger import OFFICE
from app.domain.member import Card, CardState, Member
from sync.office.services.joining import history_file
from sync.office.services.joining.hand_over import HandOver
from sync.office.services.joining.history_file import HistoryRefusedError
from sync.office.services.joining.take_shop_over import TakeShopOver
from sync.office.services.tills.enrol import MakeCode
from sync.office.storage.cards import keep_cards
from sync.office.storage.engines import open_sqlite
from sync.office.storage.history import received
from sync.office.storage.migrate import migrate
from sync.office.storage.people import Registered, claim_phone, keep_registered
from sync.office.storage.schema import accounts, cards, chains, joining, member_wallets, members
from sync.protocol.history import HistoryPart, Received
from sync.protocol.messages import Enrolled
from tests.sync.office.conftest import KEY as DATABASE_KEY
from tests.sync.office.desk import KEY, Desk

THEIRS, MINE = WalletId("w-theirs"), WalletId("w-zhang")
_LOT = "top_up||"


def _register(wallet: WalletId, member: str, phone: str) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        who = Member(MemberId(member), wallet, "会员", phone, joined_on="2025-01-01")
        keep_registered(connection, Registered(who, "", TillId("T01"), 0))
        claim_phone(connection, phone, wallet)
        keep_cards(connection, [Card(CardNumber(f"88{phone}"), wallet, MemberId(member), CardState.ACTIVE)])

    return work


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Sequence[bytes]:
    """The file of a shop with one member, who has money."""
    folder = tmp_path_factory.mktemp("lone")
    database = open_sqlite(folder / "office.db", DATABASE_KEY)
    database.write(migrate)
    lone = Desk(database)
    till = lone.newcomer()
    till.top_up(10_000)
    till.give_back(10_000)
    lone.push(till)
    database.write(_register(MINE, "m-zhang", "13800000009"))
    HandOver(lone.world)(folder / "history")
    database.close()
    with zstandard.ZstdDecompressor().stream_reader((folder / "history").read_bytes()) as reader:
        return reader.read().splitlines(keepends=True)


@pytest.fixture
def chain(desk: Desk) -> Desk:
    """A chain with a member of its own, who has money as well."""
    desk.give(5_000, wallet=THEIRS)
    desk.database.write(_register(THEIRS, "m-theirs", "13800000001"))
    return desk


class Joiner:
    """Sends a file, whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.code = MakeCode(desk.world)("东风路店")

    def part(self, packed: bytes, content: bytes, offset: int = 0) -> Received | Enrolled:
        digest = hashlib.sha256(packed).hexdigest()
        part = HistoryPart(
            code=self.code, till="T01", epoch=1, public_key=KEY, digest=digest, size=len(packed), offset=offset
        )
        return TakeShopOver(self._desk.world)(part, content)

    def send(self, lines: Sequence[bytes]) -> Received | Enrolled:
        packed = zstandard.compress(b"".join(lines))
        return self.part(packed, packed)


def _row(table: str, *values: Any) -> bytes:
    return json.dumps([table, values]).encode() + b"\n"


def _counts(desk: Desk) -> Sequence[int]:
    tables = (accounts, cards, chains, member_wallets, members, joining)

    def work(connection: Connection) -> Sequence[int]:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]

    return desk.database.read(work)


def _refused(desk: Desk, lines: Sequence[bytes]) -> None:
    """And nothing of it is here."""
    before = _counts(desk)
    with pytest.raises(HistoryRefusedError):
        Joiner(desk).send(lines)
    assert _counts(desk) == before


def test_what_is_its_own_is_taken(chain: Desk, lines: Sequence[bytes]) -> None:
    assert isinstance(Joiner(chain).send(lines), Enrolled)
    assert chain.balance(OFFICE, wallet=MINE) == 10_000
    chain.check()


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(_row("cards", "880000000777", THEIRS, "m-zhang", "active"), id="a card of one of the chain's"),
        pytest.param(_row("merges", THEIRS, "m-theirs", MINE, "", "", 0), id="one of the chain's ends in one of mine"),
        pytest.param(_row("merges", MINE, "m-zhang", THEIRS, "", "", 0), id="one of mine ends in one of the chain's"),
        pytest.param(_row("marks", THEIRS, "mark"), id="something that one of the chain's has had"),
        pytest.param(_row("awaited", THEIRS, "principal", _LOT, "house:expired", 5_000), id="value asked back"),
        pytest.param(_row("member_wallets", "m-theirs", MINE), id="one of the chain's lives in my wallet"),
        pytest.param(_row("members", "w-new", "m-theirs", "", "", "", "", "", "{}", "", "", "", 0), id="who they are"),
        pytest.param(_row("leases", MINE, "principal", _LOT, "T-old", 1, 9_000), id="a total of another till"),
        pytest.param(_row("accounts", "w-new", "refund", "refund||", "lease:T-old", 0), id="value at another till"),
        pytest.param(_row("accounts", "sale:T-old:s1", "refund", "refund||", "office", 0), id="another's refund"),
        pytest.param(_row("accounts", "programme:club", "budget:b", "||", "office", 0), id="a limit for all"),
        pytest.param(_row("disputes", "T-old", 1, 1, "k", "s", "{}", 0, "", "", 0), id="a dispute of another till"),
    ],
)
def test_nothing_of_the_chains_is_the_files_to_change(chain: Desk, lines: Sequence[bytes], row: bytes) -> None:
    _refused(chain, [*lines, row])
    _refused(chain, [lines[0], row, *lines[1:]])


def test_wallets_that_end_in_one_another_are_refused(chain: Desk, lines: Sequence[bytes]) -> None:
    ring = [_row("merges", "w-a", "", "w-b", "", "", 0), _row("merges", "w-b", "", "w-a", "", "", 0)]
    _refused(chain, [*lines, *ring])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(_row("marks", "w-new", "a\0b"), id="a NUL"),
        pytest.param(_row("marks", "w-new", 7), id="a number for a text"),
        pytest.param(_row("awaited", "w-new", "points", "||", "house:expired", 2**63), id="a number too large"),
        pytest.param(_row("awaited", "w-new", "points", "||", "house:expired", "1,2"), id="a text for a number"),
        pytest.param(_row("accounts", "w-new", "points", "||", "office", 0.0), id="a fraction"),
        pytest.param(_row("members", "w-new", "m-new", "", "", "", "", "", "[", "", "", "", 0), id="no JSON"),
        pytest.param(_row("members", "w-new", "m-new", "", "", "", "", "", "7", "", "", "", 0), id="other JSON"),
        pytest.param(_row("standings", "w-new", "{", "", "", 0), id="nobody"),
        pytest.param(b"[" * 100_000 + b"\n", id="a deep hole"),
        pytest.param(b'["office_state",[1]]\n', id="a table that is nobody's"),
    ],
)
def test_what_nobody_could_read_is_refused_and_nothing_kept(chain: Desk, lines: Sequence[bytes], row: bytes) -> None:
    _refused(chain, [*lines, row])


def test_a_line_that_no_memory_holds_is_not_unpacked(
    chain: Desk, lines: Sequence[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_file, "_LONGEST_LINE", 100_000)
    _refused(chain, [*lines, b" " * 100_001])
    _refused(chain, [b" " * 100_001, *lines])


def test_of_all_files_no_more_is_kept_than_one_may_have(chain: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_file, "LARGEST_FILE", 1_000)
    joiner = Joiner(chain)
    files = [bytes([number]) * 900 for number in range(5)]
    for file in files:
        joiner.part(file, file[:600])
    digests = [hashlib.sha256(file).hexdigest() for file in files]
    assert chain.database.read(lambda c: [received(c, digest) for digest in digests]) == [0, 0, 0, 0, 600]
