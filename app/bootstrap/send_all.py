"""`membertill sync`: send head office everything that waits, without a screen, and say what it answered."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TextIO, TypeVar

from app.bootstrap.conversation import Conversation
from app.bootstrap.night_report import night_lines
from app.bootstrap.sync import chain_line
from app.bootstrap.till import NoShopHereError, OpenTill, open_till
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.money import format_minor
from app.ports.clock import Clock
from app.ports.head_office import OfficeStatus, Says
from app.ports.store import StoreUnavailableError
from app.storage.lock import StoreInUseError
from sync.client.office import OfficeError
from sync.client.session import Outcome

Result = TypeVar("Result")
_TRIES = 3
_COMPARED = (Outcome.DONE, Outcome.FENCED)

_WORDS = {
    Says.FENCED: "head office has closed this till's leases ({reason}): it lends nothing and stored value rests here",
    Says.UPGRADE: "head office asks for a newer membertill: it takes events, and lends nothing to this version",
    Says.UNKNOWN_TILL: "head office does not know this till ({reason}): it has to be enrolled again",
    Says.BUSY: "head office is busy and asks to come back later",
    Says.REFUSED: "head office cannot read what this till says ({reason}): update one of the two",
    Says.STRANGER: "something answers at this address that is not our head office",
    Says.NEW_EPOCH: "head office was restored from a copy, and was told everything again",
    Says.RECOVERY: "head office was restored from a copy and waits for all tills; until then it lends nothing",
}


def send_all(data_dir: Path, out: TextIO, clock: Clock | None = None) -> int:
    """0: head office has everything and all is well. 1: not so, and why. 2: it cannot be tried here."""
    try:
        till = open_till(data_dir, clock)
    except NoShopHereError as error:
        print(f"{error}; `membertill enrol` joins a chain", file=out)
        return 2
    except StoreInUseError:
        print("the till is open: it sends by itself, and its sync screen has a button to try now", file=out)
        return 2
    except StoreUnavailableError as error:
        print(f"the till cannot be opened: {error}", file=out)
        return 2
    with closing(till.store), closing(till.directory):
        if till.placement is None:
            name = till.store.state.till
            print(f"till {name} has its head office inside: it sends by itself while the till is open", file=out)
            return 2
        line = chain_line(till, till.placement)
        with (
            closing(line.office) as office,
            closing(Conversation(till, line, office, _at_once, lambda _: None)) as talk,
        ):
            return _talk(till, talk, out)


def _talk(till: OpenTill, talk: Conversation, out: TextIO) -> int:
    talk.look()
    before = talk.status.waiting
    try:
        outcome = next((said for said in (talk.greet() for _ in range(_TRIES)) if said is not Outcome.AGAIN), None)
    except OfficeError as error:
        _report(talk.status, before, out)
        print(f"it broke off: {error}", file=out)
        return 1
    _report(talk.status, before, out)
    is_equal = _audited(talk, outcome, out)
    if outcome is None:
        print("head office and this till did not come to an end; try again in a minute", file=out)
    print(f"chain ends at event {till.store.head.seq}, {till.store.head.hash.hex()[:16]}", file=out)
    return 0 if outcome is Outcome.DONE and not talk.status.waiting and is_equal else 1


def _audited(talk: Conversation, outcome: Outcome | None, out: TextIO) -> bool:
    """The audit of the latest night, and whether both sides have the same."""
    if outcome not in _COMPARED or talk.status.says is Says.RECOVERY:
        return True
    try:
        verdict = talk.audit()
    except OfficeError as error:
        print(f"the audit broke off: {error}", file=out)
        return False
    if verdict is None:
        print("head office and this till could not be compared just now; try again in a minute", file=out)
        return False
    for line in night_lines(verdict):
        print(line, file=out)
    return verdict.is_equal


def _report(status: OfficeStatus, before: int, out: TextIO) -> None:
    print(f"head office: {status.address}", file=out)
    sent = max(0, before - status.waiting)
    print(f"events sent: {sent}, waiting: {status.waiting}", file=out)
    if status.says in _WORDS:
        print(_WORDS[status.says].format(reason=status.reason), file=out)
    money = status.held.get(PRINCIPAL, 0) + status.held.get(BONUS, 0)
    print(f"lent to this till: {format_minor(money)} of stored value, {status.lots} lot(s) in all", file=out)


def _at_once(work: Callable[[], Result], /) -> Result:
    return work()
