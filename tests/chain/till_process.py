"""A till without a screen, as a process of its own: the shipped store, services and client, over real TLS.

`python -m tests.chain.till_process --folder F --name T01 --address https://…:8460 --fingerprint …`

It reads a command a line from its standard input and answers each with a line of JSON. Nothing is remembered
between two lives but what the product itself keeps in the folder, and the till's key.
"""

import argparse
import json
import os
import random
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import sync.client.transport
from app.devices.clock import SystemClock, SystemRandomness
from app.domain.basket import Basket, Wishes
from app.domain.errors import Refused
from app.domain.ids import CardNumber, MemberId, MerchantId, OperatorId, TierId, TillId, WalletId
from app.domain.ledger import POINTS, Unit
from app.domain.member import Card, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.model import Coupon, CouponAmount, Goods, Limit, Percent, PointsOff
from app.domain.programme.scene import moment_at
from app.domain.staff import Approval, Operator, Permission, PinRecord, Role
from app.ports.directory import DirectoryMark
from app.services.open_shift import OpenShift
from app.services.post_sale import PostSale, SaleRequest
from app.services.refund_sale import RefundSale
from app.services.stamp import Recorder
from app.services.view_member import ViewMember
from app.storage.keys import open_key
from app.storage.till.store import TillStore
from app.storage.worker import DatabaseWorker
from sync.client.office import NotEnrolledError, Office, OfficeError
from sync.client.session import Session
from sync.client.transport import Transport
from sync.protocol.messages import Audit, Enrol, Granted, Hello, LeaseRequest, Pull
from sync.protocol.wire import Frame
from tests.app.domain.builders import DEMO_PROGRAMME, cash, product, stored_value

T = TypeVar("T")
Answer = Mapping[str, Any]
CASHIER = Operator(OperatorId("chen"), "陈", Role.SUPERVISOR)
POINTS_STEP = 10
# So cheap that it earns no points.
TRIFLE_MINOR = 90
COUPON, OPENING = Unit("coupon:x"), Unit("right:opening:life:")
# Beside the demo's offers a coupon and an opening gift, once a member, each for goods of its own.
PROGRAMME = replace(
    DEMO_PROGRAMME,
    points_off=PointsOff(points=POINTS_STEP, worth_minor=10),
    promotions=(
        *DEMO_PROGRAMME.promotions,
        Percent(
            id="opening",
            names={"zh_CN": "开业礼"},
            goods=Goods(categories=frozenset({OPENING})),
            limits=(Limit(count=1),),
            pay_basis_points=5_000,
        ),
    ),
    coupons=(
        Coupon(
            id="x",
            names={"zh_CN": "五角券"},
            goods=Goods(categories=frozenset({COUPON})),
            effect=CouponAmount(off_minor=50),
        ),
    ),
)


class CardsOfTheTest:
    """A directory in which every wallet has a member, a card, a coupon and an opening gift; of the rest leases say."""

    def mark(self) -> DirectoryMark:
        return DirectoryMark(1, 0)

    def heard(self, wallet: WalletId) -> int:
        return self.mark().applied_seq

    def followed(self, wallet: WalletId) -> int:
        return self.mark().applied_seq

    def cards_of(self, wallet: WalletId) -> Sequence[Card]:
        return [card_of(wallet)]

    def member(self, member_id: MemberId) -> Member:
        wallet = WalletId(member_id.removeprefix("m-"))
        return Member(member_id, wallet, "张三", "13800001234", TierId("silver"))

    def balances(self, wallet: WalletId) -> Mapping[Unit, int]:
        return {COUPON: 1, OPENING: 1}


def card_of(wallet: WalletId) -> Card:
    """The wallet's card."""
    return Card(CardNumber("880000000013"), wallet, None)


class Twice:
    """Head office by a line on which every message arrives twice; the second answer counts."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def hello(self, message: Hello) -> Any:
        self._office.hello(message)
        return self._office.hello(message)

    def push(self, frame: Frame) -> Any:
        self._office.push(frame)
        return self._office.push(frame)

    def lease(self, message: LeaseRequest) -> Any:
        self._office.lease(message)
        return self._office.lease(message)

    def pull(self, message: Pull) -> Any:
        self._office.pull(message)
        return self._office.pull(message)

    def audit(self, message: Audit) -> Any:
        self._office.audit(message)
        return self._office.audit(message)


class Till:
    """The till, and what can be asked of it."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._folder: Path = arguments.folder
        self._name, self._epoch = TillId(arguments.name), int(arguments.epoch)
        self._key = _till_key(self._folder)
        self._transport = Transport(
            arguments.address, arguments.fingerprint, till=self._name, epoch=self._epoch, key=self._key
        )
        self._store = TillStore.open(self._folder, open_key(self._folder))
        self._recorder = Recorder(SystemClock(), SystemRandomness())
        self._is_enrolled = self._store.is_enrolled
        # From here on the worker's thread is the only one that may use the store, as in the real program.
        self._worker = DatabaseWorker(self._store)
        office = Twice(self._transport) if arguments.twice else self._transport
        self._session = Session(self._store, self._recorder, office, self._run)
        directory: Any = CardsOfTheTest()
        self._view_member = ViewMember(self._store, directory, self._recorder)
        self._post_sale = PostSale(self._store, directory, self._recorder)
        self._refund_sale = RefundSale(self._store, directory, self._recorder)
        self._counter = Basket()
        self._stopping = threading.Event()
        self._trickle_ms = int(arguments.trickle_ms)
        self._trickle = threading.Thread(target=self._synchronise_again_and_again, name="sync", daemon=True)
        if self._is_enrolled:
            self._begin()

    @property
    def is_enrolled(self) -> bool:
        return self._is_enrolled

    def answer(self, line: str) -> Answer:
        """What this command has done; an error of the network is an answer too."""
        name, *words = line.split()
        command: Callable[..., Answer] = getattr(self, f"do_{name}")
        try:
            return command(*words)
        except OfficeError as error:
            return {"error": type(error).__name__, "says": str(error)}

    def stop(self) -> None:
        """As at closing time."""
        self._stopping.set()
        if self._trickle.is_alive():
            self._trickle.join()
        self._worker.close()
        self._transport.close()

    # --- commands

    def do_enrol(self, code: str) -> Answer:
        """Be taken in, then begin the journal; both may be repeated."""
        public = self._key.public_key().public_bytes_raw().hex()
        taken = self._transport.enrol(Enrol(code=code, till=self._name, epoch=self._epoch, public_key=public))
        merchant = MerchantId(taken.merchant)
        if not self._is_enrolled:
            self._run(
                lambda: self._store.enrol(
                    self._name, merchant, self._epoch, clock=SystemClock(), randomness=SystemRandomness()
                )
            )
            self._is_enrolled = True
            self._begin()
        return {"enrolled": taken.till, "epoch": taken.epoch}

    def do_sell(self, wallet: str, amount: str) -> Answer:
        """A sale paid from the card alone."""
        return self._sold(WalletId(wallet), int(amount), int(amount))

    def do_sell_cash(self, wallet: str, amount: str) -> Answer:
        """A sale to this member paid in cash: it earns points."""
        return self._sold(WalletId(wallet), int(amount), 0)

    def do_spend(self, wallet: str, unit: str) -> Answer:
        """A sale for which the price uses up some of the unit; what the cashier reads instead, where it does not."""
        basket = self._run(lambda: self._scanned(WalletId(wallet), Unit(unit)))
        return self._run(lambda: self._sold_at(basket, from_card=0))

    def do_scan(self, wallet: str, unit: str) -> Answer:
        """Put the same goods on the counter, and leave them there for `pay`."""
        self._counter = self._run(lambda: self._scanned(WalletId(wallet), Unit(unit)))
        return {"scanned": True}

    def do_pay(self) -> Answer:
        """Sell what `scan` has left there, at the price it had then."""
        return self._run(lambda: self._sold_at(self._counter, from_card=0))

    def do_refund(self, receipt: str) -> Answer:
        """Refund a whole receipt of one line."""

        def work() -> Answer:
            found = self._refund_sale.find(receipt)
            if isinstance(found, Refused):
                return _refused(found)
            approval = Approval(Permission.REFUND, CASHIER.id, CASHIER.id, "test")
            outcome = self._refund_sale(found.sale.id, {1: 1_000}, approval)
            if isinstance(outcome, Refused):
                return _refused(outcome)
            return {"refunded": sum(tender.amount_minor for tender in outcome.tenders)}

        return self._run(work)

    def do_refund_last(self) -> Answer:
        """Refund one of the last sales, whichever still can be."""
        for recent in self._run(self._refund_sale.recent)[:3]:
            answer = self.do_refund(recent.sale.receipt_number)
            if "refunded" in answer:
                return answer
        return {"refused": "nothing_left"}

    def do_sync(self) -> Answer:
        """HELLO, PUSH, PULL."""
        return {"outcome": self._session.synchronise().value}

    def do_push(self) -> Answer:
        """Send what waits."""
        return {"pushed": self._session.push()}

    def do_ask(self, wallet: str, unit: str, want: str, least: str = "0") -> Answer:
        """Ask for a lease, as at a swipe."""
        answer = self._session.ask(WalletId(wallet), Unit(unit), int(want), int(least))
        if answer is None:
            return {"denied": "another server epoch"}
        if isinstance(answer, Granted):
            return {"granted": dict(answer.lots)}
        return {"denied": answer.why}

    def do_return(self) -> Answer:
        """Give every lease back."""
        return {"returned": self._session.give_everything_back("shift")}

    def do_leases(self, wallet: str = "") -> Answer:
        """What this till holds, by wallet, unit and lot: (granted in total, held now)."""

        def work() -> Answer:
            with self._store.unit_of_work() as uow:
                return {
                    f"{at.wallet} {at.unit} {at.lot.key}": [at.granted, at.held]
                    for at in uow.outbox.leases()
                    if wallet in {"", at.wallet}
                }

        return self._run(work)

    def do_state(self) -> Answer:
        """Where it stands."""
        state = self._session.state()
        head = self._run(lambda: self._store.head)
        return {"seq": head.seq, "hash": head.hash.hex(), "acked": state.acked, "fenced": state.fenced}

    # --- inside

    def _sold(self, wallet: WalletId, amount: int, from_card: int) -> Answer:
        return self._run(lambda: self._sold_at(self._basket(wallet).add(product(1, amount)), from_card))

    def _scanned(self, wallet: WalletId, unit: Unit) -> Basket:
        """Goods that only the offer for this unit is for."""
        basket = self._basket(wallet).add(product(2, TRIFLE_MINOR, category=unit))
        return basket.with_wishes(Wishes(points=POINTS_STEP)) if unit == POINTS else basket

    def _basket(self, wallet: WalletId) -> Basket:
        view = self._view_member.by_member(MemberId(f"m-{wallet}"))
        assert isinstance(view, MemberView)
        return Basket().with_member(view)

    def _sold_at(self, basket: Basket, from_card: int) -> Answer:
        now = moment_at(SystemClock().local_time(SystemClock().now_ms()))
        priced = price(basket, PROGRAMME, now)
        total = priced.total_minor
        paid = min(from_card, total)
        tendered = ([stored_value(paid)] if paid else []) + ([cash(total - paid)] if total > paid else [])
        outcome = self._post_sale(SaleRequest(CASHIER, basket, PROGRAMME, tendered, total))
        if isinstance(outcome, Refused):
            return _refused(outcome)
        return {
            "sold": paid,
            "total": total,
            "receipt": outcome.origin.receipt_number,
            "sale": outcome.id,
            "spent": sum(part.amount for part in outcome.spent),
            "withheld": {each.offer: each.why.value for each in priced.withheld},
            "coupons": {each.coupon: each.state.value for each in priced.coupons},
        }

    def _begin(self) -> None:
        self._run(self._sign_in)
        if self._trickle_ms and not self._trickle.is_alive():
            self._trickle.start()

    def _sign_in(self) -> None:
        with self._store.unit_of_work() as uow:
            if uow.staff.operator(CASHIER.id) is None:
                uow.staff.put(PinRecord(CASHIER, "nobody types a PIN here"))
            uow.commit()
        OpenShift(self._store, self._recorder)(CASHIER, 0)

    def _run(self, work: Callable[[], T]) -> T:
        return self._worker.submit(work).result()

    def _synchronise_again_and_again(self) -> None:
        while not self._stopping.wait(random.uniform(0.2, 1) * self._trickle_ms / 1000):
            try:
                self._session.synchronise()
            except NotEnrolledError as error:
                sys.stderr.write(f"not enrolled: {error}\n")
            except OfficeError:
                pass


def _refused(refused: Refused) -> Answer:
    return {"refused": refused.why.value, "facts": dict(refused.facts)}


def _till_key(folder: Path) -> Ed25519PrivateKey:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "till.ed25519"
    if not path.exists():
        draft = folder / "till.ed25519.new"
        draft.write_bytes(Ed25519PrivateKey.generate().private_bytes_raw())
        draft.replace(path)
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


@contextmanager
def _till(arguments: argparse.Namespace) -> Iterator[Till]:
    till = Till(arguments)
    try:
        yield till
    finally:
        till.stop()


def main(given: Sequence[str]) -> int:
    """Until `stop`, or until nobody is there any more."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--epoch", default="1")
    parser.add_argument("--address", required=True)
    parser.add_argument("--fingerprint", required=True)
    parser.add_argument("--trickle-ms", default="0", help="synchronise by itself about so often")
    parser.add_argument("--answer-seconds", type=float, default=5.0)
    parser.add_argument("--twice", action="store_true", help="every message is sent twice")
    arguments = parser.parse_args(given)
    sync.client.transport.ANSWER_SECONDS = arguments.answer_seconds
    with _till(arguments) as till:
        _say({"ready": till.is_enrolled, "pid": os.getpid()})
        for line in sys.stdin:
            if line.strip() == "stop":
                break
            _say(till.answer(line))
    _say({"stopped": True})
    return 0


def _say(answer: Answer) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
