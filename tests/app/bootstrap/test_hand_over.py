"""A shop that stands alone joins a chain with its history, with real processes: nothing lost, everything equal."""

import argparse
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import app.bootstrap.hand_over as hand_over
from app.bootstrap.enrol import enrol
from app.bootstrap.joining_shop import ShopThatJoins
from app.cli.demo.staff import SHOP_MANAGER
from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.ids import TillId
from app.domain.ledger import lease_at
from app.domain.pricing import price
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.ports.hand_over import Progress, Snag, Stage
from app.ports.head_office import Line, OfficeStatus, Says
from app.ports.set_up import Hitch, Ready, Stuck
from app.services.post_sale import SaleRequest
from app.storage.keys import open_key
from app.storage.places import OFFICE_FOLDER
from app.storage.verify.run import verify_files
from sync.client.office import UnreachableError
from sync.client.transport import Transport
from sync.office.storage.engines import connect_sqlite
from sync.office.storage.keys import KeyFile
from sync.protocol.code_refusal import CodeRefusal
from sync.protocol.history import HistoryPart, Received
from sync.protocol.messages import Enrolled
from tests.app.bootstrap.chain_till import MANAGER, ChainTill
from tests.app.bootstrap.office_nursery import started_with
from tests.app.bootstrap.shop_till import Balances, ShopTill, at_office, copied, demo_shop
from tests.app.domain.builders import cash, product
from tests.chain.processes import OfficeProcess, serving

TILL = TillId("T01")


def is_quiet(status: OfficeStatus) -> bool:
    return status.line is Line.ONLINE and status.heard_at > 0 and not status.waiting


@pytest.fixture(scope="module")
def lone(nursery: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with members, money and its own head office."""
    place = demo_shop(tmp_path_factory.mktemp("demo") / "shop")
    with started_with(nursery), closing(ShopTill(place)) as till:
        till.until(is_quiet)
        till.settled()
    return place


@pytest.fixture
def shop(quick_office: None, lone: Path, tmp_path: Path) -> Path:
    return copied(lone, tmp_path / "shop")


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[OfficeProcess]:
    with serving(tmp_path / "chain") as running:
        yield running


def join(folder: Path, office: OfficeProcess) -> tuple[int, str]:
    """`membertill enrol --with-history`: exit status and what it said."""
    invitation = office.invitation()
    code = f"{invitation.address}#{invitation.code}#{invitation.fingerprint}"
    options = argparse.Namespace(code=code, office=None, again=False, with_history=True, till="", manager="店长")
    out = io.StringIO()
    return enrol(folder, options, out), out.getvalue()


def at_chain(office: OfficeProcess, till: TillId) -> Balances:
    """What the chain's books say that the till holds."""
    folder = office.folder
    with closing(connect_sqlite(folder / "office.db", KeyFile(folder / "office.key").key())) as connection:
        sql = "SELECT wallet, unit, lot, balance FROM accounts WHERE place = ? AND balance <> 0"
        rows = connection.execute(sql, (lease_at(till),)).fetchall()
    return {(wallet, unit, lot): balance for wallet, unit, lot, balance in rows}


def sell(till: ChainTill) -> Sale | Refused:
    """Something, to somebody, for cash."""
    basket = Basket().add(product(1, 1_000))
    total = price(basket, till.till.programme, Moment(till.till.clock.local_date(till.till.clock.now_ms()))).total_minor
    request = SaleRequest(MANAGER, basket, till.till.programme, [cash(total)], total)
    return till.do(lambda: till.till.use_cases.post_sale(request))


def test_a_lone_shop_joins_and_heads_and_balances_are_equal(shop: Path, chain: OfficeProcess) -> None:
    held = at_office(shop, TILL)
    status, said = join(shop, chain)
    assert status == 0, said
    assert "joined as till T01" in said
    assert not (shop / OFFICE_FOLDER).exists()
    assert len(list(shop.glob(f"{OFFICE_FOLDER}-until-*"))) == 1
    assert not (shop / hand_over.HISTORY_FILE).exists()
    limits = {key for key in held if key[0].startswith("programme:")}
    assert at_chain(chain, TILL) == {key: amount for key, amount in held.items() if key not in limits}
    assert chain.command("verify")[0] == 0
    assert chain.command("suspense")[1] == "0 in suspense\n"
    assert verify_files(shop, open_key(shop)) == []
    with closing(ChainTill(shop)) as till:
        till.until(lambda now: now.says is Says.OK and not now.waiting)
        assert isinstance(sell(till), Sale)
        till.until(lambda now: now.waiting == 0)
    assert chain.command("verify")[0] == 0
    assert join(shop, chain)[0] == 2


def test_broken_off_on_the_way_it_goes_on_and_the_shop_sells_meanwhile(
    shop: Path, chain: OfficeProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = 0

    class Cut(Transport):
        """The line breaks with the third message."""

        def join(self, part: HistoryPart, content: bytes) -> Received | Enrolled:
            nonlocal parts
            parts += 1
            if parts == 3:
                raise UnreachableError("cut")
            return super().join(part, content)

    monkeypatch.setattr(hand_over, "PART_BYTES", 8_000)
    with monkeypatch.context() as patch:
        patch.setattr(hand_over, "Transport", Cut)
        status, said = join(shop, chain)
    assert status == 1
    assert "the next try goes on from there" in said
    assert chain.command("tills")[1].count("T01") == 0
    with closing(ShopTill(shop)) as till:
        till.until(is_quiet)
    assert join(shop, chain)[0] == 0
    assert chain.command("verify")[0] == 0


def test_another_shop_of_the_same_name_is_refused_in_words(shop: Path, chain: OfficeProcess, tmp_path: Path) -> None:
    twin = copied(shop, tmp_path / "twin")
    assert join(shop, chain)[0] == 0
    status, said = join(twin, chain)
    assert status == 1
    assert "a till of this name is known here" in said
    assert (twin / OFFICE_FOLDER).exists()
    with closing(ShopTill(twin)) as till:
        till.until(is_quiet)


def test_from_the_screen_it_can_be_broken_off_and_goes_on(
    shop: Path, chain: OfficeProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand_over, "PART_BYTES", 8_000)
    joins = ShopThatJoins(shop)
    invitation = chain.invitation()
    code = f"{invitation.address}#{invitation.code}#{invitation.fingerprint}"
    seen = list[Progress]()

    def broken_off(progress: Progress) -> None:
        seen.append(progress)
        if progress.done_bytes:
            joins.give_up()

    assert joins.read_code(code) is not None
    assert joins.hand_over(code, broken_off) is Snag.GIVEN_UP
    assert [each.stage for each in seen[:3]] == list(Stage)
    assert chain.command("tills")[1].count("T01") == 0
    sent = seen[-1].done_bytes
    seen.clear()
    ready = joins.hand_over(code, seen.append)
    assert isinstance(ready, Ready), ready
    assert ready.till == TILL
    assert ready.fingerprint
    assert seen[2].done_bytes == sent, "nothing is sent twice"
    assert chain.command("verify")[0] == 0
    assert joins.hand_over(code, seen.append) == ready, "who has joined is told so"


def test_what_is_in_the_way_is_told_as_a_person_can_mend_it(shop: Path, chain: OfficeProcess) -> None:
    joins = ShopThatJoins(shop)
    invitation = chain.invitation()
    wrong = f"{invitation.address}#AAAA-BBBB-CCCC#{invitation.fingerprint}"
    assert joins.hand_over(wrong, lambda _: None) == Stuck(Hitch.CODE_WRONG, CodeRefusal.WRONG)
    with closing(ShopTill(shop)) as till:
        till.until(is_quiet)
        till.worker.submit(lambda: till.till.use_cases.open_shift(SHOP_MANAGER.operator, 0)).result()
    assert joins.hand_over(wrong, lambda _: None) is Snag.SHIFT_OPEN
