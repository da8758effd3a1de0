"""What head office keeps of each member's life under the programme, as rows of the wallet."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter
from sqlalchemy import Connection, bindparam, delete, select, update

from app.domain.ids import WalletId
from app.domain.ledger import RESERVE, Lot, Place, Unit, is_members
from app.domain.member import Consent, DueFollowUp
from app.domain.programme.lifecycle.facts import Fact
from app.domain.programme.lifecycle.standing import Change, HeldTier, Note, Standing, TierChange
from app.domain.programme.lifecycle.telling import NOTHING_TOLD, Told
from sync.office.storage.people import registered
from sync.office.storage.schema import accounts, awaited, life, marks, member_wallets, messages, standings
from sync.office.storage.sets import insert_set, select_set

_KINDS: dict[str, Any] = {each.__name__: each for each in (*get_args(Fact), Change, TierChange)}
_FACTS = tuple(get_args(Fact))
_KEEP = (
    "ON CONFLICT (wallet) DO UPDATE SET person = excluded.person, nights_through = excluded.nights_through, "
    "due_on = excluded.due_on, next_n = excluded.next_n"
)
_ONCE = "ON CONFLICT DO NOTHING"
_UNMARK = delete(marks).where(marks.c.wallet == bindparam("of_wallet"), marks.c.mark == bindparam("of_mark"))
_NOT_AWAITED = delete(awaited).where(awaited.c.wallet == bindparam("of_wallet"))
_UNSENT = delete(messages).where(messages.c.wallet == bindparam("of_wallet"))
_SOONER = update(standings).where(standings.c.due_on > bindparam("by_day")).values(due_on=bindparam("by_day"))
_WALLET_OF = select(member_wallets.c.wallet).where(member_wallets.c.member == bindparam("of_member"))
_STANDING = ("wallet", "person", "nights_through", "due_on", "next_n")

Lotted = tuple[Unit, Lot]
# Unit, lot and the house row it goes to once it is back.
Awaited = tuple[Unit, Lot, Place]


class Person(BaseModel):
    """What is known of the person themself. `is_silent`: wants no messages. `follow_ups` are due or to come.

    `told` are the measures as tills hear of them. `is_met`: a member before these books, first heard of through a till;
    `met_with` are the measures that till knew at their first purchase here.
    """

    member: str = ""
    joined_on: str = ""
    birthday: str = ""
    kind: str = "person"
    gender: str = ""
    identified: bool = False
    tags: frozenset[str] = frozenset()
    fields: dict[str, str] = {}
    tiers: dict[str, HeldTier] = {}
    is_silent: bool = False
    follow_ups: tuple[DueFollowUp, ...] = ()
    told: Told = NOTHING_TOLD
    is_met: bool = False
    met_with: dict[str, int] = {}


@dataclass(slots=True)
class Life:
    """One wallet's standing with what the books say of it: at head office, lent, and waited for.

    `told`: the measures as tills hear of them; `is_met`, `met_with`: as in `Person`.
    `advanced`: what the reserve has paid for tills that were granted more than these books knew of.
    """

    wallet: WalletId
    standing: Standing
    member: str = ""
    is_silent: bool = False
    follow_ups: tuple[DueFollowUp, ...] = ()
    told: Told = NOTHING_TOLD
    is_met: bool = False
    met_with: dict[str, int] = field(default_factory=dict)
    due_on: str = ""
    next_n: int = 0
    is_known: bool = False
    at_office: dict[Lotted, int] = field(default_factory=dict)
    leased: dict[Lotted, int] = field(default_factory=dict)
    awaited: dict[Awaited, int] = field(default_factory=dict)
    advanced: dict[Lotted, int] = field(default_factory=dict)


def lives_of(connection: Connection, wallets: Iterable[WalletId], *, lock: bool = True) -> dict[WalletId, Life]:
    """The lives of these wallets; of a wallet never heard of an empty one. `lock`: nobody else's to change."""
    wanted = [(wallet,) for wallet in set(wallets)]
    known = select_set(connection, standings, ("wallet",), _STANDING, wanted, lock=lock)
    found = {WalletId(wallet): Life(WalletId(wallet), Standing()) for (wallet,) in wanted}
    rows = _by_wallet(select_set(connection, life, ("wallet",), ("wallet", "n", "kind", "body"), wanted))
    done = _by_wallet(select_set(connection, marks, ("wallet",), ("wallet", "mark"), wanted))
    for wallet, person, nights_through, due_on, next_n in known:
        one = found[WalletId(wallet)]
        one.is_known, one.due_on, one.next_n = True, due_on, int(next_n)
        _read_person(one, Person.model_validate_json(person))
        _read_past(one, nights_through, rows[wallet], (str(mark) for (mark,) in done[wallet]))
    _read_register(connection, found)
    _read_books(connection, found, wanted)
    return found


def keep_lives(connection: Connection, before: dict[WalletId, Standing], lives: Sequence[Life]) -> None:
    """Write what became of them since `before`."""
    new_rows: list[tuple[str, int, str, str]] = []
    new_marks: list[tuple[str, str]] = []
    old_marks: list[dict[str, str]] = []
    for one in lives:
        was, now = before[one.wallet], one.standing
        past = (
            *now.history[len(was.history) :],
            *now.moves[len(was.moves) :],
            *now.tier_history[len(was.tier_history) :],
        )
        new_rows += [(one.wallet, n, type(each).__name__, _written(each)) for n, each in enumerate(past, one.next_n)]
        one.next_n += len(past)
        new_marks += [(one.wallet, mark) for mark in sorted(now.done - was.done)]
        old_marks += [{"of_wallet": one.wallet, "of_mark": mark} for mark in sorted(was.done - now.done)]
    insert_set(connection, life, new_rows)
    insert_set(connection, marks, new_marks, _ONCE)
    if old_marks:
        connection.execute(_UNMARK, old_marks)
    in_order = sorted(lives, key=lambda one: one.wallet)
    insert_set(
        connection,
        standings,
        [(one.wallet, _person_of(one), one.standing.nights_through, one.due_on, one.next_n) for one in in_order],
        _KEEP,
    )
    insert_set(connection, member_wallets, sorted({(one.member, one.wallet) for one in lives if one.member}), _ONCE)


def keep_awaited(connection: Connection, lives: Iterable[Life]) -> None:
    """Write what is waited for of these wallets, instead of what was."""
    rows = []
    for one in lives:
        connection.execute(_NOT_AWAITED, {"of_wallet": one.wallet})
        rows += [(one.wallet, unit, lot.key, to, amount) for (unit, lot, to), amount in one.awaited.items() if amount]
    insert_set(connection, awaited, sorted(rows))


def forget_life(connection: Connection, wallet: WalletId) -> None:
    """The wallet's member lives on in another one; what is still waited for here stays."""
    for table in (life, marks, standings):
        connection.execute(delete(table).where(table.c.wallet == wallet))


def silence(connection: Connection, wallet: WalletId) -> None:
    """Nothing here says any more who the member is, and nobody writes to them."""
    found = connection.execute(select(standings.c.person).where(standings.c.wallet == wallet)).scalar()
    if found is not None:
        was = Person.model_validate_json(found)
        now = Person(joined_on=was.joined_on, tiers=was.tiers, is_silent=True).model_dump_json(exclude_defaults=True)
        connection.execute(update(standings).where(standings.c.wallet == wallet).values(person=now))


def queue_messages(connection: Connection, wallet: WalletId, notes: Iterable[Note], now_ms: int) -> None:
    """Put messages into the queue, each once."""
    insert_set(connection, messages, [(wallet, note.message, note.about, note.day, now_ms) for note in notes], _ONCE)


def forget_messages(connection: Connection, wallets: Iterable[WalletId]) -> None:
    """Nothing waits any more to be sent to these."""
    unwanted = [{"of_wallet": wallet} for wallet in sorted(set(wallets))]
    if unwanted:
        connection.execute(_UNSENT, unwanted)


def wallet_of(connection: Connection, named: str) -> WalletId | None:
    """The wallet of a member's id, or the wallet of this name itself; None where neither is known."""
    found = connection.execute(_WALLET_OF, {"of_member": named}).scalar()
    known = connection.execute(select(standings.c.wallet).where(standings.c.wallet == (found or named))).scalar()
    return WalletId(known) if known else None


def due_wallets(connection: Connection, day: str, after: str, limit: int) -> Sequence[WalletId]:
    """The next wallets to which something happens by `day`, in key order behind `after`."""
    query = (
        select(standings.c.wallet)
        .where(standings.c.due_on <= day, standings.c.wallet > after)
        .order_by(standings.c.wallet)
        .limit(limit)
    )
    return [WalletId(wallet) for wallet in connection.execute(query).scalars()]


def look_again_on(connection: Connection, day: str) -> None:
    """Every member is looked at on this day at the latest."""
    connection.execute(_SOONER, {"by_day": day})


def awaiting_wallets(connection: Connection, after: str, limit: int) -> Sequence[WalletId]:
    """The next wallets of which something is waited for, in key order behind `after`."""
    query = select(awaited.c.wallet).where(awaited.c.wallet > after).distinct().order_by(awaited.c.wallet).limit(limit)
    return [WalletId(wallet) for wallet in connection.execute(query).scalars()]


def _read_person(one: Life, person: Person) -> None:
    one.member, one.is_silent, one.follow_ups = person.member, person.is_silent, person.follow_ups
    one.told, one.is_met, one.met_with = person.told, person.is_met, person.met_with
    one.standing = Standing(
        joined_on=person.joined_on,
        birthday=person.birthday,
        kind=person.kind,
        gender=person.gender,
        identified=person.identified,
        tags=person.tags,
        fields=person.fields,
        tiers=person.tiers,
    )


def _read_register(connection: Connection, found: dict[WalletId, Life]) -> None:
    """Who they are, and whether they want to be written to, stands in the register."""
    for wallet, known in registered(connection, found).items():
        one, who = found[wallet], known.member
        said = who.consents.get(Consent.MESSAGES)
        one.is_silent = not said.given if said else one.is_silent
        if known.is_named:
            one.standing = replace(
                one.standing, birthday=who.birthday, gender=who.gender, kind=who.kind, fields=who.fields
            )


def _person_of(one: Life) -> str:
    was = one.standing
    return Person(
        member=one.member,
        joined_on=was.joined_on,
        birthday=was.birthday,
        kind=was.kind,
        gender=was.gender,
        identified=was.identified,
        tags=was.tags,
        fields=dict(was.fields),
        tiers=dict(was.tiers),
        is_silent=one.is_silent,
        follow_ups=one.follow_ups,
        told=one.told,
        is_met=one.is_met,
        met_with=one.met_with,
    ).model_dump_json(exclude_defaults=True)


def _read_past(one: Life, nights_through: str, rows: Iterable[Sequence[Any]], done: Iterable[str]) -> None:
    past = [_adapter(kind).validate_json(body) for _, kind, body in sorted(rows, key=lambda row: int(row[0]))]
    one.standing = replace(
        one.standing,
        history=tuple(each for each in past if isinstance(each, _FACTS)),
        moves=tuple(each for each in past if isinstance(each, Change)),
        tier_history=tuple(each for each in past if isinstance(each, TierChange)),
        done=frozenset(done),
        nights_through=nights_through,
    )


def _read_books(connection: Connection, found: dict[WalletId, Life], wanted: Sequence[tuple[str]]) -> None:
    columns = ("wallet", "unit", "lot", "target", "amount")
    for wallet, unit, lot, target, amount in select_set(connection, awaited, ("wallet",), columns, wanted):
        found[WalletId(wallet)].awaited[Unit(unit), Lot.from_key(lot), Place(target)] = int(amount)
    columns = ("wallet", "unit", "lot", "place", "balance")
    for wallet, unit, lot, place, balance in select_set(connection, accounts, ("wallet",), columns, wanted):
        if is_members(Place(place)) and balance:
            one, key = found[WalletId(wallet)], (Unit(unit), Lot.from_key(lot))
            held = one.at_office if place == "office" else one.leased
            held[key] = held.get(key, 0) + int(balance)
        elif place == RESERVE and balance < 0:
            found[WalletId(wallet)].advanced[Unit(unit), Lot.from_key(lot)] = -int(balance)
    for one in found.values():
        one.standing = replace(one.standing, lots=lots_of(one))


def lots_of(one: Life) -> dict[Lotted, int]:
    """What the member has: everywhere, less what is only waited for to be taken."""
    lots: defaultdict[Lotted, int] = defaultdict(int)
    for held in (one.at_office, one.leased):
        for key, amount in held.items():
            lots[key] += amount
    for (unit, lot, _), amount in one.awaited.items():
        lots[unit, lot] = max(0, lots[unit, lot] - amount)
    return {key: amount for key, amount in lots.items() if amount}


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])


def _written(each: object) -> str:
    """As it will be read; ValueError where it could not be: a till may write a number where a name belongs."""
    adapter = _adapter(type(each).__name__)
    written = adapter.dump_json(each, warnings=False)
    adapter.validate_json(written)
    return written.decode()


def _by_wallet(rows: Iterable[Sequence[Any]]) -> defaultdict[str, list[Sequence[Any]]]:
    found: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
    for wallet, *rest in rows:
        found[str(wallet)].append(rest)
    return found
