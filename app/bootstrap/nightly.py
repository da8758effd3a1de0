"""`membertill sync --nightly`: wait for this till's slot and send, without a screen. A timer starts it every night.

Nothing is held while it waits: whoever opens the till meanwhile has it, and then the till sends by itself.
"""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from app.bootstrap.send_all import send_all
from app.bootstrap.till import NoShopHereError, open_till
from app.domain.night.slot import minute_of, minutes_until, night_of
from app.ports.clock import Clock
from app.ports.store import StoreUnavailableError
from app.services.change_settings import settings_in
from app.storage.lock import StoreInUseError
from sync.client.night import last_night

# A night that was missed is made up for soon after the start; first whoever opens the shop may open the till.
_GRACE_S = 10 * 60
_TRIES, _REST_S = 12, 10 * 60

Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class _Slot:
    """How this till stands to its night: whether the latest is done, and in how many minutes the next begins."""

    night: str
    is_done: bool
    minutes_to_next: int


def send_at_night(data_dir: Path, out: TextIO, sleep: Sleep = time.sleep, clock: Clock | None = None) -> int:
    """As `send_all`; 0 also where the till is open and does it by itself, or the night is done already."""
    try:
        slot = _slot(data_dir, clock)
        if slot is not None and slot.is_done:
            print(f"the night of {slot.night} is done; the next begins in {slot.minutes_to_next} minute(s)", file=out)
            sleep(60.0 * slot.minutes_to_next)
        elif slot is not None:
            print(f"the night of {slot.night} was missed and is made up for in {_GRACE_S // 60} minutes", file=out)
            sleep(_GRACE_S)
        return 0 if slot is None else _sent(data_dir, out, sleep, clock)
    except (NoShopHereError, StoreUnavailableError):
        return send_all(data_dir, out)  # it has the words for this


def _sent(data_dir: Path, out: TextIO, sleep: Sleep, clock: Clock | None) -> int:
    status = 0
    for attempt in range(_TRIES):
        if attempt:
            sleep(_REST_S)
        slot = _slot(data_dir, clock)
        if slot is None or slot.is_done:
            break
        status = send_all(data_dir, out, clock)
        if status != 1:
            break
    return status


def _slot(data_dir: Path, clock: Clock | None) -> _Slot | None:
    """None where the till is open."""
    try:
        till = open_till(data_dir, clock)
    except StoreInUseError:
        return None
    with closing(till.store), closing(till.directory), till.store.unit_of_work() as uow:
        window, last = settings_in(uow).night, last_night(uow.config)
        local = till.clock.local_time(till.clock.now_ms())
        minute = minute_of(till.store.state.till, window.begins, window.minutes)
        tonight = night_of(local, minute)
        return _Slot(tonight, last.night == tonight, minutes_until(local, minute) or 24 * 60)
