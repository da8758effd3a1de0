"""A raffle is drawn at head office: once, from a seed promised before, so that anyone can check who won."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.programme.drawing import commitment, raffle
from app.domain.programme.lifecycle.facts import RaffleWon
from app.domain.programme.model import Draw, Programme
from app.domain.programme.rights import spin_unit
from app.domain.programme.scene import Moment
from sync.office.services.errors import RecoveryError
from sync.office.services.ledger.counted_rights import mint_for_all
from sync.office.services.life.lives import Lives
from sync.office.services.programmes import programme_now
from sync.office.services.world import World
from sync.office.storage.raffles import Raffle, find_raffle, keep_raffle, tickets_of
from sync.office.storage.state import Mode, read_state

_SEED_BYTES = 16


class UnknownRaffleError(Exception):
    """The programme in force has no raffle of this name."""


class NotYetError(Exception):
    """The programme says a later day: its only argument (ISO)."""


@dataclass(frozen=True, slots=True)
class DrawRaffle:
    """Promise the seed, then draw; drawn twice it says the same again."""

    world: World

    def promise(self, name: str) -> str:
        """The hash of the seed that will decide, to be published while tickets are still given."""

        def work(connection: Connection) -> str:
            programme, draw = self._draw(connection, name)
            return commitment(self._promised(connection, programme, draw).seed)

        return self.world.database.write(work)

    def __call__(self, name: str, by: str) -> Raffle:
        """Draw now: winners get their prizes, their tickets are used up."""
        return self.world.database.write(lambda connection: self._drawn(connection, name, by))

    def _drawn(self, connection: Connection, name: str, by: str) -> Raffle:
        if read_state(connection).mode is not Mode.NORMAL:
            raise RecoveryError
        programme, draw = self._draw(connection, name)
        known = self._promised(connection, programme, draw)
        if known.drawn_at:
            return known
        now = self.world.now()
        if now[:10] < draw.drawn_on:
            raise NotYetError(draw.drawn_on)
        entries = self._usable(connection, draw, now[:10])
        mint_for_all(connection, self.world, read_state(connection), programme)
        won = raffle(draw, entries, known.seed)
        lives = Lives(connection, self.world, [WalletId(each.holder) for each in won])
        publication = lives.publication_on(now[:10])
        for each in won if publication else ():
            assert publication is not None
            fact = RaffleWon(self.world.new_id(), Moment(now[:10], now[11:16]), draw.id, each.prize)
            lives.decided(lives.life(WalletId(each.holder)), fact, publication)
        lives.keep()
        drawn = replace(known, drawn_at=self.world.clock.now_ms(), drawn_by=by, entries={**entries}, winners=tuple(won))
        keep_raffle(connection, drawn)
        return drawn

    def _usable(self, connection: Connection, draw: Draw, day: str) -> Mapping[str, int]:
        """Tickets that can be used on the day, of wallets that head office knows."""
        unit = spin_unit(draw.id)
        holders = sorted(tickets_of(connection, unit))
        lives = Lives(connection, self.world, holders)
        usable = {str(wallet): lives.life(wallet).standing.usable(unit, day) for wallet in holders}
        return {holder: count for holder, count in usable.items() if count > 0}

    def _promised(self, connection: Connection, programme: Programme, draw: Draw) -> Raffle:
        name = f"{programme.id}:{draw.id}"
        known = find_raffle(connection, name)
        if known is None:
            seed = self.world.randomness.bytes(_SEED_BYTES).hex()
            known = Raffle(name, seed, self.world.clock.now_ms())
            keep_raffle(connection, known)
        return known

    def _draw(self, connection: Connection, name: str) -> tuple[Programme, Draw]:
        programme = programme_now(connection, self.world)
        draws = programme.draws if programme else ()
        draw = next((each for each in draws if each.id == name and each.kind == "raffle"), None)
        if programme is None or draw is None:
            raise UnknownRaffleError
        return programme, draw
