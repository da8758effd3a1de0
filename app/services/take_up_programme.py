"""Take up the programme that head office has published, from its time on and without a restart."""

import json
import logging
from dataclasses import dataclass
from functools import lru_cache

from app.domain.programme.file import ProgrammeFileError, read_programme
from app.domain.programme.model import Programme
from app.domain.programme.publishing import Publication, in_force
from app.ports.store import Store, UnitOfWork
from app.services.programme_in_force import ProgrammeInForce
from app.services.stamp import Recorder

CONFIG_NAME = "programme"
STREAM = "programmes"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakeUpProgramme:
    """Looks by the corrected clock; asked often, so that a programme begins on its minute."""

    store: Store
    recorder: Recorder
    rules: ProgrammeInForce

    def __call__(self) -> Programme | None:
        """The programme that was taken up just now; None where the one in force stays."""
        with self.store.unit_of_work() as uow:
            local = self.recorder.local_time(self.recorder.look(uow).corrected_at)[:16]
            due = in_force(_publications(uow), local)
            if due is None or due.text == uow.config.get(CONFIG_NAME):
                return None
            programme = _read(due.text)
            if programme is None:
                return None
            uow.config.put(CONFIG_NAME, due.text)
            uow.commit()
        self.rules.take_up(programme)
        _log.info("programme %s %d is in force from now on", programme.id, programme.version)
        return programme


def _publications(uow: UnitOfWork) -> list[Publication]:
    told = [(int(n), json.loads(row.content)) for n, row in uow.fed.rows(STREAM).items()]
    return [
        Publication(
            n=n,
            programme=each["programme"],
            version=each["version"],
            text=each["text"],
            effective_from=each["effective_from"],
            published_at=each["published_at"],
            published_by=each["published_by"],
            restores=each.get("restores", 0),
        )
        for n, each in told
    ]


@lru_cache(maxsize=4)
def _read(text: str) -> Programme | None:
    """None where this version of the till cannot read it: what it had stays in force, and the log says so once."""
    try:
        return read_programme(text)
    except ProgrammeFileError as error:
        _log.error("a published programme cannot be read by this till: %d mistakes", len(error.faults))
        return None
