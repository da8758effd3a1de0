"""How often a till may look up what it does not have itself: a shop's guests and receipts, never a whole register.

Each till has its own bucket: so many different look-ups at once, then one every so often. What was asked for just now
may be asked for again, as a till does that waits for another.
"""

import hashlib
import logging
import threading
from collections import deque
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.lease.office import Alert, Rule
from sync.office.services.errors import LookedUpTooOftenError
from sync.office.services.world import World
from sync.office.storage.chains import Chain, find_chain
from sync.office.storage.suspense import note

MOST_AT_ONCE, ONE_MORE_MS = 40, 15_000
# A person is told once, and again where it goes on for so long.
_TOLD_AGAIN_MS = 60 * 60 * 1000

_log = logging.getLogger("membertill.office.look_ups")


@dataclass(slots=True)
class _Bucket:
    """`left` at `since`; `latest` are hashes of what was asked for last: nobody's phone lies here."""

    since: int
    left: float = MOST_AT_ONCE
    latest: deque[bytes] = field(default_factory=lambda: deque(maxlen=MOST_AT_ONCE))
    told_at: int = -_TOLD_AGAIN_MS


class LimitLookUps:
    """Kept in memory: whoever restarts head office gives every till a full bucket. Used from many threads."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._buckets: dict[tuple[str, int], _Bucket] = {}
        self._lock = threading.Lock()

    def __call__(self, till: str, epoch: int, by: str, what: str) -> None:
        """A till asks `by` card, phone, wallet or receipt for `what`; LookedUpTooOftenError where it has to wait."""
        key = hashlib.blake2b(f"{by}:{what}".encode(), digest_size=16).digest()
        with self._lock:
            wait_ms, is_news = self._take(till, epoch, key)
        _log.info("looked up", extra={"facts": {"till": till, "epoch": epoch, "by": by, "refused": wait_ms > 0}})
        if is_news:
            self._tell(till, epoch)
        if wait_ms:
            raise LookedUpTooOftenError(-(-wait_ms // 1000))

    def _take(self, till: str, epoch: int, key: bytes) -> tuple[int, bool]:
        """How long to wait (ms, 0: not at all), and whether a person is to be told."""
        now = self._world.clock.now_ms()
        bucket = self._buckets.setdefault((till, epoch), _Bucket(now))
        if key in bucket.latest:
            return 0, False
        bucket.left = min(MOST_AT_ONCE, bucket.left + max(0, now - bucket.since) / ONE_MORE_MS)
        bucket.since = now
        if bucket.left >= 1:
            bucket.left -= 1
            bucket.latest.append(key)
            return 0, False
        is_news = now - bucket.told_at >= _TOLD_AGAIN_MS
        if is_news:
            bucket.told_at = now
        return max(1, round((1 - bucket.left) * ONE_MORE_MS)), is_news

    def _tell(self, till: str, epoch: int) -> None:
        def keep(connection: Connection) -> None:
            chain = find_chain(connection, till, epoch)
            if chain is not None:
                note(connection, [_alert(chain)], self._world.new_id, self._world.clock.now_ms())

        self._world.database.write(keep)


def _alert(chain: Chain) -> Alert:
    return Alert(chain.till, chain.epoch, chain.last_seq, Rule.LOOKED_UP_TOO_OFTEN)
