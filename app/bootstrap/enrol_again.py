"""A till of a chain is enrolled again, on the files it has: fenced, restored, copied, or unknown to its head office.

Fenced it begins a new epoch: head office has every event of the old one first, and has written its leases off. Unknown
(head office was restored from a copy older than the till) it keeps its epoch and hands its history up again.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from app import __version__
from app.bootstrap.enrol_draft import EnrolDraft, draft_for
from app.bootstrap.membership import Placement, keep_membership
from app.bootstrap.signing import public_key, signing_key
from app.bootstrap.till import OpenTill
from app.domain.ids import MerchantId
from app.ports.head_office import Joined, Joining
from app.services.find_idle_leases import CONFIG_NAME as LEASE_DAYS
from app.storage.directory.place import count_ended_epoch
from app.storage.keys import open_key
from sync.client.office import NotEnrolledError, OfficeError
from sync.client.session import Outcome, Session
from sync.client.state import SyncState, keep_sync_state, read_sync_state
from sync.client.till import Run
from sync.client.transport import Invitation, Transport
from sync.protocol.messages import Enrol, Enrolled

AGAIN_FILE = "enrolling-again.json"
_TRIES = 5


class EnrolAgain:
    """One try. `run` brings work to where the store may be used; everything else may wait."""

    def __init__(self, till: OpenTill, placement: Placement, run: Run) -> None:
        self._till, self._placement, self._run = till, placement, run
        self._recorder = till.use_cases.confirm_clock.recorder
        self._file = till.data_dir / AGAIN_FILE

    def __call__(self, invitation: Invitation) -> tuple[Joined, Placement]:
        """What came of it, and the placement from now on; the old one where nothing changed."""
        try:
            return self._tried(invitation)
        except NotEnrolledError as error:
            self._file.unlink(missing_ok=True)
            return Joined(Joining.REFUSED, str(error)), self._placement
        except OfficeError as error:
            return Joined(Joining.OFFLINE, str(error)), self._placement

    def _tried(self, invitation: Invitation) -> tuple[Joined, Placement]:
        begins = self._stands_fenced(invitation)
        if isinstance(begins, Joining):
            return Joined(begins), self._placement
        if begins and self._run(self._is_shift_open):
            return Joined(Joining.SHIFT_OPEN), self._placement
        state = self._till.store.state
        draft = draft_for(self._file, state.till, invitation.fingerprint, state.epoch)
        placement = self._new_placement(invitation, draft)
        answer = self._ask(invitation, placement, begins=begins)
        placement = replace(placement, membership=placement.membership.model_copy(update={"shop": answer.shop}))
        for _ in range(_TRIES):
            if self._run(lambda: self._switched(answer, placement, begins=begins)):
                self._file.unlink(missing_ok=True)
                return Joined(Joining.JOINED, epoch=answer.epoch), placement
            self._stands_fenced(invitation)
        return Joined(Joining.UNSENT), self._placement

    def _stands_fenced(self, invitation: Invitation) -> bool | Joining:
        """Whether head office has fenced this till, and has all its events; False where it does not know it."""
        with self._wire(invitation, self._placement) as office:
            session = Session(self._till.store, self._recorder, office, self._run, software=__version__)
            try:
                outcome = session.synchronise()
            except NotEnrolledError:
                return False
        if outcome is Outcome.FENCED:
            return True
        return Joining.NOT_NEEDED if outcome is Outcome.DONE else Joining.UNSENT

    def _new_placement(self, invitation: Invitation, draft: EnrolDraft) -> Placement:
        seed = open_key(self._till.data_dir).for_signing(bytes.fromhex(draft.salt))
        kept = {"address": invitation.address, "fingerprint": invitation.fingerprint, "salt": draft.salt}
        return Placement(self._placement.membership.model_copy(update=kept), seed)

    def _ask(self, invitation: Invitation, placement: Placement, *, begins: bool) -> Enrolled:
        state = self._till.store.state
        request = Enrol(
            code=invitation.code,
            till=state.till,
            epoch=state.epoch + begins,
            public_key=public_key(placement).hex(),
            begins=begins,
        )
        with self._wire(invitation, placement) as office:
            return office.enrol(request)

    def _switched(self, answer: Enrolled, placement: Placement, *, begins: bool) -> bool:
        """One transaction from the old standing to the new; False where an event has come in that is not sent yet."""
        with self._till.store.unit_of_work() as uow:
            head = uow.journal.head()
            if begins:
                if read_sync_state(uow.config).acked < head.seq or uow.shifts.current():
                    return False
                stamp = self._recorder.look(uow)
                event_id = self._recorder.new_id(stamp.at)
                uow.begin_epoch(answer.epoch, MerchantId(answer.merchant), event_id, stamp.at, stamp.day)
                uow.config.put(LEASE_DAYS, "{}")
                count_ended_epoch(uow.config, head.seq)
            keep_membership(uow.config, placement.membership)
            keep_sync_state(uow.config, SyncState())
            uow.commit()
        if begins:
            self._till.directory.count_ended_epoch(head.seq)
        return True

    def _is_shift_open(self) -> bool:
        with self._till.store.unit_of_work() as uow:
            return uow.shifts.current() is not None

    @contextmanager
    def _wire(self, invitation: Invitation, placement: Placement) -> Iterator[Transport]:
        state, key = self._till.store.state, signing_key(placement)
        made = Transport(invitation.address, invitation.fingerprint, till=state.till, epoch=state.epoch, key=key)
        with closing(made) as office:
            yield office
