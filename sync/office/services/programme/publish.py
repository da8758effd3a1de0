"""Publishing as a whole: the version is kept, and what it limits for all is there to be leased."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.programme.publishing import Publication
from sync.office.services.ledger.counted_rights import mint_for_all
from sync.office.services.programmes import Programmes, programme_now
from sync.office.services.world import World
from sync.office.storage.state import read_state


@dataclass(frozen=True, slots=True)
class PublishProgramme:
    """Publish or bring back; then make the rights of the programme in force."""

    world: World

    def __call__(self, text: str, effective_from: str, by: str) -> Publication:
        """The publication; ProgrammeFileError or VersionTakenError where it cannot be."""
        made = Programmes(self.world).publish(text, effective_from, by)
        self.world.database.write(self.mint)
        return made

    def roll_back(self, n: int, effective_from: str, by: str) -> Publication:
        """The publication that brings `n` back; NoSuchPublicationError where there is none."""
        made = Programmes(self.world).roll_back(n, effective_from, by)
        self.world.database.write(self.mint)
        return made

    def once(self, text: str, by: str) -> Publication | None:
        """Publish it from now on unless it is the one in force; None where it is."""
        current = Programmes(self.world).current()
        if current is not None and current.text == text:
            return None
        return self(text, self.world.now(), by)

    def mint(self, connection: Connection) -> None:
        """Make what the programme in force limits for all, as far as it is not there; twice does nothing."""
        programme = programme_now(connection, self.world)
        if programme is not None:
            mint_for_all(connection, self.world, read_state(connection), programme)
