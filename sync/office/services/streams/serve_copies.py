"""SNAPSHOT: tell a till of the ready-made file of its members, and send it part by part."""

from dataclasses import dataclass

from sqlalchemy import Connection

from sync.office.services.errors import CopyGoneError, CopyNotReadyError, UnknownTillError
from sync.office.services.streams.feed_rows import is_far
from sync.office.services.world import World
from sync.office.storage.chains import find_chain
from sync.office.storage.copies import CopyFile, find_copy, want_copy
from sync.office.storage.regions import stream_of_till
from sync.office.storage.state import read_state
from sync.office.storage.streams import head_of_rows
from sync.protocol.streams import AskChunk, AskCopy, Copy


@dataclass(frozen=True, slots=True)
class ServeCopies:
    """Whoever asks for a file that is not there, or too old, has it built and asks again."""

    world: World

    def tell(self, ask: AskCopy) -> Copy:
        """The file; CopyNotReadyError where it is being built."""
        stream, epoch, found = self.world.database.read(lambda connection: self._look(connection, ask))
        if found is None:
            self.world.database.write(lambda c: want_copy(c, stream, self.world.clock.now_ms()))
            raise CopyNotReadyError
        applied, followed = found.applied.get(f"{ask.till}/{ask.epoch}", (0, 0))
        return Copy(
            server_epoch=epoch,
            stream=stream,
            cursor=found.cursor,
            key=found.key.hex(),
            size=found.size,
            chunks=found.chunks,
            applied_seq=applied,
            followed_seq=followed,
        )

    def part(self, ask: AskChunk) -> bytes:
        """A part of it; CopyGoneError where there is another file by now."""
        found = self.world.database.read(lambda connection: find_copy(connection, ask.stream))
        if found is None or found.cursor != ask.cursor or self.world.copies is None:
            raise CopyGoneError
        try:
            with (self.world.copies / found.file).open("rb") as file:
                file.seek(ask.offset)
                return file.read(ask.length)
        except FileNotFoundError as error:
            raise CopyGoneError from error

    def _look(self, connection: Connection, ask: AskCopy) -> tuple[str, str, CopyFile | None]:
        if find_chain(connection, ask.till, ask.epoch) is None:
            raise UnknownTillError
        stream, epoch = stream_of_till(connection, ask.till), read_state(connection).server_epoch
        found, head = find_copy(connection, stream), head_of_rows(connection, stream)
        is_good = (
            found is not None
            and found.server_epoch == epoch
            and self.world.copies is not None
            and (self.world.copies / found.file).exists()
            and not is_far(found.cursor, head, is_members=True)
        )
        return stream, epoch, found if is_good else None
