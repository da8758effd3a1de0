"""A draft played against what the tills have really sold since a day; head office's books are only read."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.errors import BrokenPromiseError
from app.domain.ids import WalletId
from app.domain.journal import Json, Kind
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.programme.lifecycle.facts import ToppedUp
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.rehearsal.dry_run import DryRun, Figures, standing_before
from app.domain.sale.body import origin_from_json, refund_from_body, sale_from_body
from app.domain.value.body import deal_from_body
from app.domain.value.facts import TopUp
from sync.office.services.life.happening import moment_of
from sync.office.services.world import World
from sync.office.storage.chains import all_tills
from sync.office.storage.costs import known_costs
from sync.office.storage.life import lives_of
from sync.office.storage.schema import journal

_KINDS = (Kind.SALE.value, Kind.REFUND.value, Kind.TOP_UP.value)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DryRunDraft:
    """Reads in one transaction, so that nothing moves underneath; it writes nothing."""

    world: World

    def __call__(
        self, draft: Programme, since: str, tell: Callable[[int, int], None] = lambda _done, _of: None
    ) -> Figures:
        """What the draft would have changed from the ISO day `since` on; `tell` hears how far it is."""
        return self.world.database.read(lambda connection: self._played(connection, draft, since, tell))

    def _played(
        self, connection: Connection, draft: Programme, since: str, tell: Callable[[int, int], None]
    ) -> Figures:
        run, tiers_now = DryRun(draft, known_costs(connection)), dict[str, str]()
        shops = {str(till.till): till.shop for till in all_tills(connection)}
        chosen = (journal.c.kind.in_(_KINDS), journal.c.business_date >= since)
        total = connection.execute(select(func.count()).select_from(journal).where(*chosen)).scalar_one()
        query = (
            select(journal.c.business_date, journal.c.till, journal.c.payload)
            .where(*chosen)
            .order_by(journal.c.business_date, journal.c.till, journal.c.epoch, journal.c.seq)
        )
        done = 0
        rows = connection.execute(query.execution_options(yield_per=_AT_ONCE))
        for _, day in groupby(rows, key=lambda row: row.business_date):
            for till, event in sorted(_read(day), key=lambda each: _time_of(each[1])):
                self._play(connection, run, event, shops.get(till, ""), since, tiers_now)
                done += 1
                tell(done, total)
        return run.figures(tiers_now)

    def _play(
        self, connection: Connection, run: DryRun, event: Json, shop: str, since: str, tiers_now: dict[str, str]
    ) -> None:
        def meet(wallet: WalletId, tier: str) -> None:
            if not run.knows(wallet):
                life = lives_of(connection, [wallet])[wallet]
                held = life.standing.tiers.get("main")
                tiers_now[wallet] = str(held.tier) if held else tier
                run.meet(wallet, standing_before(life.standing, since) if life.is_known else Standing(joined_on=since))

        body, kind = event["body"], Kind(event["kind"])
        try:
            if kind is Kind.SALE:
                sale = sale_from_body(body)
                if sale.member is not None and sale.member.member is not None:
                    meet(sale.member.wallet, sale.member.tier or "")
                run.sold(sale, moment_of(self.world, sale.origin, shop))
            elif kind is Kind.REFUND:
                refund = refund_from_body(body)
                run.refunded(refund, moment_of(self.world, refund.origin, shop))
            else:
                deal = deal_from_body(kind, body)
                if isinstance(deal, TopUp) and deal.holder.member is not None:
                    meet(deal.holder.wallet, "")
                    fact = ToppedUp(deal.id, moment_of(self.world, deal.origin, shop), deal.amount_minor)
                    credited = sum(part.amount for part in deal.credits if part.unit in (PRINCIPAL, BONUS))
                    run.topped_up(deal.holder.wallet, fact, credited)
        except BrokenPromiseError:
            return  # an event that nobody can read is parked already


def _read(rows: Any) -> Iterator[tuple[str, Json]]:
    for row in rows:
        try:
            yield str(row.till), json.loads(row.payload)
        except ValueError:
            continue


def _time_of(event: Json) -> int:
    try:
        return int(origin_from_json(event["body"]["origin"]).corrected_at)
    except (KeyError, TypeError, ValueError):
        return 0
