"""A shop joins a chain from the screen: its till is closed meanwhile, and opened again when the window is gone.

Fits `app.ports.hand_over.HandsOver`; what is done is `app.bootstrap.hand_over`'s, as with the command.
"""

import errno
import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from app.bootstrap.hand_over import HandHistoryOver, Hurdle, HurdleError
from app.bootstrap.hitches import address_in, stuck_of
from app.bootstrap.join_chain import GivenUpError
from app.bootstrap.signing import fingerprint_of
from app.bootstrap.till import open_till
from app.ports.hand_over import Progress, Snag
from app.ports.set_up import Hitch, OfficeAddress, Ready, Stuck
from app.ports.store import StoreFullError, StoreUnavailableError
from app.settings import ShopSettings
from app.ui.joining.window import JoiningWindow
from app.ui.start import prepare_application
from app.ui.tasks import Tasks
from sync.client.office import OfficeError
from sync.client.transport import Invitation

_log = logging.getLogger(__name__)

_SNAGS = {
    Hurdle.SHIFT_OPEN: Snag.SHIFT_OPEN,
    Hurdle.OFFICE_BEHIND: Snag.OFFICE_BEHIND,
    Hurdle.NO_HISTORY: Snag.NO_HISTORY,
    Hurdle.SOLD_MEANWHILE: Snag.SOLD_MEANWHILE,
}


class ShopThatJoins:
    """The shop in one data directory; `hand_over` opens its till and closes it again."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._given_up = threading.Event()

    def read_code(self, code: str) -> OfficeAddress | None:
        """What a code says."""
        return address_in(code)

    def give_up(self) -> None:
        """Break off at the next chance."""
        self._given_up.set()

    def hand_over(self, code: str, tell: Callable[[Progress], None]) -> Ready | Stuck | Snag:
        """One try."""
        self._given_up.clear()
        try:
            return self._handed_over(Invitation.read(code), tell)
        except GivenUpError:
            return Snag.GIVEN_UP
        except HurdleError as error:
            return _SNAGS[error.hurdle]
        except OfficeError as error:
            return stuck_of(error)
        except StoreFullError:
            return Stuck(Hitch.DISK_FULL)
        except StoreUnavailableError as error:
            return Stuck(Hitch.STORE, str(error))
        except OSError as error:
            return Stuck(Hitch.DISK_FULL if error.errno == errno.ENOSPC else Hitch.STORE, error.strerror or "")

    def _handed_over(self, invitation: Invitation, tell: Callable[[Progress], None]) -> Ready:
        def told(progress: Progress) -> None:
            tell(progress)
            if self._given_up.is_set():
                raise GivenUpError

        till = open_till(self._data_dir)
        with closing(till.store), closing(till.directory):
            placement = till.placement or HandHistoryOver(till, told)(invitation)
            _log.info("in the chain at %s", placement.membership.address)
            return Ready(till.store.state.till, placement.membership.shop, fingerprint_of(placement))


def join_from_screen(data_dir: Path, settings: ShopSettings) -> None:
    """Show the window and do what it asks, until it is closed."""
    app = prepare_application(sys.argv, settings)
    shop = ShopThatJoins(data_dir)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="set-up") as hand:
        window = JoiningWindow(shop, Tasks(hand))
        window.show_filled(full=settings.full_screen)
        try:
            app.exec()
        finally:
            shop.give_up()
