"""`membertill enrol --with-history`: a shop that stands alone joins a chain (app/bootstrap/hand_over.py)."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TextIO

from app.bootstrap.hand_over import HandHistoryOver, HurdleError
from app.bootstrap.send_all import send_all
from app.bootstrap.signing import fingerprint_of
from app.bootstrap.till import NoShopHereError, open_till
from app.ports.hand_over import Progress
from app.ports.store import StoreFullError, StoreUnavailableError
from sync.client.office import NotEnrolledError, OfficeError
from sync.client.transport import Invitation


def hand_over(data_dir: Path, invitation: Invitation, out: TextIO) -> int:
    """0: joined, 1: not now, 2: not here."""
    try:
        till = open_till(data_dir)
    except (NoShopHereError, StoreUnavailableError) as error:
        print(f"the till cannot be opened: {error}", file=out)
        return 2
    with closing(till.store), closing(till.directory):
        if till.placement is not None:
            print("this till belongs to a chain already; nothing was changed", file=out)
            return 2
        try:
            placement = HandHistoryOver(till, _progress)(invitation)
        except HurdleError as error:
            print(error, file=out)
            return 2
        except NotEnrolledError as error:
            print(f"head office refuses: {error}; nothing was changed", file=out)
            return 1
        except OfficeError as error:
            print(f"broken off ({error}); nothing was changed, and the next try goes on from there", file=out)
            return 1
        except (StoreFullError, OSError) as error:
            print(f"there is no room for it: {error}; nothing was changed", file=out)
            return 2
    print(f"joined as till {till.store.state.till} of {placement.membership.shop or 'the chain'}", file=out)
    print(f"this till's key: {fingerprint_of(placement)}", file=out)
    return send_all(data_dir, out)


def _progress(progress: Progress) -> None:
    if progress.total_bytes and sys.stderr.isatty():
        percent = progress.done_bytes * 100 // progress.total_bytes
        print(f"\r{percent} %", end="", file=sys.stderr, flush=True)
