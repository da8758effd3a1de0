"""PUSH: take events in, post them, answer. An event is a fact: nothing here refuses one.

What can be known of a frame without the database is read before the transaction, while another frame has it. A part of
a frame is a frame as well: where somebody at a till waits for a lease meanwhile, it is let in between two parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from app.domain.ids import TillId
from app.domain.lease.office import Standing
from sync.office.services.errors import UnknownTillError
from sync.office.services.ledger.posting import facts_to_post, money_moved, post_facts, stray_facts
from sync.office.services.ledger.settle import may_post, settle_when_ready
from sync.office.services.tills.fence import fence_chain
from sync.office.services.world import World
from sync.office.storage.chains import Chain, change_chain, lock_chain
from sync.office.storage.journal import add_strays, append, hashes_between, known_strays
from sync.office.storage.member_keys import keep_keys
from sync.office.storage.state import OfficeState, read_state
from sync.protocol.facts import EventFacts, facts_of
from sync.protocol.messages import Ack, Gap, PushFenced
from sync.protocol.wire import Frame, Link

Answer = Ack | Gap | PushFenced
Events = Sequence[tuple[Link, EventFacts]]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A frame against what is there: what comes next, what is of another branch, or a gap in front of it."""

    new: Events = ()
    strays: Events = ()
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class TakePush:
    """Take a frame in."""

    world: World

    def __call__(self, frame: Frame) -> Answer:
        """What is kept now; UnknownTillError where the chain was never enrolled."""
        events = [(link, facts_of(link.payload, frame.till, frame.epoch, link.seq)) for link in frame.links]
        most = self.world.database.events_at_once
        parts = [
            partial(self._taken, till=frame.till, epoch=frame.epoch, events=events[start : start + most])
            for start in range(0, len(events), most)
        ]
        return self.world.database.write_parts(parts)

    def _taken(self, connection: Connection, till: TillId, epoch: int, events: Events) -> Answer:
        chain = lock_chain(connection, till, epoch)
        if chain is None:
            raise UnknownTillError
        state = read_state(connection)
        found = _sorted(connection, chain, events)
        if found.is_gap:
            return Gap(server_epoch=state.server_epoch, expected_seq=chain.last_seq + 1)
        if found.strays:
            return self._stray(connection, chain, state, found.strays)
        if found.new:
            chain = self._append(connection, chain, state, found.new)
        if not chain.is_active:
            taken, _ = events[-1]
            reason = chain.reason or chain.status
            return PushFenced(server_epoch=state.server_epoch, taken_seq=taken.seq, reason=reason)
        return Ack(server_epoch=state.server_epoch, last_seq=chain.last_seq, last_hash=chain.last_hash.hex())

    def _append(self, connection: Connection, chain: Chain, state: OfficeState, events: Events) -> Chain:
        facts = facts_to_post(connection, chain, events)
        append(connection, chain, events, self.world.clock.now_ms())
        keep_keys(connection, chain, [link for link, _ in events])
        last, _ = events[-1]
        longer = replace(chain, last_seq=last.seq, last_hash=last.hash)
        changes: dict[str, object] = {"last_seq": last.seq, "last_hash": last.hash}
        # Behind events that still wait to be posted these wait too: the order of a chain is never changed.
        if may_post(chain, state) and chain.applied_seq == chain.last_seq:
            outcome = post_facts(connection, self.world, state, facts)
            moved = 0 if chain.status is Standing.WRITTEN_OFF else money_moved(outcome, chain)
            changes |= {"applied_seq": last.seq, "leased_money": chain.leased_money + moved}
            change_chain(connection, chain, **changes)
        else:
            change_chain(connection, chain, **changes)
            settle_when_ready(connection, self.world, longer)
        return longer

    def _stray(self, connection: Connection, chain: Chain, state: OfficeState, events: Events) -> PushFenced:
        had = known_strays(connection, chain, (link.hash for link, _ in events))
        new = [(link, facts) for link, facts in events if link.hash not in had]
        add_strays(connection, chain, [link for link, _ in new], self.world.clock.now_ms())
        post_facts(connection, self.world, state, stray_facts(chain, new))
        reason = chain.reason or "fork"
        if chain.is_active:
            fence_chain(connection, self.world, chain, reason)
        return PushFenced(server_epoch=state.server_epoch, taken_seq=events[-1][0].seq, reason=reason)


def _sorted(connection: Connection, chain: Chain, events: Events) -> _Sorted:
    (first, _), (last, _) = events[0], events[-1]
    if first.seq == chain.last_seq + 1 and first.prev_hash == chain.last_hash:
        return _Sorted(new=events)
    had = hashes_between(connection, chain, first.seq, last.seq)
    # The frame is a chain in itself: from the first link that is not known, all are new or all are strays.
    rest = [(link, facts) for link, facts in events if had.get(link.seq) != link.hash]
    if not rest:
        return _Sorted()
    head, _ = rest[0]
    if head.seq == chain.last_seq + 1 and head.prev_hash == chain.last_hash:
        return _Sorted(new=rest)
    if head.seq <= chain.last_seq + 1 or known_strays(connection, chain, [head.prev_hash]):
        return _Sorted(strays=rest)
    return _Sorted(is_gap=True)
