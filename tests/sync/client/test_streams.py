"""The till's copies of head office's streams: shipped client, store and services against the shipped office."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from sqlalchemy import update

from app.domain.ids import OperatorId, ProductId
from app.domain.staff import PinRecord
from app.services.change_settings import CONFIG_NAME, settings_in
from app.services.codes_in_force import CodesInForce
from app.services.programme_in_force import ProgrammeInForce
from app.services.stamp import Recorder
from app.services.take_rows import TakeRows
from app.services.take_up_programme import TakeUpProgramme
from app.services.take_up_settings import TakeUpSettings
from app.settings import LeaseSettings, ShopSettings
from app.storage.pins import Argon2Pins
from app.storage.till.unit_of_work import TillUnitOfWork
from sync.client.office import OfficeError, UnreachableError
from sync.client.streams import Pace, StreamCopies
from sync.office.services.programmes import Programmes
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.services.streams.import_staff import ImportStaff
from sync.office.services.streams.set_shops import SetShops
from sync.office.storage.schema import stream_heads
from sync.office.storage.streams import bury_tombstones, put_rows
from sync.protocol.messages import Changes, Pull
from sync.protocol.streams import PULL_ANSWER, Rows, TooFar
from tests.app.domain.builders import DEMO_PROGRAMME
from tests.simulation.headoffice import HeadOffice
from tests.simulation.machine import DAY, Clock, Dice, Machine
from tests.simulation.wire import Line, Weather
from tests.sync.office.services.programme.test_publish import LIMITS, changed

T = TypeVar("T")
GOODS = b"id,name,price,gtin\nA,apple,1.20,6971088610372\nB,bread,3,\nC,cream,4.5,\n"


class Chain:
    """A head office, a till, and the copies it keeps; the line can break."""

    def __init__(self, folder: Path) -> None:
        self.weather = Weather(Random(1))
        self.weather.clear_up()
        self.office = HeadOffice(folder, Random(2))
        self.till = Machine(folder / "T01", "T01", Line(self.weather, lambda: self.office.world), Random("T01"))
        assert self.office.enrol("T01")
        self.till.session.synchronise()
        self.asked: list[Pull] = []
        self.breaks_at = 0
        self.copies = StreamCopies(self.till.store, self, lambda work: work(), TakeRows())

    def rows(self, message: Pull) -> Rows | TooFar:
        self.asked.append(message)
        if self.breaks_at and len(self.asked) >= self.breaks_at:
            raise UnreachableError
        answer = FeedRows(self.office.world)(message.model_copy(update={"limit": 2}))
        told = PULL_ANSWER.validate_json(answer.model_dump_json())
        assert not isinstance(told, Changes)
        return told

    def read(self, look: Callable[[TillUnitOfWork], T]) -> T:
        with self.till.store.unit_of_work() as uow:
            return look(uow)

    def prices(self) -> dict[str, int]:
        found = self.read(lambda uow: [uow.products.by_id(ProductId(name)) for name in "ABCDEFGH"])
        return {product.id: product.price_minor for product in found if product}

    def goods(self, table: bytes, *, is_whole: bool = False) -> None:
        ImportCatalogue(self.office.world)(table, is_whole=is_whole)

    def close(self) -> None:
        self.till.close()
        self.office.close()


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path)
    yield made
    made.close()


def test_goods_come_change_and_go(chain: Chain) -> None:
    chain.goods(GOODS)
    assert chain.copies.pull() == {"catalogue"}
    assert chain.prices() == {"A": 120, "B": 300, "C": 450}
    assert chain.copies.pull() == frozenset()
    chain.goods(b"id,name,price,gtin\nB,bread,3.10,\nD,drink,9,6971088610372\n", is_whole=True)
    assert chain.copies.pull() == {"catalogue"}
    assert chain.prices() == {"B": 310, "D": 900}
    product = chain.read(lambda uow: uow.products.by_gtin("6971088610372"))
    assert product is not None
    assert product.id == "D", "a code goes from one product to another in whatever order"


def test_as_much_is_written_at_once_as_nobody_at_the_till_feels() -> None:
    pace = Pace()
    fewest = pace.rows
    assert _after(pace, 0.0) == 2 * fewest
    assert _after(pace, 0.003) == 2 * fewest, "just right"
    assert _after(pace, 0.02) == _after(pace, 0.02) == fewest
    for _ in range(9):
        pace.go_on(0.001)
    assert fewest < pace.rows == _after(pace, 0.001)


def _after(pace: Pace, took_seconds: float) -> int:
    pace.go_on(took_seconds)
    return pace.rows


def test_a_page_is_written_in_turns_and_none_of_it_is_lost(chain: Chain) -> None:
    ticks = iter(range(1_000_000))
    chain.copies = replace(chain.copies, seconds=lambda: float(next(ticks)), pace=Pace(1))
    chain.goods(b"id,name,price\n" + b"\n".join(f"{name},x,1".encode() for name in "ABCDE"))
    assert chain.copies.pull() == {"catalogue"}
    assert sorted(chain.prices()) == list("ABCDE")


def test_a_pull_that_breaks_off_goes_on_where_it_was(chain: Chain) -> None:
    chain.goods(b"id,name,price\n" + b"\n".join(f"{name},x,1".encode() for name in "ABCDEFGH"))
    chain.copies.pull()
    chain.goods(b"id,name,price\n" + b"\n".join(f"{name},x,2".encode() for name in "ABCDEFGH"))
    chain.breaks_at = len(chain.asked) + 4 + 2  # the third page of the catalogue
    with pytest.raises(OfficeError):
        chain.copies.pull()
    assert sorted(chain.prices().values()) == [100] * 4 + [200] * 4
    chain.breaks_at = 0
    assert chain.copies.pull() == {"catalogue"}
    assert set(chain.prices().values()) == {200}
    assert [pull.cursor for pull in chain.asked if pull.stream == "catalogue"][-3:] == [12, 12, 14]


def test_a_copy_that_does_not_add_up_is_fetched_anew(chain: Chain) -> None:
    chain.goods(GOODS)
    chain.copies.pull()
    with chain.till.store.unit_of_work() as uow:  # a row that head office has not: it must go
        uow.fed.put("catalogue", {"H": uow.fed.rows("catalogue")["A"]})
        uow.products.put([uow.products.by_id(ProductId("A")) or pytest.fail("no A")])
        uow.commit()
    chain.office.world.database.write(lambda c: put_rows(c, "catalogue", {"C": None}, 1))
    spoilt = {"checkpoint": "00000000000000ff"}
    right = chain.office.world.database.read(
        lambda c: c.execute(stream_heads.select().where(stream_heads.c.stream == "catalogue")).one().checkpoint
    )
    chain.office.world.database.write(lambda c: c.execute(update(stream_heads).values(spoilt)))
    with pytest.raises(OfficeError):
        chain.copies.pull()
    assert chain.prices() == {"A": 120, "B": 300}, "goods stay on sale meanwhile"
    chain.office.world.database.write(lambda c: c.execute(update(stream_heads).values(checkpoint=right)))
    chain.copies.pull()
    assert chain.read(lambda uow: list(uow.fed.rows("catalogue"))) == ["A", "B"]


def test_a_new_till_reads_on_below_what_was_forgotten(chain: Chain) -> None:
    chain.goods(b"id,name,price\n" + b"\n".join(f"{name},x,1".encode() for name in "ABCDEF"))
    chain.goods(b"id,name,price\n" + b"\n".join(f"{name},x,1".encode() for name in "ABCDE"), is_whole=True)
    chain.office.world.database.write(lambda c: bury_tombstones(c, "catalogue", 2**60))
    chain.breaks_at = 5  # after the first page of the catalogue
    with pytest.raises(OfficeError):
        chain.copies.pull()
    chain.breaks_at = 0
    assert chain.copies.pull() == {"catalogue"}
    assert sorted(chain.prices()) == list("ABCDE")
    chain.copies.pull()
    assert [pull.anew for pull in chain.asked[-4:]] == [False] * 4


def test_after_a_restore_of_head_office_everything_is_told_anew(chain: Chain) -> None:
    chain.goods(GOODS)
    chain.copies.pull()
    backup = chain.office.back_up()
    chain.goods(b"id,name,price\nD,drink,9\n")
    chain.copies.pull()
    chain.office.restore(backup)
    assert chain.copies.pull() == frozenset(), "another epoch's rows are not ours before HELLO"
    chain.till.session.synchronise()
    chain.goods(b"id,name,price\nE,egg,1\n")
    chain.copies.pull()
    assert chain.prices() == {"A": 120, "B": 300, "C": 450, "E": 100}


def test_people_come_with_their_pin_and_keep_one_they_changed(chain: Chain) -> None:
    pins, person = Argon2Pins(), OperatorId("li")
    staff = ImportStaff(chain.office.world)

    def is_pin(pin: str) -> bool:
        record = chain.read(lambda uow: uow.staff.pin_record(person))
        return record is not None and pins.verify(record.pin_hash, pin)

    staff("id,name,role,pin\nli,李,cashier,1234\n".encode())
    chain.copies.pull()
    assert is_pin("1234")
    with chain.till.store.unit_of_work() as uow:
        record = uow.staff.pin_record(person)
        assert record is not None
        uow.staff.put(PinRecord(record.operator, pins.hash("5678"), failures=2))
        uow.commit()
    staff("id,name,role,pin\nli,李,supervisor,\n".encode())
    chain.copies.pull()
    assert is_pin("5678")
    assert chain.read(lambda uow: uow.staff.operators())[-1].role == "supervisor"
    staff("id,name,role,pin\nli,李,supervisor,4321\n".encode())
    chain.copies.pull()
    assert is_pin("4321")
    staff("id,name,role,pin\nwang,王,cashier,1111\n".encode(), is_whole=True)
    chain.copies.pull()
    assert not is_pin("4321")


def test_what_this_version_cannot_read_is_kept_and_stops_nothing(chain: Chain) -> None:
    rows = {"A": '{"name":"apple","price_minor":1,"measure":"litre","new":[1]}', "B": '{"name":"b","price_minor":2}'}
    chain.office.world.database.write(lambda c: put_rows(c, "catalogue", dict(rows), 1))
    chain.copies.pull()
    assert chain.prices() == {"B": 2}
    assert chain.read(lambda uow: uow.fed.rows("catalogue")["A"]).content == rows["A"]


def test_a_programme_begins_on_its_minute_without_a_restart(chain: Chain) -> None:
    rules = ProgrammeInForce(DEMO_PROGRAMME)
    take_up = TakeUpProgramme(chain.till.store, Recorder(Clock(), Dice(Random(3))), rules)
    programmes = Programmes(chain.office.world)
    programmes.publish(LIMITS, f"{DAY} 10:00", "chen")
    programmes.publish(changed(2, count=7), f"{DAY} 10:01", "chen")
    assert take_up() is None
    assert chain.copies.pull() == {"programmes"}
    taken = take_up()
    assert taken is not None
    assert (taken.id, taken.version) == ("club", 1)
    assert rules.programme is taken
    assert take_up() is None
    chain.office.world.database.write(
        lambda c: put_rows(c, "programmes", {"9": '{"programme":"x","version":1,"text":"?","effective_from":"2026-01-01'
                                             ' 00:00","published_at":1,"published_by":"x"}'}, 1)
    )  # fmt: skip
    chain.copies.pull()
    assert take_up() is None, "what cannot be read never takes the place of what works"


def test_settings_of_the_shop_go_before_those_of_all(chain: Chain) -> None:
    take_up = TakeUpSettings(chain.till.store, CodesInForce(ShopSettings()), "人民路店")
    shops = SetShops(chain.office.world)
    shops.set("receipt_footer", "all")
    shops.set("receipt_footer", "谢谢", "人民路店")
    shops.set("receipt_footer", "other", "别处")
    shops.set("lock_after_minutes", "soon")
    shops.set("leases", {"refund_at_risk_minor": 5_000})
    with chain.till.store.unit_of_work() as uow:
        own = ShopSettings(leases=LeaseSettings(idle_days=30))
        uow.config.put(CONFIG_NAME, own.model_dump_json())
        uow.commit()
    chain.copies.pull()
    taken = take_up()
    assert taken is not None
    assert (taken.receipt_footer, taken.lock_after_minutes) == ("谢谢", ShopSettings().lock_after_minutes)
    assert (taken.leases.refund_at_risk_minor, taken.leases.idle_days) == (5_000, 30), "the rest is the shop's own"
    assert chain.read(settings_in) == taken
    assert take_up() is None
