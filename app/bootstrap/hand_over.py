"""A shop that stands alone joins a chain with its history: what its own head office knows is handed up as one file.

It may be broken off anywhere and begun again: the key is durable before anybody is asked, parts that have arrived are
not sent twice, and this till belongs to the chain only once the chain has everything (docs/adr/0018).
"""

import datetime
import hashlib
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum
from typing import TypeVar

from app import __version__
from app.bootstrap.ask_office import ask_office
from app.bootstrap.enrol_draft import draft_for
from app.bootstrap.membership import Membership, Placement, keep_membership
from app.bootstrap.shop_office.child import ForWhom, OfficeChild
from app.bootstrap.shop_office.office import ShopOffice
from app.bootstrap.signing import public_key, signing_key
from app.bootstrap.till import OpenTill
from app.domain.lease import Take
from app.domain.programme.rights import programme_wallet
from app.ports.hand_over import Progress, Stage
from app.storage.keys import open_key
from app.storage.places import OFFICE_FOLDER, free_name
from sync.client.session import Outcome, Session
from sync.client.state import SyncState, keep_sync_state, read_sync_state
from sync.client.transport import Invitation, Transport
from sync.protocol.history import PART_BYTES, HistoryPart
from sync.protocol.messages import Enrolled

HISTORY_FILE = "history.zst"
JOINING_FILE = "joining.json"
_TRIES = 5

Result = TypeVar("Result")
Tell = Callable[[Progress], None]


class Hurdle(StrEnum):
    """Why a shop cannot hand its history over now, in the words of the command."""

    SHIFT_OPEN = "a shift is open: open the till and close it first; nothing was changed"
    OFFICE_BEHIND = "this shop's own head office has not everything yet; open the till for a minute, then try again"
    NO_HISTORY = "the history could not be written (see above); nothing was changed"
    SOLD_MEANWHILE = "something was sold meanwhile; try again"


class HurdleError(Exception):
    """Nothing was changed."""

    def __init__(self, hurdle: Hurdle) -> None:
        super().__init__(hurdle.value)
        self.hurdle = hurdle


class HandHistoryOver:
    """One try. OfficeError and HurdleError leave everything as it was; so does what `tell` raises before the end."""

    def __init__(self, till: OpenTill, tell: Tell = lambda _progress: None) -> None:
        self._till, self._tell = till, tell
        self._file = till.data_dir / HISTORY_FILE

    def __call__(self, invitation: Invitation) -> Placement:
        """The placement from now on."""
        self._check_shift()
        self._tell(Progress(Stage.BRINGING))
        self._bring_own_office_up_to_date()
        self._tell(Progress(Stage.WRITING))
        if ask_office(self._till.data_dir, ["hand-over", str(self._file)]):
            raise HurdleError(Hurdle.NO_HISTORY)
        placement = self._placement(invitation)
        answer = self._sent(invitation, placement)
        placement = Placement(placement.membership.model_copy(update={"shop": answer.shop}), placement.seed)
        self._switch(placement)
        self._clear_up()
        return placement

    def _check_shift(self) -> None:
        with self._till.store.unit_of_work() as uow:
            if uow.shifts.current():
                raise HurdleError(Hurdle.SHIFT_OPEN)

    def _bring_own_office_up_to_date(self) -> None:
        """It gets every event; the shop's own share of limits for all goes back to it and stays behind."""
        state, keys = self._till.store.state, self._till.shop_office
        whom = ForWhom(state.till, state.epoch, state.merchant, self._till.settings.shop_name)
        own = ShopOffice(OfficeChild(self._till.data_dir / OFFICE_FOLDER, keys, whom), keys, whom)
        recorder = self._till.use_cases.confirm_clock.recorder
        with closing(own):
            session = Session(self._till.store, recorder, own, _at_once, software=__version__)
            for _ in range(_TRIES):
                if session.synchronise() is Outcome.DONE and not self._shared_leases(session):
                    return
        raise HurdleError(Hurdle.OFFICE_BEHIND)

    def _shared_leases(self, session: Session) -> bool:
        """Whether limits for all lay here; they are on their way back now."""
        with self._till.store.unit_of_work() as uow:
            shared = programme_wallet("")
            parts = [
                (lease.wallet, Take(lease.unit, lease.lot, lease.held))
                for lease in uow.outbox.leases()
                if lease.wallet.startswith(shared) and lease.held > 0
            ]
        session.give_back(parts, "joining")
        return bool(parts)

    def _placement(self, invitation: Invitation) -> Placement:
        state = self._till.store.state
        draft = draft_for(self._till.data_dir / JOINING_FILE, state.till, invitation.fingerprint, state.epoch)
        seed = open_key(self._till.data_dir).for_signing(bytes.fromhex(draft.salt))
        return Placement(
            Membership(address=invitation.address, fingerprint=invitation.fingerprint, salt=draft.salt), seed
        )

    def _sent(self, invitation: Invitation, placement: Placement) -> Enrolled:
        state, size = self._till.store.state, self._file.stat().st_size
        with self._file.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        part = HistoryPart(
            code=invitation.code,
            till=state.till,
            epoch=state.epoch,
            public_key=public_key(placement).hex(),
            digest=digest,
            size=size,
            offset=0,
        )
        wire = Transport(
            invitation.address, invitation.fingerprint, till=state.till, epoch=state.epoch, key=signing_key(placement)
        )
        with closing(wire), self._file.open("rb") as file:
            # The first says nothing: head office may have some of it from a try before.
            answer = wire.join(part, b"")
            while not isinstance(answer, Enrolled):
                self._tell(Progress(Stage.SENDING, answer.received, size))
                file.seek(answer.received)
                answer = wire.join(part.model_copy(update={"offset": answer.received}), file.read(PART_BYTES))
            return answer

    def _switch(self, placement: Placement) -> None:
        """One transaction from standing alone to belonging to the chain."""
        with self._till.store.unit_of_work() as uow:
            if read_sync_state(uow.config).acked < uow.journal.head().seq:
                raise HurdleError(Hurdle.SOLD_MEANWHILE)
            keep_membership(uow.config, placement.membership)
            keep_sync_state(uow.config, SyncState())
            uow.commit()

    def _clear_up(self) -> None:
        """The own head office is kept under another name; nobody asks it any more."""
        folder = self._till.data_dir / OFFICE_FOLDER
        now = datetime.datetime.fromtimestamp(self._till.clock.now_ms() / 1000, datetime.UTC)
        folder.rename(free_name(folder.with_name(f"{OFFICE_FOLDER}-until-{now:%Y%m%d}")))
        for file in (self._file, self._till.data_dir / JOINING_FILE):
            file.unlink(missing_ok=True)


def _at_once(work: Callable[[], Result], /) -> Result:
    return work()
