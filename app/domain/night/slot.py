"""When a till has its night: its own minute of a window, so that not all of them come at once."""

import datetime
import hashlib

_DAY = 24 * 60


def minute_of(till: str, begins: str, minutes: int) -> int:
    """The minute of the day at which this till's slot begins; the window begins at `HH:MM` and has so many minutes."""
    chosen = int.from_bytes(hashlib.sha256(till.encode()).digest()[:8]) % max(1, minutes)
    return (int(begins[:2]) * 60 + int(begins[3:5]) + chosen) % _DAY


def night_of(local_time: str, minute: int) -> str:
    """The ISO date of the latest slot that has begun when the shop's clock shows `YYYY-MM-DD HH:MM`."""
    day = datetime.date.fromisoformat(local_time[:10])
    has_begun = int(local_time[11:13]) * 60 + int(local_time[14:16]) >= minute
    return (day if has_begun else day - datetime.timedelta(days=1)).isoformat()


def minutes_until(local_time: str, minute: int) -> int:
    """How many minutes it is until the slot begins next."""
    return (minute - int(local_time[11:13]) * 60 - int(local_time[14:16])) % _DAY
