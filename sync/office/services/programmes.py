"""The programme at head office: published from a time on, brought back, and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.domain.programme.publishing import Publication, in_force
from sync.office.services.world import World
from sync.office.storage.life import look_again_on
from sync.office.storage.programmes import add_publication, publications
from sync.office.storage.streams import put_rows
from sync.protocol.streams import ProgrammeRow

STREAM = "programmes"

# Reading a file takes some 20 ms.
parsed = lru_cache(maxsize=16)(read_programme)


class VersionTakenError(Exception):
    """Another text was published under this programme's version: a change needs a version of its own."""


class NoSuchPublicationError(Exception):
    """No publication has this number."""


@dataclass(frozen=True, slots=True)
class Programmes:
    """Publish, bring back, list."""

    world: World

    def all(self) -> Sequence[Publication]:
        """Everything that was published, in order."""
        return self.world.database.read(publications)

    def current(self) -> Publication | None:
        """The one in force now."""
        return in_force(self.all(), self.world.now())

    def publish(self, text: str, effective_from: str, by: str) -> Publication:
        """Publish a programme file from a wall-clock time on.

        ProgrammeFileError with every mistake, VersionTakenError where its version is another text's already.
        """
        programme = read_programme(text)

        def work(connection: Connection) -> Publication:
            known = publications(connection)
            if any(
                (each.programme, each.version) == (programme.id, programme.version) and each.text != text
                for each in known
            ):
                raise VersionTakenError
            return self._add(connection, known, text, programme, effective_from, by)

        return self.world.database.write(work)

    def roll_back(self, n: int, effective_from: str, by: str) -> Publication:
        """Publish once more what publication `n` had said; NoSuchPublicationError where there is none."""

        def work(connection: Connection) -> Publication:
            known = publications(connection)
            earlier = next((each for each in known if each.n == n), None)
            if earlier is None:
                raise NoSuchPublicationError
            return self._add(connection, known, earlier.text, parsed(earlier.text), effective_from, by, n)

        return self.world.database.write(work)

    def _add(
        self,
        connection: Connection,
        known: Sequence[Publication],
        text: str,
        programme: Programme,
        effective_from: str,
        by: str,
        restores: int = 0,
    ) -> Publication:
        publication = Publication(
            n=max((each.n for each in known), default=0) + 1,
            programme=programme.id,
            version=programme.version,
            text=text,
            effective_from=effective_from,
            published_at=self.world.clock.now_ms(),
            published_by=by,
            restores=restores,
        )
        add_publication(connection, publication)
        look_again_on(connection, max(effective_from, self.world.now())[:10])
        row = ProgrammeRow.model_validate(publication, from_attributes=True)
        put_rows(connection, STREAM, {str(publication.n): row.model_dump_json()}, publication.published_at)
        return publication


def programme_now(connection: Connection, world: World) -> Programme | None:
    """The programme in force now."""
    publication = in_force(publications(connection), world.now())
    return parsed(publication.text) if publication else None


def programme_of(known: Sequence[Publication], name: str, version: int, local_time: str) -> Programme | None:
    """The programme that a fact was made under: its own version if it was published, else the one then in force."""
    own = next((each for each in known if (each.programme, each.version) == (name, version)), None)
    publication = own or in_force(known, local_time) or (known[0] if known else None)
    return parsed(publication.text) if publication else None
