"""What goes down to a till of a chain: real processes, real TLS, and the till sells meanwhile."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.ids import CardNumber, MemberId, OperatorId, ProductId, TillId, WalletId
from app.domain.member import Card, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.ports.head_office import Line, Seeking
from app.services.post_sale import SaleRequest
from sync.office.cli import parser
from sync.office.cli.office import opened
from sync.office.services.streams.tell_members import TellMembers
from sync.office.services.world import World
from sync.office.storage.announced import announce
from sync.office.storage.cards import keep_cards
from sync.office.storage.people import Registered, keep_registered
from tests.app.bootstrap.chain_till import MANAGER, PATIENCE_S, ChainTill, enrol
from tests.app.domain.builders import cash, product
from tests.chain.processes import OfficeProcess, serving
from tests.sync.office.services.programme.test_publish import LIMITS

GOODS = "id,name,price,gtin\nA,原味吐司,12.80,6971088610372\nB,牛奶,6,\n"
STAFF = "id,name,role,pin\nwang,王,cashier,2468\n"
MANY = 6_000  # more than a till takes row by row


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeProcess]:
    with serving(tmp_path / "office") as made:
        yield made


@pytest.fixture
def till(office: OfficeProcess, tmp_path: Path) -> Iterator[ChainTill]:
    assert enrol(tmp_path / "till", office) == 0
    with closing(ChainTill(tmp_path / "till")) as made:
        yield made


@pytest.fixture
def full_till(office: OfficeProcess, tmp_path: Path) -> Iterator[ChainTill]:
    """A till that joins when head office has many members."""
    register(office, MANY)
    with _world(office) as world:
        TellMembers(world)()
    assert enrol(tmp_path / "till", office) == 0
    with closing(ChainTill(tmp_path / "till")) as made:
        yield made


def ask(office: OfficeProcess, *words: str) -> None:
    status, said = office.command(*words)
    assert status == 0, said


def register(office: OfficeProcess, count: int) -> None:
    """Members with cards, as an import would bring them."""

    with _world(office) as world:
        for start in range(0, count, 1_000):
            world.database.write(partial(_registered, numbers=range(start, min(start + 1_000, count))))


@contextmanager
def _world(office: OfficeProcess) -> Iterator[World]:
    arguments = parser().parse_args(["--folder", str(office.folder), "tills"])
    arguments.key = b""
    with opened(arguments) as made:
        yield made.world


def _registered(connection: Connection, numbers: range) -> None:
    for number in numbers:
        wallet = WalletId(f"w{number}")
        member = Member(MemberId(f"m{number}"), wallet, f"张{number}", f"138{number:08}")
        keep_registered(connection, Registered(member, "", TillId("T-old"), 1))
        keep_cards(connection, [Card(CardNumber(f"88{number:010}"), wallet, member.id)])
    announce(connection, [WalletId(f"w{number}") for number in numbers])


def sell(till: ChainTill) -> Sale | Refused:
    """Something small, for cash."""
    programme = till.till.programme
    basket = Basket().add(product(1, 700))
    day = till.do(lambda: till.till.clock.local_date(till.till.clock.now_ms()))
    total = price(basket, programme, Moment(day)).total_minor
    request = SaleRequest(MANAGER, basket, programme, [cash(total)], total)
    return till.do(lambda: till.till.use_cases.post_sale(request))


def until(is_so: Callable[[], bool], till: ChainTill) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, till.status
        till.sync.try_now()
        time.sleep(0.1)


def test_goods_people_and_programmes_come_down(office: OfficeProcess, till: ChainTill, tmp_path: Path) -> None:
    cases = till.till.use_cases
    for name, table in (("catalogue", GOODS), ("staff", STAFF)):
        (tmp_path / f"{name}.csv").write_text(table, encoding="utf-8")
        ask(office, name, "import", str(tmp_path / f"{name}.csv"))
    (tmp_path / "club.toml").write_text(LIMITS, encoding="utf-8")
    ask(office, "publish", str(tmp_path / "club.toml"), "--from", "2026-01-01")
    ask(office, "setting", "receipt_footer", "谢谢光临", "--shop", "人民路店")
    until(lambda: bool(till.do(lambda: cases.list_products.search("牛奶"))), till)
    until(lambda: not isinstance(till.do(lambda: cases.sign_on(OperatorId("wang"), "2468")), Refused), till)
    until(lambda: till.do(cases.take_up_programme) is not None, till)
    assert cases.top_up_card.desk.programme.id == "club"
    until(lambda: till.do(cases.take_up_settings) is not None, till)
    assert till.do(cases.change_settings.read).receipt_footer == "谢谢光临"
    found = till.do(lambda: cases.look_up("6971088610372"))
    assert not isinstance(found, Refused)
    assert till.do(lambda: cases.list_products.search("原味"))[0].id == ProductId("A")


def test_a_file_of_members_comes_while_the_till_sells_and_head_office_dies_half_way(
    office: OfficeProcess, full_till: ChainTill
) -> None:
    till, cases = full_till, full_till.till.use_cases
    sold, last = 0, CardNumber(f"88{MANY - 1:010}")

    def sell_and_look() -> bool:
        nonlocal sold
        assert isinstance(sell(till), Sale)
        sold += 1
        return isinstance(till.do(lambda: cases.view_member.by_card(last)), MemberView)

    until(lambda: any(status.copying for status in till.told), till)
    office.kill()
    assert isinstance(sell(till), Sale)
    office.start()
    until(sell_and_look, till)
    assert sold
    until(lambda: till.status.line is Line.ONLINE and not till.status.waiting, till)
    assert len(list(till.folder.glob("directory-*.db"))) == 2, "the one before stays as fall-back"
    office.assert_nothing_broke()


def test_a_member_of_another_region_is_found_at_the_swipe(office: OfficeProcess, tmp_path: Path) -> None:
    ask(office, "region", "人民路店", "east")
    ask(office, "region", "别处", "west")
    assert enrol(tmp_path / "till", office) == 0
    with closing(ChainTill(tmp_path / "till")) as till:
        # They were registered at a till of the other region.
        with _world(office) as world:
            row = "INSERT INTO tills VALUES ('T-old', '别处', 'shop', 1)"
            world.database.write(lambda c: c.exec_driver_sql(row))
        register(office, 3)
        until(lambda: till.status.line is Line.ONLINE, till)
        cases = till.till.use_cases
        assert isinstance(till.do(lambda: cases.view_member.by_card(CardNumber("880000000001"))), Refused)
        began = time.monotonic()
        assert till.sync.look_elsewhere(card="880000000001").result(PATIENCE_S) is Seeking.FOUND
        assert time.monotonic() - began < 5.0  # 1.5 s is what a customer waits; the rest is for a busy test machine
        view = till.do(lambda: cases.view_member.by_card(CardNumber("880000000001")))
        assert isinstance(view, MemberView)
        assert view.member is not None
        assert view.member.name == "张1"
        # Their card is stopped at head office: a till that has them as guests hears of it.
        ask(office, "members", "freeze", "880000000001", "--by", "wang", "--reason", "asked for it")
        until(lambda: isinstance(till.do(lambda: cases.view_member.by_card(CardNumber("880000000001"))), Refused), till)
        assert till.sync.look_elsewhere(phone="19999999999").result(PATIENCE_S) is Seeking.NOBODY
