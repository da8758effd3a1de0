"""When something is recorded, and by which clock it may be believed (protocol section 2)."""

from dataclasses import dataclass

from app.domain.ids import EventId, OperatorId, uuid7
from app.domain.journal import Draft, Event, Json, Kind
from app.domain.people.sealing import KEY_BYTES, PERSONAL, seal_words
from app.domain.programme.scene import Moment, moment_at
from app.domain.sale.facts import Origin
from app.domain.shift import Shift
from app.ports.clock import Clock, Randomness
from app.ports.store import UnitOfWork

BEHIND_LIMIT_MS = 5 * 60 * 1000
AHEAD_LIMIT_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Stamp:
    """`at` is the wall clock, `corrected_at` never runs backwards (UTC ms); `day` and `moment` are the shop's
    date and time of `corrected_at`.

    `frozen`: the clock is in doubt, so stored value may not be spent.
    """

    at: int
    corrected_at: int
    moment: Moment
    business_date: str
    frozen: bool

    @property
    def day(self) -> str:
        """The shop's date (ISO)."""
        return self.moment.day


def next_origin(uow: UnitOfWork, shift: Shift, operator: OperatorId, stamp: Stamp) -> Origin:
    """Where and when the next receipt of this till comes to be."""
    state = uow.state()
    return Origin(
        till=state.till,
        epoch=state.epoch,
        receipt=state.last_receipt + 1,
        shift=shift.id,
        operator=operator,
        business_date=shift.business_date,
        at=stamp.at,
        corrected_at=stamp.corrected_at,
    )


class Recorder:
    """Gives events their time and id, and watches the clock while it does."""

    def __init__(self, clock: Clock, randomness: Randomness) -> None:
        self._clock = clock
        self._randomness = randomness
        self._anchor = (clock.now_ms(), clock.monotonic_ms())

    def look(self, uow: UnitOfWork) -> Stamp:
        """The time as it is now, nothing written: for reading."""
        return self._read(uow)[0]

    def stamp(self, uow: UnitOfWork) -> Stamp:
        """The time of what happens now. A jump of the clock is recorded once and freezes stored value."""
        state = uow.state()
        stamp, jumped_ahead = self._read(uow)
        if stamp.frozen and not state.leases_frozen:
            body = {"wall": stamp.at, "high_water": state.high_water_ms, "ahead": jumped_ahead}
            self.record(uow, Kind.CLOCK_JUMP, body, stamp)
        if stamp.corrected_at > state.high_water_ms or stamp.frozen != state.leases_frozen:
            uow.note_clock(stamp.corrected_at, leases_frozen=stamp.frozen)
        return stamp

    def confirm_clock(self, uow: UnitOfWork) -> int:
        """A person has checked the clock: take it as it is now (UTC ms) and let stored value move again."""
        now = self._clock.now_ms()
        self._anchor = (now, self._clock.monotonic_ms())
        uow.note_clock(now, leases_frozen=False)
        return now

    def record(self, uow: UnitOfWork, kind: Kind, body: Json, stamp: Stamp, event_id: str | None = None) -> Event:
        """Append the event to the journal; what it says of a person is sealed under a key of its own."""
        identity = EventId(event_id) if event_id else self.new_id(stamp.at)
        key = self._randomness.bytes(KEY_BYTES) if kind in PERSONAL else b""
        said = seal_words(kind, body, key) if key else body
        return uow.journal.append(Draft(identity, kind, stamp.at, stamp.business_date, said, key=key))

    def new_id(self, at_ms: int) -> EventId:
        """A fresh UUIDv7."""
        return EventId(uuid7(at_ms, self._randomness.bytes(10)))

    def dice(self) -> int:
        """A random whole number, as large as no draw's weights add up to."""
        return int.from_bytes(self._randomness.bytes(8))

    def local_time(self, at_ms: int) -> str:
        """`at_ms` as people read it."""
        return self._clock.local_time(at_ms)

    def _read(self, uow: UnitOfWork) -> tuple[Stamp, bool]:
        state = uow.state()
        now = self._clock.now_ms()
        believable = self._anchor[0] + self._clock.monotonic_ms() - self._anchor[1]
        jumped_ahead = now - believable > AHEAD_LIMIT_MS
        fell_behind = now < state.high_water_ms - BEHIND_LIMIT_MS
        corrected = max(state.high_water_ms, believable if jumped_ahead else now)
        moment = moment_at(self._clock.local_time(corrected))
        shift = uow.shifts.current()
        frozen = state.leases_frozen or jumped_ahead or fell_behind
        business_date = shift.business_date if shift else moment.day
        return Stamp(now, corrected, moment, business_date, frozen), jumped_ahead
