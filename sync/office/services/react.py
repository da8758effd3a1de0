"""Follow up the tills' events: growth, gifts, tiers. Off the path of a PUSH, in the order of each journal, once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.ids import MerchantId, TierId
from app.domain.programme.lifecycle.facts import Joined
from app.domain.programme.lifecycle.ladders import begins
from app.domain.programme.publishing import Publication
from app.domain.programme.spans import add_days
from sync.office.services.counted_rights import mint_for_all
from sync.office.services.happenings import HAPPENINGS, Happening, happening_in
from sync.office.services.lives import Lives
from sync.office.services.programmes import parsed, programme_now
from sync.office.services.world import World
from sync.office.storage.chains import Chain, all_chains, find_till, lock_chain
from sync.office.storage.life import Life
from sync.office.storage.merges import survivors
from sync.office.storage.programmes import publications
from sync.office.storage.reacted import move_reacted, posted_after, reacted_to
from sync.office.storage.state import Mode, read_state

# One writer writes at a time on SQLite: nobody at a till waits longer than this many events take.
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class ReactToEvents:
    """Follow up everything that was posted since."""

    world: World

    def __call__(self) -> int:
        """How many events were looked at; 0 before a programme is published, or while tills are awaited."""
        total = 0
        for chain in self.world.database.read(all_chains):
            while done := self._some(chain):
                total += done
        return total

    def _some(self, chain: Chain) -> int:
        """A piece of one chain. First a look, so that nothing is locked where there is nothing to do."""
        if not self.world.database.read(lambda connection: len(self._waiting(connection, chain))):
            return 0
        return self.world.database.write_upload(lambda connection: self._followed_up(connection, chain))

    def _waiting(self, connection: Connection, chain: Chain) -> Sequence[tuple[int, str, bytes]]:
        if read_state(connection).mode is not Mode.NORMAL or not publications(connection):
            return ()
        return posted_after(connection, chain, reacted_to(connection, chain), _AT_ONCE)

    def _followed_up(self, connection: Connection, known: Chain) -> int:
        chain = lock_chain(connection, known.till, known.epoch)
        events = self._waiting(connection, chain) if chain else ()
        if chain is None or not events:
            return 0
        till = find_till(connection, chain.till)
        shop, merchant = (till.shop, till.merchant) if till else ("", read_state(connection).merchant)
        told = [
            happening
            for _, kind, payload in events
            if kind in HAPPENINGS
            for happening in happening_in(self.world, payload, shop)
        ]
        happenings = _of_survivors(connection, told)
        self._mint(connection)
        lives = Lives(connection, self.world, {each.wallet for each in happenings})
        for each in happenings:
            self._follow(lives, each, merchant)
        lives.keep()
        move_reacted(connection, chain, events[-1][0])
        return len(events)

    def _mint(self, connection: Connection) -> None:
        programme = programme_now(connection, self.world)
        if programme is not None:
            mint_for_all(connection, self.world, read_state(connection), programme)

    def _follow(self, lives: Lives, each: Happening, merchant: MerchantId) -> None:
        life, day = lives.life(each.wallet), each.fact.moment.day
        by = lives.publication_of(each.programme, day)
        if by is None or (not life.is_known and not each.member):
            return
        if not life.is_known:
            _meet(life, each, by)
        lives.told(life, each.fact, each.moves, by, merchant)


def _of_survivors(connection: Connection, told: Sequence[Happening]) -> Sequence[Happening]:
    """What befell a wallet that has ended in another befell that one; nobody is welcomed a second time."""
    ends = survivors(connection, {each.wallet for each in told})
    return [
        replace(each, wallet=ends[each.wallet])
        for each in told
        if ends[each.wallet] == each.wallet or not isinstance(each.fact, Joined)
    ]


def _meet(life: Life, each: Happening, by: Publication) -> None:
    """A member first heard of through a till is taken as that till knew them."""
    day = each.fact.moment.day
    life.member, life.is_known = each.member, True
    tier = parsed(by.text).tier(TierId(each.tier)) if each.tier else None
    tiers = {tier.ladder: begins(tier, day)} if tier else {}
    life.standing = replace(life.standing, joined_on=day, tiers=tiers, nights_through=add_days(day, -1))
    life.due_on = day
