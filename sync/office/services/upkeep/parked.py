"""Parked events: kept, acknowledged, and not posted because they could not be read. They stop nothing behind them."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.ids import TillId, WalletId
from app.domain.lease.office import Fact, Rule, Standing
from sync.office.services.errors import NotParkedError, RecoveryError, SecondPersonNeededError
from sync.office.services.ledger.posting import facts_to_post, money_moved, post_facts, read_links, stray_facts
from sync.office.services.life.react import ReactToEvents
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.services.world import World
from sync.office.storage.chains import Chain, change_chain, lock_chain
from sync.office.storage.journal import hash_at, links_after, strays_of
from sync.office.storage.parked import NIGHT, Ending, Parked, end_parked, lock_parked, open_parked
from sync.office.storage.reacted import posted_after
from sync.office.storage.state import Mode, OfficeState, read_state

_log = logging.getLogger(__name__)


class _StillWrongError(Exception):
    """What follows from an event goes wrong as before; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class ParkedEvents:
    """Look at them, post them after an update of this program, or close them."""

    world: World

    def all(self) -> Sequence[Parked]:
        """Everything that waits."""
        return self.world.database.read(open_parked)

    def retry(self, source: str) -> Rule | None:
        """Read and post it again; what is wrong with it still, None where it is posted now.

        NotParkedError where nothing of this name waits, RecoveryError while head office waits for its tills.
        """
        if source.startswith(NIGHT):
            return self._night(source)
        try:
            return self.world.database.write(lambda connection: self._retried(connection, source))
        except _StillWrongError:
            _log.exception("%s cannot be followed up", source)
            return Rule.NOT_FOLLOWED_UP

    def _night(self, source: str) -> Rule | None:
        self.world.database.read(lambda connection: _found(connection, source))
        wallet = WalletId(source.removeprefix(NIGHT))
        went = WorkNights(self.world).work_one(wallet, self.world.now()[:10])
        return None if went else Rule.NOT_FOLLOWED_UP

    def close(self, source: str, persons: Sequence[str], reason: str) -> None:
        """Nothing will come of it: two persons say so, and why. The bytes stay; no account is touched."""
        named = sorted({person.strip() for person in persons} - {""})
        if len(named) < self.world.persons_needed:
            raise SecondPersonNeededError

        def work(connection: Connection) -> None:
            event = _locked(connection, source)
            end_parked(connection, event, Ending.CLOSED, self.world.clock.now_ms(), named, reason)

        self.world.database.write(work)

    def _retried(self, connection: Connection, source: str) -> Rule | None:
        state = read_state(connection)
        if state.mode is Mode.RECOVERY:
            raise RecoveryError
        event = _locked(connection, source)
        chain = lock_chain(connection, event.till, event.epoch)
        if chain is None:
            raise NotParkedError
        if event.rule is Rule.NOT_FOLLOWED_UP:
            self._follow_up(connection, chain, event)
            return None
        [fact] = _facts(connection, chain, event)
        if fact.fault is not None:
            return fact.fault
        self._post(connection, chain, state, fact)
        end_parked(connection, event, Ending.POSTED, self.world.clock.now_ms())
        return None

    def _follow_up(self, connection: Connection, chain: Chain, event: Parked) -> None:
        """What follows from it, if it goes through now."""
        [posted] = posted_after(connection, replace(chain, applied_seq=event.seq), event.seq - 1, 1)
        try:
            ReactToEvents(self.world).again(connection, chain, posted)
        except Exception as error:
            raise _StillWrongError from error
        end_parked(connection, event, Ending.POSTED, self.world.clock.now_ms())

    def _post(self, connection: Connection, chain: Chain, state: OfficeState, fact: Fact) -> None:
        outcome = post_facts(connection, self.world, state, [fact])
        if fact.standing in {Standing.ACTIVE, Standing.FENCED}:
            change_chain(connection, chain, leased_money=chain.leased_money + money_moved(outcome, chain))


def _locked(connection: Connection, source: str) -> Parked:
    event = lock_parked(connection, _found(connection, source), source)
    if event is None:
        raise NotParkedError
    return event


def _found(connection: Connection, source: str) -> TillId:
    # A till's name may hold any sign, so its place in the source is not looked for.
    tills = {event.till for event in open_parked(connection) if event.source == source}
    if not tills:
        raise NotParkedError
    return min(tills)


def _facts(connection: Connection, chain: Chain, event: Parked) -> Sequence[Fact]:
    if event.stray_hash:
        links = [link for link in strays_of(connection, chain) if link.hash == event.stray_hash]
        return stray_facts(chain, read_links(links, chain))
    before = hash_at(connection, chain, event.seq - 1) or bytes(32)
    link = next(links_after(connection, chain, event.seq - 1, before))
    return facts_to_post(connection, chain, read_links([link], chain))
