"""The settlement of a period: what each merchant issued and took, what they owe each other, and each one's net."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import MerchantId
from app.domain.settlement import Debt, net_positions, settle
from sync.office.services.programmes import parsed
from sync.office.services.world import World
from sync.office.storage.programmes import publications
from sync.office.storage.settlement import Total, carried_until, flows_until, totals_between


class NoProgrammeError(Exception):
    """Without a programme nobody knows what points are worth."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """`net` in minor units by merchant: to get, below 0 to pay; it sums to zero."""

    totals: Sequence[Total]
    debts: Sequence[Debt]
    net: Mapping[MerchantId, int]


@dataclass(frozen=True, slots=True)
class SettleMerchants:
    """Settle from the first to the last day (ISO dates of the shops' calendar), by when head office posted."""

    world: World

    def __call__(self, first: str, last: str) -> Settlement:
        """The figures under the programme version published last; NoProgrammeError."""
        begin = self._midnight(datetime.date.fromisoformat(first))
        end = self._midnight(datetime.date.fromisoformat(last) + datetime.timedelta(days=1))
        return self.world.database.read(lambda connection: _settled(connection, begin, end))

    def _midnight(self, day: datetime.date) -> int:
        moment = datetime.datetime.combine(day, datetime.time())
        at = moment.replace(tzinfo=self.world.zone) if self.world.zone else moment.astimezone()
        return round(at.timestamp() * 1000)


def _settled(connection: Connection, begin_ms: int, end_ms: int) -> Settlement:
    published = publications(connection)
    if not published:
        raise NoProgrammeError
    programme = parsed(published[-1].text)
    flows, carried = flows_until(connection, begin_ms, end_ms), carried_until(connection, end_ms)
    debts = settle(programme, flows, carried)
    return Settlement(totals_between(connection, begin_ms, end_ms), debts, net_positions(debts))
