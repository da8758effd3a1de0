"""Services to a member on the screen: the list, one that costs money, one refused, one had."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from app.domain.errors import Refused, Why
from app.domain.lease import Grant
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.member import MemberView
from app.domain.programme.model import Pass, Redemption, TenderType
from app.domain.tender import Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.domain.value.services import Offered
from app.ports.head_office import Lending, Lent, Line, OfficeStatus, Says
from app.services.programme_in_force import ProgrammeInForce
from app.ui.benefits.presenter import BenefitsPresenter
from app.ui.session import Session
from app.ui.tender.value_desk import ValueDesk
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_office import FollowsAtOnce, MemoryOffice
from tests.app.ui.memory_shop import CASHIER, ZHANG, AtOnce, MemoryShop, memory_shop

MUG = Redemption(id="mug", names={"en": "Mug"}, points=400, product="mug")
BAG = Redemption(id="bag", names={"en": "Bag"}, points=1_200, product="bag")
CAR = Redemption(id="car", names={"en": "Car"}, points=900_000, product="car")
COFFEE = Pass(id="coffee", names={"en": "Coffee"}, price_minor=9_900, visits=10)


@dataclass
class Side:
    """Remembers what it was told."""

    offered: Sequence[Offered] = ()
    asked: list[Offered] = field(default_factory=list)
    doubted: list[Offered] = field(default_factory=list)
    done: list[ServiceDeal] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)
    asking: list[tuple[int, Unit]] = field(default_factory=list)

    def show_services(self, view: MemberView, offered: Sequence[Offered]) -> None:
        self.offered = offered

    def ask_payment(self, offered: Offered) -> None:
        self.asked.append(offered)

    def ask_again(self, offered: Offered) -> None:
        self.doubted.append(offered)

    def show_done(self, offered: Offered, deal: ServiceDeal) -> None:
        self.done.append(deal)

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused)

    def look_for_payments(self) -> None:
        pass

    def show_asking(self, missing: int, unit: Unit) -> None:
        self.asking.append((missing, unit))

    def hide_asking(self) -> None:
        pass

    def one(self, about: str) -> Offered:
        return next(each for each in self.offered if each.about == about)


@pytest.fixture
def shop() -> MemoryShop:
    shop = memory_shop()
    shop.open_shift()
    return shop


def desk(
    shop: MemoryShop, side: Side, posted: list[ServiceDeal], office: MemoryOffice | None = None
) -> BenefitsPresenter:
    programme = replace(shop.programme, redemptions=(MUG, BAG, CAR), passes=(COFFEE,), draws=())
    service = shop.use_cases.have_service
    use_cases = replace(
        shop.use_cases, have_service=replace(service, desk=replace(service.desk, rules=ProgrammeInForce(programme)))
    )
    session: Session = session_of(shop)
    session.sign_on(CASHIER)
    asks = ValueDesk(side, office or MemoryOffice(), FollowsAtOnce(), session, lambda then: then())
    return BenefitsPresenter(side, AtOnce(), use_cases, session, posted.append, asks)


def test_what_can_be_had_stands_in_front_and_is_had_at_once(shop: MemoryShop) -> None:
    side, posted = Side(), list[ServiceDeal]()
    presenter = desk(shop, side, posted)
    presenter.begin(shop.view())
    assert [each.about for each in side.offered] == ["mug", "coffee", "bag", "car"]
    presenter.choose(side.one("mug"))
    assert [deal.service for deal in side.done] == [Service.REDEMPTION]
    assert posted == side.done
    assert sum(take.amount for take in posted[0].taken if take.unit == POINTS) == 400
    assert not presenter.is_posting


def test_what_cannot_be_had_says_why_and_what_costs_money_is_paid_first(shop: MemoryShop) -> None:
    side = Side()
    presenter = desk(shop, side, [])
    presenter.begin(shop.view())
    presenter.choose(side.one("car"))
    presenter.choose(side.one("coffee"))
    assert [refused.why for refused in side.refusals] == [Why.POINTS_SHORT]
    assert [each.price_minor for each in side.asked] == [9_900]
    presenter.have(side.one("coffee"), ())
    assert side.refusals[-1].why is Why.TENDER_SHORT
    assert side.done == []


def test_points_that_lie_elsewhere_are_asked_for_and_then_it_is_had(shop: MemoryShop) -> None:
    side, office, posted = Side(), MemoryOffice(), list[ServiceDeal]()
    presenter = desk(shop, side, posted, office)
    presenter.begin(shop.view())
    presenter.choose(side.one("bag"))
    assert [refused.why for refused in side.refusals] == [Why.SERVICE_ELSEWHERE]
    office.status = OfficeStatus(line=Line.ONLINE, says=Says.OK)
    presenter.choose(side.one("bag"))
    assert (side.asking, office.units) == ([(200, POINTS)], [(POINTS,)])
    assert not posted
    grant = Grant(ZHANG.wallet, POINTS, Lot("here"), 260)
    shop.store.ledger.grant(shop.store.journal.events[-1], [grant])
    office.answers[-1].set_result(Lent(Lending.LENT, 260))
    assert [deal.about for deal in posted] == ["bag"]


def test_points_that_do_not_come_leave_everything_as_it_was(shop: MemoryShop) -> None:
    side, office, posted = Side(), MemoryOffice(), list[ServiceDeal]()
    presenter = desk(shop, side, posted, office)
    presenter.begin(shop.view())
    office.status = OfficeStatus(line=Line.ONLINE, says=Says.OK)
    presenter.choose(side.one("bag"))
    office.answers[-1].set_result(Lent(Lending.SHORT))
    assert [refused.why for refused in side.refusals] == [Why.SERVICE_ELSEWHERE]
    assert (posted, len(office.asked)) == ([], 1)


def test_the_same_thing_at_once_again_is_asked_about(shop: MemoryShop) -> None:
    side, posted = Side(), list[ServiceDeal]()
    presenter = desk(shop, side, posted)
    presenter.begin(shop.view())
    presenter.choose(side.one("mug"))
    presenter.choose(side.one("mug"))
    assert [each.about for each in side.doubted] == ["mug"]
    assert len(posted) == 1
    shop.clock.pass_ms(2_000)
    presenter.choose(side.one("mug"))
    assert len(posted) == 2


def test_cash_may_be_more_than_the_price(shop: MemoryShop) -> None:
    side, posted = Side(), list[ServiceDeal]()
    presenter = desk(shop, side, posted)
    presenter.begin(shop.view())
    presenter.have(side.one("coffee"), (Tendered("cash", TenderType.CASH, 10_000),))
    ((tender,), (deal,)) = posted[0].tenders, posted
    assert (tender.given_minor, deal.amount_minor) == (10_000, 9_900)
