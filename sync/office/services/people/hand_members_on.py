"""Members of a colleague who has left: who they are, and whose they become, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sync.office.services.errors import RecoveryError
from sync.office.services.streams.import_staff import STREAM
from sync.office.services.world import World
from sync.office.storage.colleagues import (
    HandOver,
    LookedAfter,
    hand_members_on,
    keep_hand_over,
    members_by_colleague,
    members_of_colleague,
)
from sync.office.storage.member_feed import announce_members
from sync.office.storage.state import Mode, read_state
from sync.office.storage.streams import rows_there


class UnknownColleagueError(Exception):
    """Nobody of this id may sign on in the shops."""


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who may sign on nowhere any more, and the members that are still theirs."""

    colleague: str
    members: Sequence[LookedAfter]


@dataclass(frozen=True, slots=True)
class HandMembersOn:
    """Both may be repeated."""

    world: World

    def left(self) -> Sequence[Leaver]:
        """Who has left members behind. Staff that head office does not keep (a shop's own) counts as there."""
        return self.world.database.read(_left)

    def __call__(self, gone: str, taker: str, reason: str, person: str) -> int:
        """All members of `gone` are `taker`'s from now on; how many. UnknownColleagueError, RecoveryError."""
        if not gone:
            raise UnknownColleagueError  # whom nobody looks after has not been left behind
        name, now = self.world.new_id(), self.world.clock.now_ms()

        def work(connection: Connection) -> int:
            if read_state(connection).mode is not Mode.NORMAL:
                raise RecoveryError
            staff = rows_there(connection, STREAM)
            if staff and taker not in staff:
                raise UnknownColleagueError
            theirs = hand_members_on(connection, gone, taker)
            if theirs:
                keep_hand_over(connection, HandOver(name, gone, taker, reason, person, len(theirs), now))
                announce_members(connection, theirs)
            return len(theirs)

        return self.world.database.write(work)


def _left(connection: Connection) -> Sequence[Leaver]:
    staff = rows_there(connection, STREAM)
    if not staff:
        return ()
    gone = sorted(members_by_colleague(connection).keys() - staff.keys())
    return [Leaver(colleague, members_of_colleague(connection, colleague)) for colleague in gone]
