"""`parked`: events that were taken in and could not be posted; post them again after an update, or close them."""

import argparse
import datetime
import sys

from app.domain.lease.office import Rule
from sync.office.cli.office import opened
from sync.office.services.errors import NotParkedError, RecoveryError, SecondPersonNeededError
from sync.office.services.upkeep.parked import ParkedEvents

_WORDS = {
    Rule.UNREADABLE: "this version cannot read what it says; update head office, then post it again",
    Rule.UNBALANCED: "its entries do not sum to nothing; report it, then close it",
    Rule.FOREIGN_PLACE: "it moves value that is not this till's to move; report it, then close it",
    Rule.AMOUNT_OUT_OF_RANGE: "its amount is no amount of a shop; report it, then close it",
    Rule.NOT_FOLLOWED_UP: "what follows for the member went wrong; report it, and try again after an update",
    Rule.ID_USED_TWICE: "another event of this till has its id and was posted; look at both sales, then close it",
}


def parked(arguments: argparse.Namespace) -> int:
    """List them; or post one again, or close one."""
    with opened(arguments) as office:
        events = ParkedEvents(office.world)
        try:
            if arguments.retry:
                return _retry(events, arguments.retry)
            if arguments.close:
                events.close(arguments.close, arguments.by or (), arguments.reason)
                print(f"{arguments.close} is closed; its bytes are kept, and no account was touched")
                return 0
        except NotParkedError:
            return _sorry(f"nothing of the name {arguments.retry or arguments.close} waits")
        except SecondPersonNeededError:
            return _sorry("two different persons close an event: --by twice")
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore; try again when `tills` says normal")
        return _list(events)


def _retry(events: ParkedEvents, source: str) -> int:
    fault = events.retry(source)
    if fault is not None:
        print(f"{source} still cannot be posted: {_WORDS[fault]}")
        return 1
    print(f"{source} is posted")
    return 0


def _list(events: ParkedEvents) -> int:
    waiting = events.all()
    for event in waiting:
        since = datetime.datetime.fromtimestamp(event.parked_at / 1000).astimezone()
        branch = " of another branch" if event.stray_hash else ""
        place = f"{event.till}/{event.epoch} event {event.seq}{branch}" if event.till else "a member's night"
        print(f"{place}, since {since:%Y-%m-%d %H:%M:%S}: {event.source}")
        print(f"    {event.rule.value}: {_WORDS[event.rule]}" + (f" ({event.why})" if event.why else ""))
    print(f"{len(waiting)} parked")
    return 0


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
