"""`membertill enrol --again`: a till of a chain goes on with its files (app/bootstrap/enrol_again.py)."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TextIO, TypeVar

from app.bootstrap.enrol_again import EnrolAgain
from app.bootstrap.send_all import send_all
from app.bootstrap.signing import fingerprint_of
from app.bootstrap.till import NoShopHereError, open_till
from app.ports.head_office import Joining
from app.ports.store import StoreUnavailableError
from sync.client.transport import Invitation

_Result = TypeVar("_Result")

_WORDS: dict[Joining, tuple[int, str]] = {
    Joining.JOINED: (0, "enrolled again, epoch {epoch}"),
    Joining.REFUSED: (1, "head office refuses: {reason}"),
    Joining.OFFLINE: (1, "head office cannot be reached ({reason}); nothing was changed"),
    Joining.UNSENT: (1, "head office has not everything of this till yet; nothing was changed, try again in a minute"),
    Joining.SHIFT_OPEN: (2, "a shift is open: open the till and close it first; nothing was changed"),
    Joining.NOT_NEEDED: (2, "head office knows this till and lends to it; nothing was changed"),
}


def enrol_again(data_dir: Path, invitation: Invitation, out: TextIO) -> int:
    """Go on with the files of a till that is known no more, or fenced; 0: joined, 1: not now, 2: not here."""
    try:
        till = open_till(data_dir)
    except (NoShopHereError, StoreUnavailableError) as error:
        print(f"the till cannot be opened: {error}", file=out)
        return 2
    with closing(till.store), closing(till.directory):
        if till.placement is None:
            print("this till belongs to no head office; `membertill enrol` without --again joins one", file=out)
            return 2
        joined, placement = EnrolAgain(till, till.placement, _at_once)(invitation)
    status, words = _WORDS[joined.outcome]
    print(words.format(epoch=joined.epoch, reason=joined.reason), file=out)
    if status:
        return status
    print(f"this till's key: {fingerprint_of(placement)}", file=out)
    return send_all(data_dir, out)


def _at_once(work: Callable[[], _Result], /) -> _Result:
    return work()
