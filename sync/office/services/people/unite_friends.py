"""Somebody who was brought twice is one friend: who was rewarded for the second registration loses that again."""

from collections.abc import Set
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.programme.lifecycle.facts import FriendCame, Undone
from app.domain.programme.scene import Moment
from sync.office.services.life.friends import OF_FRIEND
from sync.office.services.life.lives import Lives
from sync.office.services.world import World
from sync.office.storage.people import registered, wallet_of_member


def unite_friends(connection: Connection, world: World, gone: WalletId, kept: WalletId) -> str:
    """The member who counts as having brought the two who are one; empty where nobody has, or they themselves."""
    by = {wallet: one.referrer for wallet, one in registered(connection, (gone, kept)).items() if one.referrer}
    whose = {wallet: found for wallet, member in by.items() if (found := wallet_of_member(connection, member))}
    if not whose:
        return by.get(kept, "") or by.get(gone, "")
    friends = _Friends(connection, world, whose)
    for friend in sorted(wallet for wallet, referrer in whose.items() if referrer in (gone, kept)):
        friends.never_came(friend, friends.paid_for(friend))
        del by[friend]
    first, second = friends.paid_for(kept), friends.paid_for(gone)
    friends.never_came(gone, first & second)
    friends.is_called(gone, kept)
    friends.lives.keep()
    return by.get(gone if second and not first else kept, "") or by.get(gone, "")


class _Friends:
    """Wallets of friends, and of those who brought them."""

    def __init__(self, connection: Connection, world: World, whose: dict[WalletId, WalletId]) -> None:
        self._whose, self._now = whose, world.now()
        self.lives = Lives(connection, world, {*whose, *whose.values()})

    def paid_for(self, friend: WalletId) -> Set[str]:
        """The referrals for which somebody was rewarded."""
        by = self._whose.get(friend)
        marks = (mark.split(":", 2) for mark in (self.lives.life(by).standing.done if by else ()))
        return {mark[1] for mark in marks if mark[0] == "friend" and mark[2] == friend}

    def never_came(self, friend: WalletId, referrals: Set[str]) -> None:
        """These were not to be paid, to neither side."""
        for came in list(self.lives.life(self._whose[friend]).standing.history) if referrals else ():
            if isinstance(came, FriendCame) and came.friend == friend and came.referral in referrals:
                self._undo(self._whose[friend], came.number)
                self._undo(friend, came.number + OF_FRIEND)

    def is_called(self, friend: WalletId, name: WalletId) -> None:
        """Who was rewarded for the friend is not rewarded for the one they are now."""
        paid = self.paid_for(friend)
        if paid:
            life = self.lives.life(self._whose[friend])
            marks = {f"friend:{referral}:{name}" for referral in paid}
            life.standing = replace(life.standing, done=life.standing.done | marks)

    def _undo(self, wallet: WalletId, what: str) -> None:
        day, time = self._now[:10], self._now[11:16]
        life, by = self.lives.life(wallet), self.lives.publication_on(day)
        if by is not None and any(fact.number == what for fact in life.standing.history):
            self.lives.decided(life, Undone(f"merge:{what}", Moment(day, time), what), by)
