"""Counted rights: made once for each wallet, unit and period, so that tills can lease them.

What is limited for all lies in the programme's wallet, what is limited for each member in the member's. A later version
of the programme that allows more adds the difference; one that allows less takes back what still lies here.
"""

from collections.abc import Mapping

from sqlalchemy import Connection

from app.domain.ids import MerchantId, WalletId
from app.domain.lease.office import Line
from app.domain.ledger import ACCRUED, OFFICE, RESERVE, EntryKind, Lot, Place, Unit, move
from app.domain.programme.lifecycle.limits import left_for_all, rights_of_everyone
from app.domain.programme.model import Programme
from app.domain.programme.rights import programme_wallet
from app.domain.programme.spans import add_days, end_of_period, period_key
from sync.office.services.programmes import programme_now
from sync.office.services.world import World
from sync.office.storage.ledger import balances_of, lots_at_office, write_changes, write_lines
from sync.office.storage.minted import change_minted, lock_minted
from sync.office.storage.state import OfficeState

COUNTED = frozenset({"right", "budget", "quota"})


def mint_asked_for(connection: Connection, world: World, state: OfficeState, wallet: WalletId, unit: Unit) -> None:
    """Make what the programme in force allows of this unit, where it was not made yet."""
    programme = programme_now(connection, world)
    if programme is None:
        return
    today = world.clock.day()
    # A till's day may begin a little before or after ours.
    for day in (today, add_days(today, -1), add_days(today, 1)):
        allowed = _allowed(programme, wallet, day)
        if unit in allowed:
            _mint(connection, world, state.merchant, wallet, {unit: allowed[unit]}, day)
            return


def mint_for_all(connection: Connection, world: World, state: OfficeState, programme: Programme) -> None:
    """Make everything that is limited for all in today's periods."""
    day, wallet = world.clock.day(), programme_wallet(programme.id)
    _mint(connection, world, state.merchant, wallet, left_for_all(programme, {}, day), day)


def _allowed(programme: Programme, wallet: WalletId, day: str) -> Mapping[Unit, int]:
    if wallet == programme_wallet(programme.id):
        return left_for_all(programme, {}, day)
    return {} if wallet.startswith("programme:") else rights_of_everyone(programme, day)


def _mint(
    connection: Connection, world: World, merchant: MerchantId, wallet: WalletId, allowed: Mapping[Unit, int], day: str
) -> None:
    for unit, made in lock_minted(connection, wallet, list(allowed)).items():
        more = allowed[unit] - made
        if more > 0:
            _post(connection, world, merchant, wallet, unit, _lot(unit, day), more)
            _repay(connection, world, merchant, wallet, unit, _lot(unit, day), more)
        elif more < 0:
            more = -_take_back(connection, world, merchant, wallet, unit, -more)
        if more:
            change_minted(connection, wallet, unit, made + more)


def _repay(
    connection: Connection, world: World, merchant: MerchantId, wallet: WalletId, unit: Unit, lot: Lot, made: int
) -> None:
    """What is made once more after books were lost, a till has had already, and the reserve has paid for it."""
    account = (wallet, unit, lot.key, RESERVE)
    part = min(made, -balances_of(connection, [account]).get(account, 0))
    if part > 0:
        _post(connection, world, merchant, wallet, unit, lot, -part, RESERVE)


def _take_back(
    connection: Connection, world: World, merchant: MerchantId, wallet: WalletId, unit: Unit, amount: int
) -> int:
    taken = 0
    for lot, held in lots_at_office(connection, wallet, unit).items():
        part = min(held, amount - taken)
        if part > 0:
            _post(connection, world, merchant, wallet, unit, lot, -part)
            taken += part
    return taken


def _post(
    connection: Connection,
    world: World,
    merchant: MerchantId,
    wallet: WalletId,
    unit: Unit,
    lot: Lot,
    amount: int,
    house: Place = ACCRUED,
) -> None:
    ways = (house, OFFICE) if amount > 0 else (OFFICE, house)
    entry = move(
        EntryKind.ADJUSTMENT, wallet, unit, [(lot, abs(amount))], source=ways[0], target=ways[1], merchant=merchant
    )
    source = world.new_id()
    write_changes(connection, {(wallet, unit, lot.key, at.place): at.amount for at in entry.postings})
    write_lines(connection, [Line(source, entry.kind, at) for at in entry.postings], world.clock.now_ms())


def _lot(unit: Unit, day: str) -> Lot:
    """Rights of a period end with it; budgets and quotas last."""
    kind, _, rest = unit.partition(":")
    per = rest.split(":")[-2] if kind == "right" else "life"
    if per == "life":
        return Lot("right")
    if per == "week":
        days = (add_days(day, more) for more in range(7))
        return Lot("right", "", max(each for each in days if period_key("week", each) == period_key("week", day)))
    if per in ("month", "quarter", "year"):
        return Lot("right", "", end_of_period(per, day))
    if per in ("birthday_month", "birthday_day"):
        return Lot("right", "", end_of_period("year", day))
    return Lot("right", "", day)
