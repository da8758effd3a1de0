"""Friends that members bring: when a friend has done what a referral asks for, both sides hear of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.programme.lifecycle.facts import Bought, CardTaken, Fact, FriendCame, Joined
from app.domain.programme.model import Referral
from sync.office.services.happening import Happening
from sync.office.services.lives import Lives
from sync.office.services.programmes import parsed
from sync.office.storage.life import wallet_of
from sync.office.storage.people import registered

_DONE: Mapping[str, type] = {"joined": Joined, "card": CardTaken, "first_purchase": Bought}


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
        for referral in parsed(by.text).referrals:
            if _is_what_it_asks(lives, happening.wallet, referral, fact):
                number = f"{fact.number}:{referral.id}"
                came = FriendCame(f"{number}:friend", fact.moment, referral.id, as_friend=True)
                yield Happening(happening.wallet, came, programme=happening.programme)
                brought = FriendCame(number, fact.moment, referral.id, friend=happening.wallet)
                yield Happening(referrer, brought, programme=happening.programme)


def friends_of(connection: Connection, happenings: Sequence[Happening]) -> Friends:
    """Who brought those to whom something happened."""
    wallets = {each.wallet for each in happenings if isinstance(each.fact, tuple(_DONE.values()))}
    found = {
        wallet: wallet_of(connection, one.referrer)
        for wallet, one in registered(connection, wallets).items()
        if one.referrer
    }
    return Friends({wallet: by for wallet, by in found.items() if by and by != wallet})


def _is_what_it_asks(lives: Lives, wallet: WalletId, referral: Referral, fact: Fact) -> bool:
    if not isinstance(fact, _DONE[referral.once]):
        return False
    purchases = (each for each in lives.life(wallet).standing.history if isinstance(each, Bought))
    return not isinstance(fact, Bought) or next(purchases, fact).number == fact.number
