"""Somebody at the counter: baskets of five lines of members who pay part from the card and the rest in cash."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.bootstrap.till import OpenTill, open_till
from app.cli.demo.goods import demo_goods
from app.domain.basket import Basket
from app.domain.catalogue import Measure, Product
from app.domain.ids import CardNumber
from app.domain.ledger import PRINCIPAL
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket, price
from app.domain.programme.model import TenderType
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Sale
from app.domain.tender import Tendered
from app.services.post_sale import SaleRequest
from app.storage.directory.place import directory_in_use
from app.storage.keys import open_key
from app.storage.sqlcipher import connect_raw
from app.storage.worker import DatabaseWorker
from benchmarks.shop import OPERATOR, accepted

LINES = 5
_FLOAT_MINOR = 20_000
_AT_LEAST_MINOR = 2_000


@dataclass(slots=True)
class Counter:
    """An open till with a shift, and the customers who come."""

    till: OpenTill
    cards: tuple[CardNumber, ...]
    goods: tuple[Product, ...]
    chance: Random
    worker: DatabaseWorker | None = None

    def start_worker(self) -> DatabaseWorker:
        """From now on the store is the database worker's alone."""
        self.worker = self.till.start_worker()
        return self.worker

    def view(self) -> MemberView:
        """Somebody with money on the card swipes it."""
        while True:
            view = accepted(self.till.use_cases.view_member.by_card(self.chance.choice(self.cards)))
            if view.usable(PRINCIPAL) >= _AT_LEAST_MINOR:
                return view

    def priced(self, member: MemberView, lines: int = LINES) -> PricedBasket:
        """A basket with so many different products, priced today."""
        basket = Basket().with_member(member)
        for product in self.chance.sample(self.goods, lines):
            basket = basket.add(product)
        clock = self.till.clock
        return price(basket, self.till.programme, moment_at(clock.local_time(clock.now_ms())))

    def request(self) -> SaleRequest:
        """A member's sale of five lines: a tenth to a half of it from the card, the rest in cash."""
        view = self.view()
        priced = self.priced(view)
        total = priced.total_minor
        from_card = min(view.usable(PRINCIPAL), max(1, total * self.chance.randint(10, 50) // 100))
        tendered = (
            Tendered("stored_value", TenderType.STORED_VALUE, from_card),
            Tendered("cash", TenderType.CASH, total - from_card),
        )
        return SaleRequest(OPERATOR, priced.basket, self.till.programme, tendered, total)

    def post(self, request: SaleRequest) -> Sale:
        """The sale through the real service."""
        return accepted(self.till.use_cases.post_sale(request))


@contextmanager
def open_counter(data_dir: Path) -> Iterator[Counter]:
    """The till in `data_dir` with a shift opened; the store is closed afterwards."""
    till = open_till(data_dir)
    counter = Counter(till, (), (), Random(7))
    try:
        if till.use_cases.open_shift.current() is None:
            accepted(till.use_cases.open_shift(OPERATOR, _FLOAT_MINOR))
        counter.cards = _cards_with_money(till)
        counter.goods = tuple(
            product for product in demo_goods() if product.measure is Measure.PIECE and product.for_sale
        )
        yield counter
    finally:
        (counter.worker or till.store).close()
        till.directory.close()


def _cards_with_money(till: OpenTill) -> tuple[CardNumber, ...]:
    """Up to 5 000 active cards of members on whose account this till holds money."""
    with till.store.unit_of_work() as uow:
        place = directory_in_use(uow.config)
    assert place is not None
    store = connect_raw(till.store.path, open_key(till.data_dir).for_till_db())
    directory = connect_raw(till.data_dir / place.file, place.key)
    try:
        wallets = store.execute(
            "SELECT wallet FROM lease WHERE unit = 'principal' GROUP BY wallet "
            "HAVING sum(granted + credited - spent - returned) >= ?",
            (_AT_LEAST_MINOR,),
        ).fetchall()
        chosen = Random(7).sample(wallets, min(5_000, len(wallets)))
        found = (
            directory.execute(
                "SELECT number FROM card WHERE wallet = ? AND member IS NOT NULL AND state = 'active'", wallet
            ).fetchone()
            for wallet in chosen
        )
        return tuple(CardNumber(row[0]) for row in found if row)
    finally:
        store.close()
        directory.close()
