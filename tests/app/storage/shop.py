"""A shop for storage tests: a real store in a directory, and the services that trade in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from app.domain.catalogue import Product
from app.domain.ids import CardNumber, EventId, MemberId, MerchantId, OperatorId, TillId, WalletId, uuid7
from app.domain.journal import Draft, Event, Kind
from app.domain.lease import Grant
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.member import Card, Consent, Holding, Member, MemberView
from app.domain.sale.facts import Refund, Sale
from app.domain.shift import CashDirection, Shift
from app.domain.staff import Approval, Operator, Permission, PinRecord, Role
from app.domain.tender import Tendered
from app.domain.value.facts import PrincipalRefund, TopUp, Transfer
from app.ports.directory import DirectoryMark
from app.services.change_card import ChangeCard
from app.services.change_member import ChangeMember
from app.services.close_shift import CloseShift
from app.services.codes_in_force import CodesInForce
from app.services.move_cash import MoveCash
from app.services.open_shift import OpenShift
from app.services.post_sale import PostSale, SaleRequest
from app.services.programme_in_force import ProgrammeInForce
from app.services.refund_principal import PayOut, RefundPrincipal
from app.services.refund_sale import RefundSale
from app.services.register_member import NewMember, RegisterMember
from app.services.stamp import Recorder
from app.services.top_up_card import TopUpCard, TopUpRequest
from app.services.transfer_value import TransferValue
from app.services.value_desk import ValueDesk
from app.settings import ShopSettings
from app.storage.keys import StoreKey
from app.storage.till.store import TillStore
from tests.app.domain.builders import DEMO_PROGRAMME, basket_of, cash, priced, product, stored_value

KEY = StoreKey(bytes(range(32)))
TILL, MERCHANT = TillId("T01"), MerchantId("shop-1")
CASHIER = Operator(OperatorId("chen"), "陈", Role.CASHIER)
SUPERVISOR = Operator(OperatorId("zhou"), "周", Role.MANAGER)
START_MS = 1_764_000_000_000
PRODUCTS = tuple(product(number, 500 + 137 * number, tax_rate_basis_points=1_300) for number in range(1, 9))


class SteadyClock:
    """A clock that goes on by one second whenever it is read."""

    def __init__(self) -> None:
        self.now = START_MS

    def now_ms(self) -> int:
        """The time, one second later each time."""
        self.now += 1_000
        return self.now

    def monotonic_ms(self) -> int:
        """Goes with the wall clock."""
        return self.now - START_MS

    def local_date(self, at_ms: int) -> str:
        """Always the same day."""
        return "2026-11-22"

    def local_time(self, at_ms: int) -> str:
        """Always the same time."""
        return "2026-11-22 10:00:00"


class SeededRandomness:
    """Bytes that a seed foretells."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)

    def bytes(self, count: int) -> bytes:
        """The next bytes."""
        return self._random.randbytes(count)


class EmptyDirectory:
    """A directory in which nobody is; only its mark and a wallet's cards are asked for."""

    def mark(self) -> DirectoryMark:
        """As of the beginning."""
        return DirectoryMark(cursor=1, applied_seq=0)

    def heard(self, wallet: WalletId) -> int:
        """As the mark."""
        return self.mark().applied_seq

    def followed(self, wallet: WalletId) -> int:
        """As the mark."""
        return self.mark().applied_seq

    def card(self, number: CardNumber) -> Card | None:
        """Nobody's."""
        return None

    def member(self, member_id: MemberId) -> Member | None:
        """Nobody."""
        return None

    def by_phone(self, phone: str, limit: int) -> tuple[Member, ...]:
        """Nobody."""
        return ()

    def balances(self, wallet: WalletId) -> Mapping[Unit, int]:
        """Nothing is known of it."""
        return {}

    def cards_of(self, wallet: WalletId) -> tuple[Card, ...]:
        """One good card, whosever it is."""
        return (Card(CardNumber("1"), wallet, None),)


@dataclass
class Shop:
    """A till that trades."""

    store: TillStore
    clock: SteadyClock = field(default_factory=SteadyClock)
    randomness: SeededRandomness = field(default_factory=SeededRandomness)

    def __post_init__(self) -> None:
        self.recorder = Recorder(self.clock, self.randomness)
        self.open_shift = OpenShift(self.store, self.recorder)
        self.close_shift = CloseShift(self.store, self.recorder)
        self.move_cash = MoveCash(self.store, self.recorder)
        directory: Any = EmptyDirectory()
        self.refund_sale = RefundSale(self.store, directory, self.recorder)
        self.post_sale = PostSale(self.store, directory, self.recorder)
        desk = ValueDesk(self.store, directory, self.recorder, ProgrammeInForce(DEMO_PROGRAMME))
        self.top_up_card, self.transfer_value = TopUpCard(desk), TransferValue(desk)
        self.refund_principal = RefundPrincipal(desk)
        codes = CodesInForce(ShopSettings())
        self.change_card = ChangeCard(self.store, directory, self.recorder, codes)
        self.register_member = RegisterMember(self.store, directory, self.recorder, codes)
        self.change_member = ChangeMember(self.store, directory, self.recorder)

    def enrol(self) -> Event:
        """The first event, and who works here."""
        event = self.store.enrol(TILL, MERCHANT, 1, clock=self.clock, randomness=self.randomness)
        with self.store.unit_of_work() as uow:
            for person in (CASHIER, SUPERVISOR):
                uow.staff.put(PinRecord(person, ""))
            uow.commit()
        return event

    def new_id(self) -> EventId:
        """A fresh id."""
        return EventId(uuid7(self.clock.now_ms(), self.randomness.bytes(10)))

    def draft(self, kind: Kind = Kind.OVERRIDE, body: Mapping[str, object] | None = None) -> Draft:
        """An event that does nothing else."""
        return Draft(self.new_id(), kind, self.clock.now_ms(), "2026-11-22", body or {})

    def grant(self, wallet: str, principal: int = 50_000, bonus: int = 5_000, points: int = 300) -> Event:
        """Head office lends the till what is in a wallet."""
        grants = [
            Grant(WalletId(wallet), PRINCIPAL, Lot("top_up"), principal),
            Grant(WalletId(wallet), BONUS, Lot("top_up", "", "2027-12-31"), bonus),
            Grant(WalletId(wallet), POINTS, Lot("sale", "2026-01-01", "2027-12-31"), points),
        ]
        body = {"grants": [[grant.wallet, grant.unit, grant.lot.key, grant.total] for grant in grants]}
        with self.store.unit_of_work() as uow:
            event = uow.journal.append(self.draft(Kind.LEASE_GRANTED, body))
            uow.ledger.grant(event, grants)
            uow.commit()
        return event

    def begin_shift(self) -> Shift:
        """Open a shift with 200.00 in the drawer."""
        shift = self.open_shift(CASHIER, 20_000)
        assert isinstance(shift, Shift)
        return shift

    def member(self, wallet: str, name: str = "张三", card: str = "880000000013") -> MemberView:
        """A member who owns `wallet`."""
        with self.store.unit_of_work() as uow:
            held: dict[Unit, int] = {}
            for lease in uow.ledger.leases(WalletId(wallet)):
                held[lease.unit] = held.get(lease.unit, 0) + lease.held
        person = Member(MemberId(f"m-{wallet}"), WalletId(wallet), name, "13800001234")
        holdings = {unit: Holding(unit, amount, amount) for unit, amount in held.items()}
        return MemberView(WalletId(wallet), person, Card(CardNumber(card), WalletId(wallet), person.id), holdings)

    def sell(self, *products: Product, member: MemberView | None = None, from_card: int = 0) -> Sale:
        """Sell, `from_card` minor units from stored value and the rest in cash."""
        basket = basket_of(*(products or PRODUCTS[:2]), member=member)
        total = priced(basket).total_minor
        tendered: list[Tendered] = [stored_value(min(from_card, total))] if from_card else []
        if total > from_card:
            tendered.append(cash(total - from_card + 37))
        sale = self.post_sale(SaleRequest(CASHIER, basket, DEMO_PROGRAMME, tendered, total))
        assert isinstance(sale, Sale), sale
        return sale

    def refund(self, sale: Sale, **quantities: int) -> Refund:
        """Refund the first line of a sale, or `n<number>=thousandths`."""
        wanted = {int(name[1:]): quantity for name, quantity in quantities.items()} or {1: 1_000}
        approval = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "质量问题")
        refund = self.refund_sale(sale.id, wanted, approval)
        assert isinstance(refund, Refund), refund
        return refund

    def write_members_in(self) -> None:
        """A member with a card, who then has another name and wants no messages; and one who wants to be forgotten."""
        member = self.register_member(NewMember("13811112222", "王芳", card="880000000021"), CASHIER)
        other = self.register_member(NewMember("13811113333", "单芳"), CASHIER)
        assert isinstance(member, Member)
        assert isinstance(other, Member)
        assert isinstance(self.change_member.profile(member.id, {"name": "王芳芳"}, {}, CASHIER), Member)
        assert isinstance(self.change_member.consent(member.id, Consent.MESSAGES, CASHIER, given=False), Member)
        allowed = Approval(Permission.MERGE_MEMBERS, CASHIER.id, SUPERVISOR.id, "本人要求")
        assert self.change_member.merge(other, member, allowed) is None
        assert self.change_member.erase(other, allowed) is None

    def deal_in_value(self, wallet: str) -> None:
        """A top-up, a part of it paid out, another part moved to a second wallet, and a new card."""
        view, other = self.member(wallet), self.member(f"{wallet}-2")
        allowed = Approval(Permission.REFUND_VALUE, CASHIER.id, SUPERVISOR.id, "退卡")
        bought = self.top_up_card(TopUpRequest(CASHIER, view, 10_000, (cash(10_000),), 0))
        assert isinstance(bought, TopUp), bought
        out = self.refund_principal(view, 2_000, PayOut("cash"), allowed)
        assert isinstance(out, PrincipalRefund)
        assert isinstance(self.transfer_value(CASHIER, view, other, 3_000), Transfer)
        change = Approval(Permission.CHANGE_CARD, CASHIER.id, SUPERVISOR.id, "")
        assert isinstance(self.change_card.issue(view, "880000000013", change), Card)

    def pay_in(self, amount_minor: int = 5_000) -> None:
        """Put cash into the drawer."""
        approval = Approval(Permission.CASH_MOVEMENT, CASHIER.id, SUPERVISOR.id, "零钱")
        self.move_cash(approval, CashDirection.PAID_IN, amount_minor)

    def open_drawer(self) -> None:
        """Open the drawer without a sale."""
        self.move_cash.open_drawer(Approval(Permission.OPEN_DRAWER, CASHIER.id, SUPERVISOR.id, "换钱"))


@contextmanager
def open_shop(data_dir: Path, second_dir: Path | None = None) -> Iterator[Shop]:
    """A shop in `data_dir`, enrolled on its first day; closed in the end."""
    store = TillStore.open(data_dir, KEY, second_dir)
    try:
        shop = Shop(store)
        if not store.is_enrolled:
            shop.enrol()
        yield shop
    finally:
        store.close()


def trade(shop: Shop, sales: int, seed: int = 7) -> list[Sale]:
    """A day: members and strangers, cards and cash, refunds, the drawer; closed at the end."""
    random = Random(seed)
    wallets = [f"w{number}" for number in range(max(1, sales // 20))]
    for wallet in wallets:
        shop.grant(wallet, principal=10_000_000)
    shop.begin_shift()
    done: list[Sale] = []
    for number in range(sales):
        member = shop.member(random.choice(wallets)) if random.random() < 0.6 else None
        products = random.choices(PRODUCTS, k=random.randint(1, 5))
        done.append(shop.sell(*products, member=member, from_card=random.choice((0, 700, 10**7)) if member else 0))
        if number % 10 == 9:
            shop.refund(random.choice(done[number - 9 : number + 1]), n1=1_000)
        if number % 40 == 20:
            shop.pay_in(random.randint(1, 9_999))
            shop.open_drawer()
    closed = shop.close_shift(SUPERVISOR, 12_345)
    assert isinstance(closed, tuple), closed
    return done
