"""Follow up events as they come, and the nights once a day, until told to end."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sync.office.services.errors import RecoveryError
from sync.office.services.life.react import ReactToEvents
from sync.office.services.night.replay_sales import ReplaySales
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.people.merge import SettleMerges
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.streams.tell_members import TellMembers
from sync.office.services.streams.tidy_streams import TidyStreams
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.services.world import World

_log = logging.getLogger(__name__)

_PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Follow:
    """`hour` of the shops' clocks, from which on a day's nights are worked; a day missed is made up for.

    `afterwards` is done whenever something was followed up. `tell`: another way for tills to hear of members.
    """

    world: World
    hour: int = 3
    afterwards: Callable[[], object] | None = None
    tell: Callable[[], object] | None = None

    def __call__(self, ended: threading.Event, pause_seconds: float = _PAUSE_SECONDS) -> None:
        """Go on until `ended`."""
        worked = ""
        while True:
            worked = self.once(worked)
            if ended.wait(pause_seconds):
                return

    def catch_up(self) -> int:
        """Follow up what was told and not yet looked at; how much that was."""
        # Who is one person is known before anybody is welcomed.
        return EnlistMembers(self.world)() + SettleMerges(self.world)() + ReactToEvents(self.world)()

    def once(self, worked: str) -> str:
        """One look; the day through which nights are worked by now, empty before the first."""
        now, done, through = self.world.now(), 0, worked
        try:
            done = self.catch_up()
            if now[:10] > worked and int(now[11:13]) >= self.hour:
                count = WorkNights(self.world)(now[:10])
                _log.info("nights up to %s: %d member(s) had something due", now[:10], count)
                TidyStreams(self.world)()
                done, through = done + count, now[:10]
            (self.tell or TellMembers(self.world))()
            copies = BuildCopies(self.world)
            copies()
            if through > worked:
                copies.renew()
            if done and self.afterwards:
                self.afterwards()
            ReplaySales(self.world)()
        except RecoveryError:
            pass
        except Exception:
            # Whatever it was, tills are served all the same, and the next look is soon.
            _log.exception("could not follow up what happened")
        return through
