"""A head office in the hands of a test: its services, a clock that stands still, and numbers for dice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from app.domain.ids import MerchantId
from app.domain.ledger import OFFICE, PRINCIPAL, Lot, Place, Unit, lease_at
from sync.office.services.ledger.recall import RecallValue
from sync.office.services.ledger.report import Report
from sync.office.services.ledger.verify import verify
from sync.office.services.streams.feed_tills import FeedTills
from sync.office.services.tills.begin import begin_office
from sync.office.services.tills.enrol import EnrolTill, MakeCode
from sync.office.services.tills.fence import FenceTill
from sync.office.services.tills.lend import LendValue
from sync.office.services.tills.say_hello import SayHello
from sync.office.services.tills.take_push import TakePush
from sync.office.services.tills.write_off import WriteOffTill
from sync.office.services.world import DEFAULT_POLICY, World
from sync.office.storage.engines import Database
from sync.office.storage.schema import accounts, strays
from sync.protocol.messages import (
    Ack,
    Again,
    Denied,
    Enrol,
    Enrolled,
    EpochChanged,
    Fenced,
    Gap,
    Granted,
    GrantedTotal,
    Hello,
    HelloOk,
    LeaseRequest,
    Policy,
    Pull,
    PushFenced,
    ResendFrom,
    Upgrade,
)
from sync.protocol.wire import Frame, links_of
from tests.sync.protocol.chains import LOT, MERCHANT, TILL, WALLET, Chain

KEY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
HelloSaid = HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade


@dataclass
class Clock:
    now: int = 1_764_000_000_000

    def now_ms(self) -> int:
        return self.now

    def day(self) -> str:
        return "2026-11-22"


@dataclass
class Dice:
    count: int = 0

    def bytes(self, count: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(count, "big")


@dataclass
class Desk:
    """Everything head office can do."""

    database: Database
    policy: Policy = DEFAULT_POLICY
    persons_needed: int = 2
    clock: Clock = field(default_factory=Clock)
    dice: Dice = field(default_factory=Dice)

    def __post_init__(self) -> None:
        self.world = World(self.database, self.clock, self.dice, self.policy, self.persons_needed)
        begin_office(self.world, MerchantId(MERCHANT))
        self.make_code, self.enrol_till = MakeCode(self.world), EnrolTill(self.world)
        self.fence, self.write_off = FenceTill(self.world), WriteOffTill(self.world)
        self.recall, self.report = RecallValue(self.world), Report(self.world)
        self.asked = 0
        self._old: Chain | None = None

    @property
    def server_epoch(self) -> str:
        return self.report.state().server_epoch

    def enrol(self, chain: Chain, *, key: str = KEY) -> Enrolled:
        code = self.make_code("人民路店")
        return self.enrol_till(Enrol(code=code, till=chain.head.till, epoch=chain.head.epoch, public_key=key))

    def hello(
        self, chain: Chain, *, granted: Sequence[GrantedTotal] | None = (), mark: int = 0, server_epoch: str = ""
    ) -> HelloSaid:
        return SayHello(self.world)(
            Hello(
                till=chain.head.till,
                epoch=chain.head.epoch,
                server_epoch=server_epoch or self.server_epoch,
                last_seq=chain.head.seq,
                last_hash=chain.head.hash.hex(),
                acked=0,
                mark=mark,
                granted=None if granted is None else tuple(granted),
            )
        )

    def push(self, chain: Chain, since: int = 0) -> Ack | Gap | PushFenced:
        return TakePush(self.world)(Frame(chain.head.till, chain.head.epoch, links_of(chain.since(since))))

    def lease(
        self,
        chain: Chain,
        want: int,
        *,
        least: int = 0,
        wallet: str = WALLET,
        unit: str = PRINCIPAL,
        request_id: str = "",
        server_epoch: str = "",
    ) -> Granted | Denied:
        self.asked += 1
        return LendValue(self.world)(
            LeaseRequest(
                id=request_id or f"request{self.asked}",
                till=chain.head.till,
                epoch=chain.head.epoch,
                server_epoch=server_epoch or self.server_epoch,
                wallet=wallet,
                unit=unit,
                want=want,
                min=least,
            )
        )

    def pull(self, chain: Chain, cursor: int = 0, limit: int = 500) -> Any:
        return FeedTills(self.world)(
            Pull(
                till=chain.head.till,
                epoch=chain.head.epoch,
                server_epoch=self.server_epoch,
                cursor=cursor,
                limit=limit,
            )
        )

    def newcomer(self, name: str = TILL, epoch: int = 1) -> Chain:
        """A till that has just been taken in."""
        chain = Chain(type(TILL)(name), epoch)
        self.enrol(chain)
        assert isinstance(self.hello(chain), HelloOk)
        return chain

    def give(self, amount: int, *, wallet: str = WALLET, unit: Unit = PRINCIPAL, lot: Lot = LOT) -> None:
        """Value that lies at head office: topped up at a till of old and returned."""
        till = self._old = self._old or self.newcomer("T-old")
        seq = till.head.seq
        till.top_up(amount, wallet=wallet, unit=unit, lot=lot)
        till.give_back(amount, wallet=wallet, unit=unit, lot=lot)
        assert isinstance(self.push(till, seq), Ack)

    def balance(self, place: Place, *, wallet: str = WALLET, unit: str = PRINCIPAL, lot: Lot = LOT) -> int:
        def work(connection: Connection) -> int:
            query = select(accounts.c.balance).where(
                accounts.c.wallet == wallet,
                accounts.c.unit == unit,
                accounts.c.lot == lot.key,
                accounts.c.place == place,
            )
            return int(connection.execute(query).scalar() or 0)

        return self.database.read(work)

    @property
    def at_office(self) -> int:
        return self.balance(OFFICE)

    def held_by(self, chain: Chain) -> int:
        return self.balance(lease_at(chain.head.till))

    def stray_count(self) -> int:
        return self.database.read(lambda connection: len(connection.execute(select(strays)).all()))

    def rules_broken(self) -> list[tuple[str, int]]:
        return [(row.rule, row.amount) for row in self.report.suspense()]

    def check(self) -> None:
        assert verify(self.world) == []
