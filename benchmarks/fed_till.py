"""A till of a chain that sells by itself while head office feeds it; its status is kept with the time it came."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter, perf_counter_ns

from app.domain.basket import Basket
from app.domain.pricing import price
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.ports.head_office import OfficeStatus
from app.services.post_sale import SaleRequest
from benchmarks.chain_offices import Site
from tests.app.bootstrap.chain_till import MANAGER, ChainTill, enrol
from tests.app.domain.builders import cash, product


class Told(list[OfficeStatus]):
    """What the sync thread has said, and when (seconds)."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def append(self, status: OfficeStatus) -> None:
        """Note it with the time."""
        self.times.append(perf_counter())
        super().append(status)


class FedTill(ChainTill):
    """Scans and sales take their times in milliseconds."""

    def _open(self) -> None:
        self.told = Told()
        super()._open()

    def scan_ms(self, code: str) -> float:
        """A code is looked up, as a scan does it."""
        began = perf_counter_ns()
        self.do(lambda: self.till.use_cases.look_up(code))
        return (perf_counter_ns() - began) / 1e6

    def sale_ms(self) -> float:
        """A small sale for cash is posted."""
        basket = Basket().add(product(1, 700))
        day = self.do(lambda: self.till.clock.local_date(self.till.clock.now_ms()))
        total = price(basket, self.till.programme, Moment(day)).total_minor
        request = SaleRequest(MANAGER, basket, self.till.programme, [cash(total)], total)
        began = perf_counter_ns()
        sold = self.do(lambda: self.till.use_cases.post_sale(request))
        assert isinstance(sold, Sale)
        return (perf_counter_ns() - began) / 1e6


@contextmanager
def fed_till(site: Site) -> Iterator[FedTill]:
    """A till of this head office, selling."""
    with closing(FedTill(enrolled(site))) as till:
        yield till


def enrolled(site: Site) -> Path:
    """The folder of a till that this head office has just taken in."""
    folder: Path = site.folder / "till"
    assert enrol(folder, site.office) == 0
    return folder
