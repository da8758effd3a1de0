"""What head office sends down to this till: goods, people, programmes, settings, members. On the sync thread."""

import logging
import threading
from collections.abc import Callable, Iterator, Set

from app.bootstrap.member_file import DirectoryFile
from app.bootstrap.till import OpenTill
from app.ports.head_office import Copying, CopyState
from app.services.office_tiers import forget_office_tiers
from app.services.take_rows import TakeRows
from sync.client.copy_file import CopyCancelledError, CopyDiskFullError, CopyFetch, CopyPausedError
from sync.client.feeds import Feeds
from sync.client.members import MemberCopy
from sync.client.office import BusyError
from sync.client.streams import StreamCopies
from sync.client.till import Run
from sync.protocol.messages import Pull
from sync.protocol.streams import MEMBERS, AskChunk, AskCopy, Copy, Find, Found, Rows, TooFar

_log = logging.getLogger(__name__)


class AttentiveFeeds:
    """Head office's feeds, with an ear for whoever waits at the till: `between` is called before each request."""

    def __init__(self, feeds: Feeds, between: Callable[[], None]) -> None:
        self._feeds, self._between = feeds, between

    def rows(self, message: Pull) -> Rows | TooFar:
        """Ask for the rows of a stream that changed."""
        self._between()
        return self._feeds.rows(message)

    def copy(self, message: AskCopy) -> Copy:
        """Ask for the file of members."""
        self._between()
        return self._feeds.copy(message)

    def chunk(self, message: AskChunk) -> Iterator[bytes]:
        """Ask for a part of it."""
        self._between()
        return self._feeds.chunk(message)

    def find(self, message: Find) -> Found:
        """Look a member up."""
        return self._feeds.find(message)


class Feeding:
    """Keeps this till's copies up to date. `came` is told of which streams something came, `copying` of the file.

    `is_wanted`: somebody has other work for this thread; then a long file is left for a moment, and `has_more` says so.
    `cancel` and `resume` may be called from any thread.
    """

    def __init__(
        self,
        till: OpenTill,
        feeds: Feeds,
        run: Run,
        came: Callable[[Set[str]], None],
        copying: Callable[[Copying | None], None],
        is_wanted: Callable[[], bool],
    ) -> None:
        self._till, self._feeds, self._run, self._came, self._copying = till, feeds, run, came, copying
        self._copies = StreamCopies(till.store, feeds, run, TakeRows())
        self._cancelled = threading.Event()
        self._file: DirectoryFile | None = None
        self._fetch = CopyFetch(till.data_dir, feeds, self._note, self._cancelled.is_set, is_wanted)
        self.has_more = False
        self._coming = Copying(CopyState.COMING)

    def pull(self) -> None:
        """Bring everything up to date; OfficeError where it broke off, and what came stays."""
        came = set(self._copies.pull())
        if came:
            self._came(came)
        if self._pull_members():
            came.add(MEMBERS)
            self._came({MEMBERS})
        if came:
            _log.info("head office has sent: %s", ", ".join(sorted(came)))

    def find(self, *, card: str = "", phone: str = "") -> bool:
        """Look a member up whom this till does not carry; whether they are found here now."""
        return self._members().find(card=card, phone=phone)

    def cancel(self) -> None:
        """Fetch no file any more, until `resume`."""
        self._cancelled.set()

    def resume(self) -> None:
        """Go on with it."""
        self._cancelled.clear()

    def close(self) -> None:
        """Let go of the file."""
        if self._file:
            self._file.close()
            self._file = None

    def _pull_members(self) -> bool:
        self.has_more = False
        try:
            came = self._members().pull()
        except CopyPausedError:
            self.has_more = True
            return False
        except CopyCancelledError:
            self._tell(CopyState.CANCELLED)
            return False
        except CopyDiskFullError:
            self._tell(CopyState.DISK_FULL)
            return False
        except BusyError:
            # It is being built, or everybody wants something: the rest of the conversation is through all the same.
            self._tell(CopyState.BUILDING)
            return False
        self._copying(None)
        if came:
            self._run(self._forget_own_office)
        return came

    def _forget_own_office(self) -> None:
        """This chain's word on tiers takes the place of what a shop's own head office said before it joined."""
        with self._till.store.unit_of_work() as uow:
            if forget_office_tiers(uow):
                uow.commit()

    def _members(self) -> MemberCopy:
        if self._file is None:
            self._file = DirectoryFile(self._till, self._run)
        return MemberCopy(self._till.store, self._feeds, self._run, self._file, self._fetch)

    def _note(self, done: int, of: int) -> None:
        self._coming = Copying(CopyState.COMING, done, of)
        self._copying(self._coming)

    def _tell(self, state: CopyState) -> None:
        self._copying(Copying(state, self._coming.done_bytes, self._coming.total_bytes))
