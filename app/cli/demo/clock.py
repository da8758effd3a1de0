"""A clock that the generator of a day sets, in a zone of its own, so that a day is the same on every machine."""

from datetime import UTC, date, datetime, timedelta, timezone

SHOP_ZONE = timezone(timedelta(hours=8))


class DemoClock:
    """A `Clock` that stands still until it is told what time it is; it never goes back."""

    def __init__(self, now_ms: int) -> None:
        self._started_ms = now_ms
        self._now_ms = now_ms

    def advance_to(self, at_ms: int) -> None:
        """It is now `at_ms` (UTC ms), or later already."""
        self._now_ms = max(self._now_ms, at_ms)

    def now_ms(self) -> int:
        """The time it was told."""
        return self._now_ms

    def monotonic_ms(self) -> int:
        """Milliseconds since it was made."""
        return self._now_ms - self._started_ms

    def local_date(self, at_ms: int) -> str:
        """The date in the shop's zone."""
        return _local(at_ms).date().isoformat()

    def local_time(self, at_ms: int) -> str:
        """Date and time in the shop's zone."""
        return _local(at_ms).strftime("%Y-%m-%d %H:%M:%S")


def midnight_ms(day: str) -> int:
    """The first moment of the ISO date `day` in the shop's zone, UTC ms."""
    begin = date.fromisoformat(day)
    return int(datetime(begin.year, begin.month, begin.day, tzinfo=SHOP_ZONE).timestamp()) * 1000


def _local(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(SHOP_ZONE)
