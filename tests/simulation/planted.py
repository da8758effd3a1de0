"""Bugs to be planted: each breaks one rule of the protocol on purpose, and the simulation must notice.

The checks are only worth something if they can fail; `test_planted` says which run catches which bug.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.journal import Kind
from app.domain.lease import Grant, Lease, Take, office
from app.domain.ledger import OFFICE, PRINCIPAL, EntryKind, move
from app.domain.sale import build
from app.storage.till.ledger import LedgerTable, is_return
from app.storage.till.store import TillStore
from sync.client import leases, session
from sync.client.session import Session
from sync.client.state import SyncState
from sync.office.services.ledger import posting, recall, settle
from sync.office.services.tills import lend, restore, take_push, write_off
from sync.office.services.tills.lend import LendValue
from sync.office.services.tills.say_hello import SayHello
from sync.office.storage import chains, ledger, state
from sync.office.storage.answers import kept_answer
from sync.office.storage.chains import Chain, find_chain
from sync.office.storage.ledger import holders_of, write_changes, write_lines
from sync.office.storage.state import read_state
from sync.protocol.messages import LEASE_ANSWER, EpochChanged, Granted, Hello, LeaseRequest
from tests.simulation.headoffice import LATE

Plant = Callable[[pytest.MonkeyPatch], None]


def grants_added_up(patch: pytest.MonkeyPatch) -> None:
    """A total is taken for a difference."""
    patch.setattr(Lease, "with_grant", lambda self, total: replace(self, granted=self.granted + total))


def last_total_wins(patch: pytest.MonkeyPatch) -> None:
    """A late total takes the place of a higher one."""
    patch.setattr(Lease, "with_grant", lambda self, total: replace(self, granted=total))

    def merge(work: Any, recorder: Any, grants: Sequence[Grant]) -> None:
        for grant in grants:
            body = {"grants": [[grant.wallet, grant.unit, grant.lot.key, grant.total]]}
            work.ledger.grant(recorder.record(work, Kind.LEASE_GRANTED, body, recorder.stamp(work)), [grant])

    patch.setattr(leases, "merge_grants", merge)
    patch.setattr(session, "merge_grants", merge)


def lot_not_named(patch: pytest.MonkeyPatch) -> None:
    """A grant of several lots is booked on one of them."""

    def grants_of(answer: Granted) -> Sequence[Grant]:
        (lot, _), *_ = answer.lots
        total = sum(total for _, total in answer.lots)
        return real(answer.model_copy(update={"lots": ((lot, total),)}))

    real = leases.grants_of
    patch.setattr(session, "grants_of", grants_of)


def return_not_kept(patch: pytest.MonkeyPatch) -> None:
    """A RETURN is sent and forgotten: the till goes on holding it."""
    real = LedgerTable.post

    def post(self: LedgerTable, event: Any, entries: Any) -> None:
        real(self, event, [entry for entry in entries if not is_return(entry)])

    patch.setattr(LedgerTable, "post", post)


def lease_reused_when_recalled(patch: pytest.MonkeyPatch) -> None:
    """What is recalled is free at once, before it was returned."""
    real = recall.recall_from_others

    def freed(connection: Connection, state: Any, wallet: Any, unit: Any, asking: Any) -> int:
        for lot, place, balance in holders_of(connection, wallet, unit):
            entry = move(
                EntryKind.LEASE_RETURN,
                wallet,
                unit,
                [(lot, balance)],
                source=place,
                target=OFFICE,
                merchant=state.merchant,
            )
            count = connection.exec_driver_sql("SELECT count(*) FROM postings").scalar()
            source = f"freed:{lot.key}:{place}:{count}"
            write_lines(connection, [office.Line(source, entry.kind, part) for part in entry.postings], 0)
            write_changes(
                connection, {(wallet, unit, lot.key, place): -balance, (wallet, unit, lot.key, OFFICE): balance}
            )
        return real(connection, state, wallet, unit, asking)

    patch.setattr(lend, "recall_from_others", freed)
    patch.setattr(recall, "recall_from_others", freed)


def spends_without_a_lease(patch: pytest.MonkeyPatch) -> None:
    """A till takes what it does not hold."""
    patch.setattr(build, "split_spend", lambda _leases, amount, _order, _day: (Take(PRINCIPAL, LATE, amount),))


def no_dedupe(patch: pytest.MonkeyPatch) -> None:
    """A push that comes twice is appended twice."""
    patch.setattr(take_push, "_sorted", lambda _connection, _chain, links: take_push._Sorted(new=links))


def event_acked_not_kept(patch: pytest.MonkeyPatch) -> None:
    """Events are acknowledged and thrown away."""
    patch.setattr(take_push, "append", lambda *_: None)


def fork_not_seen(patch: pytest.MonkeyPatch) -> None:
    """Another event at a known seq is taken for the known one."""
    real = take_push._sorted

    def sorted_(connection: Connection, chain: Chain, links: Any) -> Any:
        return replace(real(connection, chain, links), strays=())

    patch.setattr(take_push, "_sorted", sorted_)


def strays_thrown_away(patch: pytest.MonkeyPatch) -> None:
    """The sales of a copied till are dropped."""
    patch.setattr(take_push, "add_strays", lambda *_: None)


def branch_believed(patch: pytest.MonkeyPatch) -> None:
    """A till believes an acknowledgement of its twin's events."""
    patch.setattr(Session, "_is_own", lambda *_: True)


def late_hello_fences(patch: pytest.MonkeyPatch) -> None:
    """A HELLO that comes late is taken for a restored till."""
    real = SayHello._contradicted

    def contradicted(self: SayHello, connection: Connection, chain: Chain, hello: Hello, state: Any) -> Any:
        return real(self, connection, chain, hello.model_copy(update={"mark": 2**40}), state)

    patch.setattr(SayHello, "_contradicted", contradicted)


def old_epoch_accepted(patch: pytest.MonkeyPatch) -> None:
    """A HELLO of an old server epoch is answered as if nothing had happened."""
    real = SayHello._answered

    def answered(self: SayHello, connection: Connection, hello: Hello) -> Any:
        epoch = read_state(connection).server_epoch
        return real(self, connection, hello.model_copy(update={"server_epoch": epoch}))

    patch.setattr(SayHello, "_answered", answered)


def fenced_not_told_of_a_restore(patch: pytest.MonkeyPatch) -> None:
    """A fenced till is told that it is fenced, and never to send again what was lost."""
    real = SayHello._answered

    def answered(self: SayHello, connection: Connection, hello: Hello) -> Any:
        chain = find_chain(connection, hello.till, hello.epoch)
        answer = real(self, connection, hello)
        if isinstance(answer, EpochChanged) and chain is not None and not chain.is_active:
            return self._fenced(read_state(connection), chain.reason)
        return answer

    patch.setattr(SayHello, "_answered", answered)


def restore_keeps_the_epoch(patch: pytest.MonkeyPatch) -> None:
    """A restored head office says it is the one it was."""
    real = state.change_state
    patch.setattr(restore, "change_state", lambda connection, **changes: real(connection, mode=changes["mode"]))


def no_recovery(patch: pytest.MonkeyPatch) -> None:
    """A restored head office goes on at once."""
    patch.setattr(take_push, "may_post", lambda *_: True)
    patch.setattr(lend, "_cannot_now", lambda *_: None)


def recovery_ends_early(patch: pytest.MonkeyPatch) -> None:
    """RECOVERY is over when the first till was heard."""
    patch.setattr(Chain, "is_complete", lambda *_: True)


def settlement_forgets_grants(patch: pytest.MonkeyPatch) -> None:
    """What tills say they were granted is not looked at."""
    patch.setattr(settle, "take_staged", lambda *_, **__: [])


def settlement_forgets_events(patch: pytest.MonkeyPatch) -> None:
    """Events that came in RECOVERY are never posted."""
    patch.setattr(settle, "_waiting_facts", lambda *_: ())


def totals_not_told(patch: pytest.MonkeyPatch) -> None:
    """A till joins without saying what it was granted."""
    real = Session._hello

    def hello(self: Session, work: Any) -> Hello:
        said = real(self, work)
        return said.model_copy(update={"granted": None if said.granted is None else ()})

    patch.setattr(Session, "_hello", hello)


def feed_skipped(patch: pytest.MonkeyPatch) -> None:
    """The cursor moves on, the changes are not applied; and nobody asks again."""
    patch.setattr(session, "apply_changes", lambda *_: None)
    patch.setattr(Session, "_ask_again", lambda *_: None)


def cursor_of_another_epoch(patch: pytest.MonkeyPatch) -> None:
    """The cursor of one server epoch is used for the feed of the next; and nobody asks again."""

    def in_epoch(self: SyncState, server_epoch: str) -> SyncState:
        return self.model_copy(update={"server_epoch": server_epoch, "acked": 0, "mark": 0, "has_told_totals": False})

    patch.setattr(SyncState, "in_epoch", in_epoch)
    patch.setattr(Session, "_ask_again", lambda *_: None)


def lost_grants_not_taken_back(patch: pytest.MonkeyPatch) -> None:
    """After a restore a till is believed to hold what was granted to it and never arrived."""
    real = ledger.take_staged
    patch.setattr(settle, "take_staged", lambda *where, is_all: real(*where))


def kept_answer_before_the_settlement(patch: pytest.MonkeyPatch) -> None:
    """A till that asks again while head office recovers is told of the grant that is about to be taken back."""
    real = LendValue._answered

    def answered(self: LendValue, connection: Connection, request: LeaseRequest) -> Any:
        chain = find_chain(connection, request.till, request.epoch)
        kept = kept_answer(connection, WalletId(request.wallet), request.id)
        if chain is not None and chain.is_active and kept is not None:
            answer = LEASE_ANSWER.validate_json(kept[1])
            return lend._as_of_now(connection, chain, read_state(connection), answer)
        return real(self, connection, request)

    patch.setattr(LendValue, "_answered", answered)


def written_off_without_fence(patch: pytest.MonkeyPatch) -> None:
    """A lost till is made good and stays active."""
    real = chains.change_chain

    def change(connection: Connection, chain: Chain, **changes: object) -> None:
        real(connection, chain, leased_money=changes["leased_money"])

    patch.setattr(write_off, "change_chain", change)


def late_events_on_the_lease(patch: pytest.MonkeyPatch) -> None:
    """A written-off till's late events are posted as if it were active."""
    patch.setattr(office, "routed", lambda posting_, _fact: posting_.place)


def returns_posted_twice(patch: pytest.MonkeyPatch) -> None:
    """A RETURN frees its value twice."""
    real = posting.facts_to_post

    def doubled(connection: Connection, chain: Chain, read: Any) -> Iterable[Any]:
        return [
            fact._replace(entries=fact.entries * 2) if fact.entries and is_return(fact.entries[0]) else fact
            for fact in real(connection, chain, read)
        ]

    patch.setattr(take_push, "facts_to_post", doubled)
    patch.setattr(settle, "facts_to_post", doubled)


def second_journal_not_completed(patch: pytest.MonkeyPatch) -> None:
    """A till that crashed between the commit and its second journal goes on without completing it."""
    patch.setattr(TillStore, "_events_behind", lambda _self, _end: (_ for _ in ()))


BUGS: tuple[Plant, ...] = (
    grants_added_up,
    last_total_wins,
    lot_not_named,
    return_not_kept,
    lease_reused_when_recalled,
    spends_without_a_lease,
    no_dedupe,
    event_acked_not_kept,
    fork_not_seen,
    strays_thrown_away,
    branch_believed,
    late_hello_fences,
    old_epoch_accepted,
    fenced_not_told_of_a_restore,
    restore_keeps_the_epoch,
    no_recovery,
    recovery_ends_early,
    settlement_forgets_grants,
    settlement_forgets_events,
    totals_not_told,
    feed_skipped,
    cursor_of_another_epoch,
    lost_grants_not_taken_back,
    kept_answer_before_the_settlement,
    written_off_without_fence,
    late_events_on_the_lease,
    returns_posted_twice,
    second_journal_not_completed,
)
