"""`nightly`, `tier`, `adjust`, `follow`: what befalls members by the programme, and by a person's decision."""

import argparse
import signal
import sys
import threading
from collections.abc import Callable

from sync.office.cli.logs import log_to_stderr
from sync.office.cli.machine import let_the_collector_rest
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.cli.times import day
from sync.office.services.errors import RecoveryError
from sync.office.services.life.decide import DecideByHand, UnknownMemberError, UnknownTierError
from sync.office.services.life.react import ReactToEvents
from sync.office.services.night.replay_sales import ReplaySales
from sync.office.services.upkeep.follow import Follow
from sync.office.services.upkeep.work_nights import WorkNights

_UNITS = ("points", "growth")


def add_commands(add: AddCommand) -> None:
    """Their words on the command line."""
    night = add("nightly", nightly, "what the calendar does: expiry, ends of tiers, birthdays; safe to repeat")
    night.add_argument("--day", type=day, help="up to this day (default: today)")
    tier = add("tier", set_tier, "put a member into a tier, or take it away")
    tier.add_argument("member", help="the member's id or wallet")
    tier.add_argument("tier", nargs="?", default="", help="the tier's id; none takes the ladder's tier away")
    tier.add_argument("--ladder", default="main", help="without a tier: of which ladder (default: %(default)s)")
    adjust = add("adjust", adjust_units, "correct a member's points or growth")
    adjust.add_argument("member", help="the member's id or wallet")
    adjust.add_argument("unit", choices=_UNITS)
    adjust.add_argument("amount", type=int, help="below 0 takes away")
    for line in (tier, adjust):
        line.add_argument("--reason", required=True)
        line.add_argument("--approver", required=True, metavar="PERSON")
    follower = add("follow", follow, "follow up events and nights until the input ends; `serve` runs it beside itself")
    follower.add_argument("--hour", type=int, choices=range(24), default=3, help="of the nights (default: %(default)s)")


def nightly(arguments: argparse.Namespace) -> int:
    """Follow up what the tills have told, then work the nights."""
    with opened(arguments) as office:
        through = arguments.day or office.world.now()[:10]
        try:
            ReactToEvents(office.world)()
            looked_at = WorkNights(office.world)(through, _progress)
            ReplaySales(office.world)()
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore")
        except KeyboardInterrupt:
            return _sorry("broken off; what is done is kept, run it again for the rest")
    print(f"nights up to {through}: {looked_at} members had something due")
    return 0


def set_tier(arguments: argparse.Namespace) -> int:
    """Set or take away."""

    def work(decide: DecideByHand) -> None:
        decide.set_tier(arguments.member, arguments.tier, arguments.reason, arguments.approver, ladder=arguments.ladder)

    return _decided(arguments, work)


def adjust_units(arguments: argparse.Namespace) -> int:
    """Correct."""

    def work(decide: DecideByHand) -> None:
        decide.adjust(arguments.member, arguments.unit, arguments.amount, arguments.reason, arguments.approver)

    return _decided(arguments, work)


def follow(arguments: argparse.Namespace) -> int:
    """Run beside the server; it ends when the pipe that started it does."""
    log_to_stderr()
    # Ctrl-C is meant for the server; this ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ended = threading.Event()

    def listen() -> None:
        sys.stdin.read()
        ended.set()

    threading.Thread(target=listen, name="pipe", daemon=True).start()
    let_the_collector_rest()
    with opened(arguments) as office:
        Follow(office.world, arguments.hour)(ended)
    return 0


def _decided(arguments: argparse.Namespace, work: Callable[[DecideByHand], None]) -> int:
    with opened(arguments) as office:
        try:
            work(DecideByHand(office.world))
        except UnknownMemberError:
            return _sorry(f"no member or wallet {arguments.member} is known here")
        except UnknownTierError:
            return _sorry("the programme in force has no such tier or ladder")
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore")
    print(f"decided for {arguments.member}: {arguments.reason} ({arguments.approver})")
    return 0


def _progress(count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{count} members", end="", file=sys.stderr, flush=True)


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
