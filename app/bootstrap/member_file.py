"""The till's directory as its copy of head office's members: brought up to date, and swapped on the database worker."""

import logging
from collections.abc import Sequence
from pathlib import Path

from app.bootstrap.till import OpenTill
from app.domain.checkpoint import CopyMark, CopyRow
from app.ports.store import StoreUnavailableError
from app.services.change_settings import settings_in
from app.storage.directory.place import DirectoryPlace, directory_in_use, use_directory
from app.storage.directory.writer import DirectoryWriter
from sync.client.till import Run
from sync.protocol.messages import MOST_GUESTS
from sync.protocol.streams import Copy

_HOUR_MS = 60 * 60 * 1000

_log = logging.getLogger(__name__)


class DirectoryFile:
    """Fits `sync.client.members.MemberFile`. Used on the sync thread; `run` brings work to the database worker."""

    def __init__(self, till: OpenTill, run: Run) -> None:
        self._till, self._run = till, run
        self._place, self._writer = self._opened()

    def mark(self) -> CopyMark:
        """Up to where it was brought."""
        return self._writer.mark()

    def apply(self, rows: Sequence[CopyRow], mark: CopyMark, applied_seq: int, followed_seq: int) -> None:
        """Write rows and how far they lead, all or nothing."""
        ended = self._ended()
        self._writer.apply(rows, mark, applied_seq + ended, followed_seq + ended)

    def guests(self) -> Sequence[tuple[str, int]]:
        """Who was looked up not long ago, and the number of what was told of them; all others are let go of."""
        guests = self._writer.guests()
        if not guests:
            return []
        since_ms = self._till.clock.now_ms() - self._run(self._guest_hours) * _HOUR_MS
        kept = [each for each in guests[:MOST_GUESTS] if each.told_at > since_ms]
        gone = [CopyRow(each.wallet, each.told, None) for each in guests if each not in kept]
        if gone:
            self._writer.take_guests(gone, 0, 0)
        return [(each.wallet, each.told) for each in kept]

    def take_guests(self, rows: Sequence[CopyRow], applied_seq: int, followed_seq: int) -> None:
        """What was told of some whom this till does not carry."""
        ended, now = self._ended(), self._till.clock.now_ms()
        self._writer.take_guests(rows, applied_seq + ended, followed_seq + ended, now)

    def take(self, path: Path, copy: Copy) -> None:
        """This file is the directory from now on; the one before stays as fall-back."""
        target = path.with_suffix(".db")
        path.replace(target)
        place = DirectoryPlace(target.name, bytes.fromhex(copy.key), before=self._place.without_before())
        writer = DirectoryWriter(target, place.key)
        if writer.mark().cursor != copy.cursor:
            writer.close()
            target.unlink()
            raise StoreUnavailableError("the file of members is not the one that was announced")
        writer.begin_with(copy.applied_seq, copy.followed_seq)
        self._run(lambda: self._swap(place, target))
        self._writer.close()
        self._place, self._writer = place, writer
        self._tidy({place.file, place.before.file if place.before else ""})
        _log.info("the members are those of change %d from now on", copy.cursor)

    def close(self) -> None:
        """Let go of the file."""
        self._writer.close()

    def _opened(self) -> tuple[DirectoryPlace, DirectoryWriter]:
        def look() -> DirectoryPlace:
            with self._till.store.unit_of_work() as uow:
                place = directory_in_use(uow.config)
            assert place is not None  # else the till would not be open
            return place

        place = self._run(look)
        return place, DirectoryWriter(self._till.data_dir / place.file, place.key)

    def _guest_hours(self) -> int:
        with self._till.store.unit_of_work() as uow:
            return settings_in(uow).guest_hours

    def _ended(self) -> int:
        """How many events the epochs of this till had that ended since the file was made."""

        def look() -> int:
            with self._till.store.unit_of_work() as uow:
                place = directory_in_use(uow.config)
            return place.ended if place else 0

        return self._run(look)

    def _swap(self, place: DirectoryPlace, target: Path) -> None:
        # On the worker: between two uses of the directory, and no sale on the counter reads it half and half.
        with self._till.store.unit_of_work() as uow:
            use_directory(uow.config, place)
            uow.commit()
        self._till.directory.switch_to(target, place.key)

    def _tidy(self, keep: set[str]) -> None:
        for file in self._till.data_dir.glob("directory-*.db"):
            if file.name not in keep:
                for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
                    file.with_name(name).unlink(missing_ok=True)
