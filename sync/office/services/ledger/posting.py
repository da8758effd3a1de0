"""Post facts into the books: what all services that move value have in common."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.journal import Kind
from app.domain.lease.office import Fact, Known, Outcome, Rule, Standing, members_accounts, post
from app.domain.ledger import TOPPED_UP, EntryKind, lease_at
from app.domain.people.body import PEOPLE_KINDS
from sync.office.services.world import MONEY, World
from sync.office.storage.chains import Chain
from sync.office.storage.journal import places_of_ids
from sync.office.storage.ledger import (
    Credits,
    add_granted,
    add_rest,
    balances_of,
    credits_of_source,
    try_debits,
    write_changes,
    write_lines,
)
from sync.office.storage.parked import park
from sync.office.storage.state import OfficeState
from sync.office.storage.suspense import note
from sync.protocol.facts import EventFacts, facts_of
from sync.protocol.wire import Link

# What of a branch that does not count somebody has to do again.
_WORDS = frozenset({*PEOPLE_KINDS, Kind.CARD_CHANGED})


def read_links(links: Iterable[Link], chain: Chain) -> Sequence[tuple[Link, EventFacts]]:
    """What each event says."""
    return [(link, facts_of(link.payload, chain.till, chain.epoch, link.seq)) for link in links]


def facts_to_post(connection: Connection, chain: Chain, read: Sequence[tuple[Link, EventFacts]]) -> Sequence[Fact]:
    """The chain's events as facts; an id that an earlier event of this till had is a fault, and told."""
    taken: dict[str, tuple[int, int]] = {}
    for id_, epoch, seq in places_of_ids(connection, chain, (facts.id for _, facts in read if facts.id)):
        taken[id_] = min((epoch, seq), taken.get(id_, (epoch, seq)))
    made: list[Fact] = []
    for link, facts in read:
        first = taken.setdefault(facts.id, (chain.epoch, link.seq)) if facts.id else (chain.epoch, link.seq)
        fault = facts.fault or (Rule.ID_USED_TWICE if first < (chain.epoch, link.seq) else None)
        source = f"{chain.till}:{chain.epoch}:{link.seq}"
        made.append(Fact(source, chain.till, chain.epoch, link.seq, chain.status, facts.entries, fault))
        if facts.kind == Kind.TOP_UP and fault is None:
            made[-1] = _less_what_was_proved(connection, chain, made[-1])
    return made


def proof_source(chain: Chain, seq: int) -> str:
    """Under which name the code on a top-up's slip is posted, when it comes before its event."""
    return f"proof:{chain.till}:{chain.epoch}:{seq}"


def proved_credits(connection: Connection, chain: Chain, seq: int, wallet: WalletId) -> Credits:
    """What was posted of a top-up from its slip: by unit and lot; empty where its event is the first to tell."""
    return credits_of_source(connection, wallet, proof_source(chain, seq))


def _less_what_was_proved(connection: Connection, chain: Chain, fact: Fact) -> Fact:
    """A top-up whose slip was posted before: its credits are there. Other credits than the slip's are told."""
    lines = [line for entry in fact.entries for line in entry.postings if line.place == TOPPED_UP]
    if not lines:
        return fact
    proved = proved_credits(connection, chain, fact.seq, lines[0].wallet)
    if not proved:
        return fact
    if proved != {(line.unit, line.lot.key): -line.amount for line in lines}:
        return fact._replace(fault=Rule.ID_USED_TWICE)
    done = {EntryKind.TOP_UP, EntryKind.LEASE_RETURN}
    return fact._replace(entries=tuple(entry for entry in fact.entries if entry.kind not in done))


def stray_facts(chain: Chain, read: Sequence[tuple[Link, EventFacts]]) -> Sequence[Fact]:
    """Events of another branch as facts that touch no member."""
    return [
        Fact(
            f"{chain.till}:{chain.epoch}:{link.seq}:{link.hash.hex()[:16]}",
            chain.till,
            chain.epoch,
            link.seq,
            Standing.STRAY,
            facts.entries,
            facts.fault,
            link.hash,
            is_word=facts.kind in _WORDS,
        )
        for link, facts in read
    ]


def post_facts(
    connection: Connection,
    world: World,
    state: OfficeState,
    facts: Sequence[Fact],
    known: Sequence[Known] = (),
) -> Outcome:
    """Post them in their order, and note what a person must hear."""
    outcome = None if known else _posted_unseen(connection, world, state, facts)
    if outcome is None:
        balances = balances_of(connection, members_accounts(facts, known), lock=bool(known))
        settlement = world.new_id() if known else ""
        outcome = post(facts, balances, merchant=state.merchant, settlement=settlement, known=known)
        write_outcome(connection, world, outcome)
    park(connection, facts, world.clock.now_ms())
    return outcome


def write_outcome(connection: Connection, world: World, outcome: Outcome) -> None:
    """Into the books with it. The balances last: another till's sales to the same members wait for them."""
    _write_words(connection, world, outcome)
    write_changes(connection, outcome.changes)


def _posted_unseen(connection: Connection, world: World, state: OfficeState, facts: Sequence[Fact]) -> Outcome | None:
    """Post without a look at the leases: nearly all hold what was spent. None, and nothing done, where one does not."""
    outcome = post(facts, None, merchant=state.merchant, settlement="")
    with connection.begin_nested() as attempt:
        if not try_debits(connection, outcome.needed):
            attempt.rollback()
            return None
    _write_words(connection, world, outcome)
    add_rest(connection, outcome.changes, outcome.needed)
    return outcome


def _write_words(connection: Connection, world: World, outcome: Outcome) -> None:
    now = world.clock.now_ms()
    write_lines(connection, outcome.lines, now)
    note(connection, outcome.alerts, world.new_id, now)


def remember_grants(connection: Connection, chain: Chain, known: Iterable[Known]) -> None:
    """Bring the totals G to what the till says it was granted."""
    grants = [(grant.wallet, grant.unit, grant.lot, grant.amount) for grant in known if grant.till == chain.till]
    add_granted(connection, chain.till, chain.epoch, grants)


def money_moved(outcome: Outcome, chain: Chain) -> int:
    """By how much the money this chain holds has changed (minor units)."""
    here = lease_at(chain.till)
    return sum(change for (_, unit, _, place), change in outcome.changes.items() if place == here and unit in MONEY)
