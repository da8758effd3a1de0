"""A small shop on a real encrypted store: two products, 张三 with a card, three people behind the counter."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from app.bootstrap.wiring import Outside, ShopRules, wire
from app.domain.basket import Basket
from app.domain.catalogue import Measure, Product
from app.domain.errors import Refused, Why
from app.domain.ids import (
    CardNumber,
    EventId,
    MemberId,
    MerchantId,
    OperatorId,
    ProductId,
    TierId,
    TillId,
    WalletId,
    uuid7,
)
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot
from app.domain.member import Card, CardState, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.model import Programme
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Sale
from app.domain.staff import Operator, PinRecord, Role
from app.domain.tender import Tendered
from app.paths import resources_dir
from app.services.post_sale import SaleRequest
from app.settings import ShopSettings
from app.storage.keys import StoreKey
from app.storage.templates import SHOP_FOLDER, TemplateFolders
from app.storage.till.store import TillStore
from app.ui.words import read_all_words
from tests.app.domain.builders import DEMO_PROGRAMME
from tests.app.outside import CountedBytes, FixedClock, ListedMembers, PlainPins

NOON = 1_795_320_000_000  # 2026-11-22 12:00:00 in Shanghai
TILL, MERCHANT = TillId("T01"), MerchantId("xiaoman")
ZHANG, LI, ANON = WalletId("w-zhang"), WalletId("w-li"), WalletId("w-anon")
ZHANG_CARD, LI_CARD, FROZEN_CARD = CardNumber("880000000013"), CardNumber("880000000021"), CardNumber("880000000039")
CASHIER = Operator(OperatorId("chen"), "小陈", Role.CASHIER)
SUPERVISOR = Operator(OperatorId("zhou"), "老周", Role.SUPERVISOR)
MANAGER = Operator(OperatorId("lin"), "林经理", Role.MANAGER)
AUDITOR = Operator(OperatorId("sun"), "孙审计", Role.AUDITOR)
MILK = Product(
    ProductId("p1"), "鲜牛奶 950 毫升", 1_280, gtin="6901234567892", category="dairy", member_price_minor=1_180
)
TEA = Product(
    ProductId("p2"), "明前龙井 50 克", 16_800, gtin="6901234567908", category="tea", tax_rate_basis_points=1_300
)
APPLE = Product(ProductId("p3"), "红富士苹果", 1_598, Measure.KILOGRAM, plu="00011", category="fresh")


class Shop:
    """The shop with everything wired as bootstrap does."""

    def __init__(self, data_dir: Path, programme: Programme = DEMO_PROGRAMME, cap_minor: int | None = None) -> None:
        self.data_dir = data_dir
        self.key = StoreKey(bytes(range(32)))
        self.clock, self.randomness = FixedClock(NOON), CountedBytes()
        self.directory = _directory()
        self.programme, self.cap_minor = programme, cap_minor
        self.says: Why | None = None
        self.open()
        if not self.store.is_enrolled:
            self._furnish()

    def open(self) -> None:
        """Open the store and wire the use cases, as at every start."""
        self.store = TillStore.open(self.data_dir, self.key)
        outside = Outside(
            self.store,
            self.directory,
            self.clock,
            self.randomness,
            PlainPins(),
            guard=lambda _config, _now: self.says,
            cap=lambda _config: self.cap_minor,
            sign=lambda data: hashlib.sha512(data).digest(),
        )
        words = read_all_words()
        templates = TemplateFolders(resources_dir() / "receipts", self.data_dir / SHOP_FOLDER, words)
        self.use = wire(outside, ShopRules(ShopSettings(), self.programme, words, {"generic-80": 48}, templates))

    def reopen(self) -> None:
        """The till is switched off and on again."""
        self.store.close()
        self.open()

    def swipe(self, card: CardNumber = ZHANG_CARD) -> MemberView:
        """The member behind a card."""
        view = self.use.look_up(card)
        assert isinstance(view, MemberView), view
        return view

    def sell(
        self, *tendered: Tendered, goods: Sequence[Product] = (MILK, TEA), card: CardNumber | None = None
    ) -> Sale | Refused:
        """Sell these goods; without tenders it is paid in exact cash."""
        basket = Basket().with_member(self.swipe(card) if card else None)
        for product in goods:
            basket = basket.add(product)
        total = price(basket, DEMO_PROGRAMME, moment_at(self.clock.local_time(self.clock.wall))).total_minor
        kind = DEMO_PROGRAMME.tender_kind("cash")
        assert kind is not None
        paid = tendered or (Tendered("cash", kind.type, total),)
        return self.use.post_sale(SaleRequest(CASHIER, basket, DEMO_PROGRAMME, paid, total))

    def _furnish(self) -> None:
        self.store.enrol(TILL, MERCHANT, 1, clock=self.clock, randomness=self.randomness)
        with self.store.unit_of_work() as uow:
            for operator, pin in ((CASHIER, "1111"), (SUPERVISOR, "2222"), (MANAGER, "8888"), (AUDITOR, "3333")):
                uow.staff.put(PinRecord(operator, PlainPins().hash(pin)))
            uow.products.replace_all([MILK, TEA, APPLE], 1)
            grants = [
                Grant(ZHANG, PRINCIPAL, Lot("top_up"), 50_000),
                Grant(ZHANG, BONUS, Lot("top_up", "", "2027-12-31"), 5_000),
                Grant(ZHANG, POINTS, Lot("sale", "2026-01-01", "2027-12-31"), 300),
                Grant(LI, PRINCIPAL, Lot("top_up"), 12_000),
            ]
            body = {"grants": [[g.wallet, g.unit, g.lot.key, g.total] for g in grants]}
            now = self.clock.now_ms()
            identity = EventId(uuid7(now, self.randomness.bytes(10)))
            event = uow.journal.append(Draft(identity, Kind.LEASE_GRANTED, now, self.clock.local_date(now), body))
            uow.ledger.grant(event, grants)
            uow.commit()


def _directory() -> ListedMembers:
    zhang = Member(MemberId("m-zhang"), ZHANG, "张三", "13800001234", TierId("silver"), measures={"spend": 150_000})
    li = Member(MemberId("m-li"), LI, "李四", "13900005678", TierId("gold"))
    return ListedMembers(
        {zhang.id: zhang, li.id: li},
        {
            ZHANG_CARD: Card(ZHANG_CARD, ZHANG, zhang.id),
            LI_CARD: Card(LI_CARD, LI, li.id),
            FROZEN_CARD: Card(FROZEN_CARD, ZHANG, zhang.id, CardState.FROZEN),
        },
        {ZHANG: {PRINCIPAL: 50_000, BONUS: 5_000, POINTS: 300}, LI: {PRINCIPAL: 50_000}},
        {zhang.id: ("zs", "zhangsan")},
    )
