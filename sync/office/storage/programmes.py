"""The programme versions that were published; nothing here is ever changed."""

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from app.domain.programme.publishing import Publication
from sync.office.storage.schema import programme_versions

_ALL = select(programme_versions).order_by(programme_versions.c.n)


def add_publication(connection: Connection, publication: Publication) -> None:
    """Append one; its number must be the next one."""
    connection.execute(
        insert(programme_versions).values(
            n=publication.n,
            programme=publication.programme,
            version=publication.version,
            text=publication.text,
            hash=text_hash(publication.text),
            effective_from=publication.effective_from,
            published_at=publication.published_at,
            published_by=publication.published_by,
            restores=publication.restores,
        )
    )


def publications(connection: Connection) -> Sequence[Publication]:
    """All of them, in the order in which they were published."""
    return [
        Publication(
            n=row.n,
            programme=row.programme,
            version=row.version,
            text=row.text,
            effective_from=row.effective_from,
            published_at=row.published_at,
            published_by=row.published_by,
            restores=row.restores,
        )
        for row in connection.execute(_ALL)
    ]


def text_hash(text: str) -> bytes:
    """SHA-256 of a programme file."""
    return hashlib.sha256(text.encode()).digest()
