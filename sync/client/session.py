"""The till's conversation with head office: HELLO, PUSH, PULL, and asking for a lease.

Nothing here is needed for a sale: whatever fails is tried again later. What an answer says is written in one
transaction with the check that it is of the server epoch this till has adopted.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from app.domain.ids import WalletId
from app.domain.lease import Take
from app.domain.ledger import Unit
from sync.client.leases import apply_changes, give_back, grants_of, merge_grants
from sync.client.office import Office, OfficeError
from sync.client.state import SyncState, keep_sync_state, read_sync_state
from sync.client.till import Recorder, Run, Store, Work
from sync.protocol.messages import (
    Ack,
    Again,
    Changes,
    Denied,
    EpochChanged,
    Fenced,
    Gap,
    Granted,
    Hello,
    HelloOk,
    LeaseRequest,
    Pull,
    PushFenced,
    ResendFrom,
    Upgrade,
)
from sync.protocol.wire import MOST_EVENTS, Frame, fitting, links_of

_HELLOS = 8

T = TypeVar("T")


class Outcome(Enum):
    """How a conversation ended."""

    DONE = "done"
    FENCED = "fenced"
    UPGRADE = "upgrade"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Session:
    """One till and its head office. Every method may raise OfficeError; what was written before it stays right."""

    store: Store
    recorder: Recorder
    office: Office
    run: Run
    software: str = ""

    def synchronise(self) -> Outcome:
        """HELLO, push everything, pull the lease feed, settle what was asked for and never answered."""
        outcome = self._say_hello()
        if outcome is Outcome.AGAIN:
            return outcome
        if not self._push_all():
            return Outcome.AGAIN
        # Only the push may show that this till is a branch: HELLO sees no further than its own end.
        if self.state().fenced:
            return Outcome.FENCED
        if outcome is Outcome.DONE:
            self._pull_all()
            self._ask_again()
            if not self._push_all():
                return Outcome.AGAIN
        return outcome

    def push(self) -> bool:
        """Send what waits, without a HELLO; False where only a HELLO helps."""
        return self._push_all()

    def ask(self, wallet: WalletId, unit: Unit, want: int, least: int = 0) -> Granted | Denied | None:
        """Ask for a lease of `want`, at least `least`; None where the answer is of another epoch: say HELLO first."""

        def request_(work: Work) -> LeaseRequest:
            state, head = read_sync_state(work.config), work.journal.head()
            return LeaseRequest(
                id=self.recorder.new_id(self.recorder.look(work).at),
                till=head.till,
                epoch=head.epoch,
                server_epoch=state.server_epoch or "none",
                wallet=wallet,
                unit=unit,
                want=want,
                min=least,
            )

        request = self._read(request_)
        try:
            return self._asked(request)
        except OfficeError:
            # It may have arrived all the same, so it is asked again; what a crash forgets stands in the lease feed.
            self._write(lambda work: keep_sync_state(work.config, read_sync_state(work.config).with_asked(request)))
            raise

    def give_back(self, parts: Iterable[tuple[WalletId, Take]], reason: str) -> None:
        """Return these parts; they travel with the next PUSH."""
        self._write(lambda work: give_back(work, self.recorder, parts, reason))

    def give_everything_back(self, reason: str) -> int:
        """Return every lease, as at the end of a shift where the shop wants it; how many lots that were."""

        def work_(work: Work) -> int:
            parts = [
                (lease.wallet, Take(lease.unit, lease.lot, lease.held))
                for lease in work.outbox.leases()
                if lease.held > 0
            ]
            give_back(work, self.recorder, parts, reason)
            return len(parts)

        return self._write(work_)

    def state(self) -> SyncState:
        """What is remembered now."""
        return self._read(lambda work: read_sync_state(work.config))

    # --- hello

    def _say_hello(self) -> Outcome:
        for _ in range(_HELLOS):
            hello = self._read(self._hello)
            said = self.office.hello(hello)
            self._forget(said.forgotten)
            match said:
                case HelloOk() as answer:
                    return self._agreed(hello, answer, hello.last_seq)
                case ResendFrom(seq=seq, last_hash=last_hash) as answer:
                    # Where the event before is another one, this till is a branch: it sends what was never acked.
                    agreed = seq - 1 if self._is_own(seq - 1, last_hash) else min(seq - 1, hello.acked)
                    return self._agreed(hello, answer, agreed)
                case Again(mark=mark, server_epoch=epoch):
                    self._change(epoch, mark=mark)
                case EpochChanged(server_epoch=epoch):
                    self._adopt(epoch)
                case Fenced(reason=reason, server_epoch=epoch):
                    self._change_any(fenced=reason)
                    return Outcome.FENCED
                case Upgrade():
                    self._change_any(must_upgrade=True)
                    return Outcome.UPGRADE
        return Outcome.AGAIN

    def _forget(self, places: Sequence[tuple[int, int]]) -> None:
        """Members were forgotten, wherever: what these events say of them is opened no more."""
        if places:
            self._write(lambda work: work.people.forget(places))

    def _hello(self, work: Work) -> Hello:
        state, head = read_sync_state(work.config), work.journal.head()
        granted = None
        if not state.has_told_totals:
            granted = tuple((at.wallet, at.unit, at.lot.key, at.granted) for at in work.outbox.granted())
        return Hello(
            software=self.software,
            till=head.till,
            epoch=head.epoch,
            server_epoch=state.server_epoch,
            last_seq=head.seq,
            last_hash=head.hash.hex(),
            acked=state.acked,
            mark=state.mark,
            granted=granted,
        )

    def _agreed(self, hello: Hello, answer: HelloOk | ResendFrom, acked: int) -> Outcome:
        told = hello.granted is not None
        is_ours = self._change(
            answer.server_epoch,
            acked=acked,
            heard_at=answer.server_time_ms,
            soft_expiry_ms=answer.policy.soft_expiry_ms,
            wallet_cap=answer.policy.wallet_cap,
            member_code_key=answer.policy.member_code_key,
            mode=answer.mode,
            must_upgrade=False,
            fenced="",
            **({"has_told_totals": True} if told else {}),
        )
        return Outcome.DONE if is_ours else Outcome.AGAIN

    def _adopt(self, server_epoch: str) -> None:
        def work_(work: Work) -> None:
            keep_sync_state(work.config, read_sync_state(work.config).in_epoch(server_epoch))

        self._write(work_)

    # --- push

    def _push_all(self) -> bool:
        while True:
            frame = self._read(self._next_frame)
            if frame is None:
                return True
            match self.office.push(frame):
                case Ack(server_epoch=epoch, last_seq=seq, last_hash=last_hash):
                    # Head office may be ahead of this frame, never of this till: then only HELLO can tell.
                    if seq < frame.links[-1].seq or not self._is_own(seq, last_hash):
                        return False
                    if not self._change(epoch, acked=seq):
                        return False
                case Gap(server_epoch=epoch, expected_seq=seq):
                    if seq > frame.links[0].seq or not self._change(epoch, acked=seq - 1):
                        return False
                case PushFenced(taken_seq=seq, reason=reason):
                    self._change_any(fenced=reason, acked=seq)

    def _next_frame(self, work: Work) -> Frame | None:
        head = work.journal.head()
        links = links_of(work.outbox.after(read_sync_state(work.config).acked, MOST_EVENTS))
        return Frame(head.till, head.epoch, fitting(links)) if links else None

    def _is_own(self, seq: int, last_hash: str) -> bool:
        def look(work: Work) -> bool:
            if seq == 0:
                return True
            found = work.outbox.after(seq - 1, 1)
            return bool(found) and found[0].seq == seq and found[0].hash.hex() == last_hash

        return self._read(look)

    # --- leases

    def _pull_all(self) -> None:
        while self._pulled(self.office.pull(self._read(self._pull))):
            pass

    def _pull(self, work: Work) -> Pull:
        state, head = read_sync_state(work.config), work.journal.head()
        return Pull(till=head.till, epoch=head.epoch, server_epoch=state.server_epoch, cursor=state.cursor)

    def _pulled(self, changes: Changes) -> bool:
        """Apply a page and move the cursor, both or neither; whether there is more."""

        def work_(work: Work) -> bool:
            state = read_sync_state(work.config)
            if changes.server_epoch != state.server_epoch or changes.cursor <= state.cursor:
                return False
            apply_changes(work, self.recorder, changes.changes)
            keep_sync_state(work.config, state.model_copy(update={"cursor": changes.cursor}))
            return changes.more

        return self._write(work_)

    def _ask_again(self) -> None:
        for request in self.state().asked:
            epoch = self.state().server_epoch
            self._asked(request.model_copy(update={"server_epoch": epoch}))

    def _asked(self, request: LeaseRequest) -> Granted | Denied | None:
        answer = self.office.lease(request)

        def work_(work: Work) -> Granted | Denied | None:
            state = read_sync_state(work.config)
            if answer.server_epoch != state.server_epoch:
                return None
            if isinstance(answer, Granted):
                merge_grants(work, self.recorder, grants_of(answer))
            left = tuple(asked for asked in state.asked if asked.id != request.id)
            if left != state.asked:
                keep_sync_state(work.config, state.model_copy(update={"asked": left}))
            return answer

        return self._write(work_)

    # --- the store

    def _change(self, server_epoch: str, **changes: object) -> bool:
        """Change what is remembered, unless the answer was of another epoch; whether it was ours."""

        def work_(work: Work) -> bool:
            state = read_sync_state(work.config)
            if state.server_epoch != server_epoch:
                return False
            keep_sync_state(work.config, state.model_copy(update=changes))
            return True

        return self._write(work_)

    def _change_any(self, **changes: object) -> None:
        def work_(work: Work) -> None:
            keep_sync_state(work.config, read_sync_state(work.config).model_copy(update=changes))

        self._write(work_)

    def _read(self, look: Callable[[Work], T]) -> T:
        def whole() -> T:
            with self.store.unit_of_work() as work:
                return look(work)

        return self.run(whole)

    def _write(self, change: Callable[[Work], T]) -> T:
        def whole() -> T:
            with self.store.unit_of_work() as work:
                made = change(work)
                work.commit()
                return made

        return self.run(whole)
