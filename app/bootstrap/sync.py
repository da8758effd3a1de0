"""The sync thread: the only one that talks to head office. Neither screen nor database worker ever waits for it."""

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from concurrent.futures import Future
from dataclasses import replace
from typing import TypeVar

from app.bootstrap.conversation import Conversation
from app.bootstrap.ear import Ear
from app.bootstrap.enrol_again import EnrolAgain
from app.bootstrap.feeding import AttentiveFeeds
from app.bootstrap.membership import Placement
from app.bootstrap.office_line import OfficeLine
from app.bootstrap.signing import fingerprint_of, signing_key
from app.bootstrap.till import OpenTill
from app.domain.ids import WalletId
from app.domain.journal import Event, Kind
from app.domain.lease.share import MONEY
from app.domain.ledger import Unit
from app.ports.head_office import Fetching, Joined, Joining, Lent, Line, OfficeStatus, Seeking
from app.ports.worker import Worker
from sync.client.office import BusyError, LookedUpTooOftenError, Office, OfficeError
from sync.client.pace import DEBOUNCE_MS, next_try_ms
from sync.client.session import Outcome
from sync.client.transport import Invitation, Transport
from sync.protocol.messages import (
    Ack,
    Again,
    Audit,
    AuditAgain,
    Audited,
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
from sync.protocol.wire import Frame

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

# Head office never calls a till, so a RECALL is heard of this often; with some chance, so that tills do not march.
LISTEN_MS = 20_000
_STOP_SECONDS = 3.0


def chain_line(till: OpenTill, placement: Placement) -> OfficeLine:
    """The line to the head office of a chain."""
    state, membership = till.store.state, placement.membership
    key = signing_key(placement)
    wire, listener = (
        Transport(membership.address, membership.fingerprint, till=state.till, epoch=state.epoch, key=key)
        for _ in range(2)
    )
    return OfficeLine(
        wire,
        membership.address,
        membership.shop,
        key.sign,
        key=fingerprint_of(placement),
        listener=listener,
        feeds=wire,
        sales=wire,
    )


class SyncThread:
    """Fits `app.ports.head_office.HeadOffice`. `tell` is called on this thread, and for a commit on the store's."""

    def __init__(
        self,
        till: OpenTill,
        line: OfficeLine,
        worker: Worker,
        tell: Callable[[OfficeStatus], None],
        lease_came: Callable[[WalletId], None],
        fed: Callable[[Set[str]], None] = lambda _: None,
    ) -> None:
        self._till, self._worker, self._tell, self._lease_came, self._fed = till, worker, tell, lease_came, fed
        self._connect(line)
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._asked: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._due = time.monotonic()
        self._failures, self._needs_greeting, self._is_serving = 0, True, False
        self._is_stopping = False
        self._placement = till.placement
        # A daemon: a request under way must not keep a closed till alive. What it was about is durable.
        self._thread = threading.Thread(target=self.run, name="sync", daemon=True)
        till.store.when_events_are_added(self._committed)

    def _connect(self, line: OfficeLine) -> None:
        self._office = line.office
        attentive = _Attentive(line.office, self._between)
        feeds = AttentiveFeeds(line.feeds, self._between) if line.feeds else None
        fed_line = replace(line, feeds=feeds)
        self._talk = Conversation(
            self._till, fed_line, attentive, self._on_worker, self._tell, self._fed, self._is_wanted
        )
        self._ear = Ear(line.listener, self.try_now) if line.listener else None

    @property
    def status(self) -> OfficeStatus:
        """How the line is now."""
        return self._talk.status

    def start(self) -> None:
        """Begin, on a thread of its own."""
        self._thread.start()

    def run(self) -> None:
        """Work until `close`; on this thread."""
        if self._ear:
            self._ear.start()
        self._guarded(self._talk.look)
        while not self._is_stopping:
            try:
                job = self._jobs.get(timeout=max(0.0, self._due - time.monotonic()))
            except queue.Empty:
                job = self._take_turn
            self._guarded(job)
        self._talk.close()

    def close(self) -> None:
        """End after the request under way; it is not waited for for long."""
        self._is_stopping = True
        self._jobs.put(lambda: None)
        if self._thread.ident:
            self._thread.join(_STOP_SECONDS)
        self._hang_up()

    def try_now(self) -> None:
        """Do not wait any longer; a file that was cancelled is wanted again."""
        self._talk.resume_copy()
        self._jobs.put(self._hurry)

    def cancel_copy(self) -> None:
        """Stop fetching the members."""
        self._talk.cancel_copy()

    def look_elsewhere(self, *, card: str = "", phone: str = "") -> "Future[Seeking]":
        """Look a member up whom this till does not carry; served before anything else."""

        def found() -> Seeking:
            try:
                return Seeking.FOUND if self._talk.look_elsewhere(card, phone) else Seeking.NOBODY
            except LookedUpTooOftenError:
                return Seeking.TOO_OFTEN
            except OfficeError:
                return Seeking.NOBODY  # nobody is found without a line, and the sale goes on without the member

        return self._served(found)

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> "Future[Lent]":
        """Ask for so much of these units; served before anything else."""
        return self._served(lambda: self._talk.ask(wallet, missing, units))

    def fetch_sale(self, receipt_number: str, *, at_risk: bool = False) -> "Future[Fetching]":
        """Ask for a sale of another till; served before anything else."""
        return self._served(lambda: self._talk.fetch_sale(receipt_number, at_risk=at_risk))

    def _served(self, question: "Callable[[], _Result]") -> "Future[_Result]":
        """Somebody stands here and waits for the answer."""
        future: Future[_Result] = Future()

        def serve() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(question())
            except BaseException as error:  # it belongs to whoever waits for the future
                future.set_exception(error)
            if self.status.line is Line.OFFLINE and not self._failures:
                self._hurry()  # it has just gone: find out how long for

        self._asked.put(serve)
        self._jobs.put(self._serve)
        return future

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> None:
        """A card was read: fill this till's share up, where the line is good."""

        def serve() -> None:
            if not self._failures and self._talk.welcome(wallet, elsewhere):
                self._lease_came(wallet)

        self._asked.put(serve)
        self._jobs.put(self._serve)

    def enrol_again(self, code: str) -> "Future[Joined]":
        """Be enrolled again with a code of head office, on the files there are."""
        future: Future[Joined] = Future()

        def join() -> None:
            try:
                future.set_result(self._joined(code))
            except BaseException as error:  # it belongs to whoever waits for the future
                future.set_exception(error)

        self._jobs.put(join)
        return future

    def _joined(self, code: str) -> Joined:
        if self._placement is None:
            return Joined(Joining.ALONE)
        try:
            invitation = Invitation.read(code)
        except ValueError:
            return Joined(Joining.NO_CODE)
        joined, self._placement = EnrolAgain(self._till, self._placement, self._on_worker)(invitation)
        if joined.outcome is Joining.JOINED:
            self._talk.close()
            self._hang_up()
            self._connect(chain_line(self._till, self._placement))
            if self._ear:
                self._ear.start()
            self._hurry()
        return joined

    def _hang_up(self) -> None:
        if self._ear:
            self._ear.close()
        self._office.close()

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            job()
        except _StoppingError:
            return
        except Exception:
            if self._is_stopping:  # the database worker may be gone already
                return
            # A bug, or a disk that fails: the till sells on, and the next turn tries again.
            _log.exception("the sync thread stumbled")
            self._wait(self._next_try(0))

    def _take_turn(self) -> None:
        try:
            is_through = self._greet() if self._needs_greeting else self._talk.push()
        except OfficeError as error:
            self._needs_greeting = True
            self._wait(self._next_try(error.seconds * 1000 if isinstance(error, BusyError) else 0))
            return
        if not is_through:
            self._needs_greeting = True
            self._wait(self._next_try(0))
            return
        self._failures, self._needs_greeting = 0, True
        self._wait(0 if self._talk.has_more else LISTEN_MS // 2 + secrets.randbelow(LISTEN_MS))

    def _greet(self) -> bool:
        outcome = self._talk.greet()
        if self._ear:
            self._ear.listen_from(self._talk.heard_to if outcome is Outcome.DONE else None)
        if outcome is not Outcome.AGAIN:
            self._talk.audit_if_due()
        return outcome is not Outcome.AGAIN

    def _next_try(self, retry_after_ms: int) -> int:
        self._failures += 1
        return next_try_ms(self._failures - 1, secrets.randbelow, retry_after_ms)

    def _wait(self, milliseconds: int) -> None:
        self._due = time.monotonic() + milliseconds / 1000
        self._talk.will_try(milliseconds)

    def _hurry(self) -> None:
        self._failures, self._needs_greeting, self._due = 0, True, time.monotonic()

    def _committed(self, events: Sequence[Event]) -> None:
        # On the store's thread, in the middle of somebody's sale: note it and be gone.
        listed = tuple(events)
        self._jobs.put(lambda: self._note(listed))

    def _note(self, events: Sequence[Event]) -> None:
        self._talk.committed(events)
        for wallet in {wallet for event in events for wallet in _lent_in(event)}:
            self._lease_came(wallet)
        if any(event.kind is Kind.SHIFT_CLOSED for event in events):
            self._talk.return_all_if_wanted()
        trickle = time.monotonic() + DEBOUNCE_MS / 1000
        if not self._failures and trickle < self._due:
            self._needs_greeting, self._due = False, trickle

    def _between(self) -> None:
        """Between two requests of a long turn: stop if told so, and serve the customer who waits."""
        if self._is_stopping:
            raise _StoppingError
        self._serve()

    def _is_wanted(self) -> bool:
        return self._is_stopping or not self._jobs.empty()

    def _serve(self) -> None:
        if self._is_serving:
            return
        self._is_serving = True
        try:
            while True:
                self._asked.get_nowait()()
        except queue.Empty:
            pass
        finally:
            self._is_serving = False

    def _on_worker(self, work: Callable[[], _Result], /) -> _Result:
        return self._worker.submit(work).result()


def _lent_in(event: Event) -> Iterable[WalletId]:
    """The wallets of which something was granted to this till: somebody may be looking at one of them."""
    return (WalletId(row[0]) for row in event.body()["grants"]) if event.kind is Kind.LEASE_GRANTED else ()


class _StoppingError(OfficeError):
    """The till is being closed."""


class _Attentive:
    """Head office, with an ear for whoever waits at the till. Fits `sync.client.office.Office`."""

    def __init__(self, office: Office, between: Callable[[], None]) -> None:
        self._office, self._between = office, between

    def hello(self, message: Hello) -> HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade:
        """Say where this till stands."""
        self._between()
        return self._office.hello(message)

    def push(self, frame: Frame) -> Ack | Gap | PushFenced:
        """Send events."""
        self._between()
        return self._office.push(frame)

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        """Ask for value."""
        return self._office.lease(message)

    def pull(self, message: Pull) -> Changes:
        """Ask for changes."""
        self._between()
        return self._office.pull(message)

    def audit(self, message: Audit) -> Audited | AuditAgain:
        """Say what this till has, at night: nobody is served first, for what he got would not be in it."""
        return self._office.audit(message)
