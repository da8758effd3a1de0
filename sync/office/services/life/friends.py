"""Friends that members bring: when a friend has done what a referral asks for, both sides hear of it.

Where nothing of what a friend has bought is kept, both hear that it was nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.programme.lifecycle.facts import Bought, CardTaken, Fact, FriendCame, Joined, Returned, Undone
from app.domain.programme.lifecycle.history import first_kept_purchase, has_kept_a_purchase
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Referral
from sync.office.services.life.happening import Happening
from sync.office.services.life.lives import Lives
from sync.office.services.programmes import parsed
from sync.office.storage.people import registered, wallet_of_member

_DONE: Mapping[str, type] = {"joined": Joined, "card": CardTaken, "first_purchase": Bought}
OF_FRIEND = ":friend"


@dataclass(frozen=True, slots=True)
class Friends:
    """Who brought whom: wallets by the friend's wallet."""

    brought_by_whom: Mapping[WalletId, WalletId]

    @property
    def wallets(self) -> Iterable[WalletId]:
        """Those who brought somebody."""
        return self.brought_by_whom.values()

    def brought_by(self, lives: Lives, happening: Happening) -> Iterable[Happening]:
        """What a friend's happening means for both."""
        referrer, fact = self.brought_by_whom.get(happening.wallet), happening.fact
        by = lives.publication_of(happening.programme, fact.moment.day) if fact else None
        if referrer is None or fact is None or by is None:
            return
        if isinstance(fact, Returned):
            yield from _nothing_kept(lives.life(happening.wallet).standing, fact, happening.wallet, referrer)
        for referral in parsed(by.text).referrals:
            if _is_what_it_asks(lives, happening.wallet, referral, fact):
                number = f"{fact.number}:{referral.id}"
                came = FriendCame(number + OF_FRIEND, fact.moment, referral.id, as_friend=True)
                yield Happening(happening.wallet, came, programme=happening.programme)
                brought = FriendCame(number, fact.moment, referral.id, friend=happening.wallet)
                yield Happening(referrer, brought, programme=happening.programme)


def friends_of(connection: Connection, happenings: Sequence[Happening]) -> Friends:
    """Who brought those to whom something happened."""
    matters = (*_DONE.values(), Returned)
    wallets = {each.wallet for each in happenings if isinstance(each.fact, matters)}
    found = {
        wallet: wallet_of_member(connection, one.referrer)
        for wallet, one in registered(connection, wallets).items()
        if one.referrer
    }
    return Friends({wallet: by for wallet, by in found.items() if by and by != wallet})


def _is_what_it_asks(lives: Lives, wallet: WalletId, referral: Referral, fact: Fact) -> bool:
    if not isinstance(fact, _DONE[referral.once]):
        return False
    first = first_kept_purchase(lives.life(wallet).standing)
    return not isinstance(fact, Bought) or first is None or first.number == fact.number


def _nothing_kept(standing: Standing, returned: Returned, friend: WalletId, referrer: WalletId) -> Iterable[Happening]:
    """What purchases of the friend had brought both is taken back, once all of them have come back whole."""
    if has_kept_a_purchase(standing):
        return
    bought = {fact.number for fact in standing.history if isinstance(fact, Bought)}
    undone = {fact.what for fact in standing.history if isinstance(fact, Undone)}
    for came in standing.history:
        if not isinstance(came, FriendCame) or not came.as_friend or came.number in undone:
            continue
        brought = came.number.removesuffix(OF_FRIEND)
        if brought.removesuffix(f":{came.referral}") in bought:
            number = f"{returned.number}:{came.referral}"
            for wallet, what, name in ((friend, came.number, number + OF_FRIEND), (referrer, brought, number)):
                yield Happening(wallet, Undone(name, returned.moment, what), undoes=what)
