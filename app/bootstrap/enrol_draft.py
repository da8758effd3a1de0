"""An enrolment under way: kept from before head office is asked until the till is whole, so that it can go on.

Asked again with the same name and the same key, head office answers the same. A draft holds no secret.
"""

import os
import secrets
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from app.storage.places import sync_directory

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class EnrolDraft(BaseModel):
    """The till's name, the salt of its signing key (hex), and head office's fingerprint; `epoch`: the one it leaves."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    till: str
    salt: str
    fingerprint: str
    epoch: int = 0


def draft_for(path: Path, till: str, fingerprint: str, epoch: int = 0) -> EnrolDraft:
    """The draft at `path` if it is about the same (any till where `till` is empty), else a new one, kept."""
    try:
        found = EnrolDraft.model_validate_json(path.read_bytes())
        if (found.fingerprint, found.epoch) == (fingerprint, epoch) and till in {"", found.till}:
            return found
    except (FileNotFoundError, ValidationError):
        pass
    draft = EnrolDraft(till=till or new_name(), salt=secrets.token_hex(16), fingerprint=fingerprint, epoch=epoch)
    _keep(path, draft)
    return draft


def new_name() -> str:
    """A till's name that no other till has, wherever it goes later."""
    return "T" + "".join(secrets.choice(_LETTERS) for _ in range(5))


def _keep(path: Path, draft: EnrolDraft) -> None:
    with path.open("wb") as file:
        file.write(draft.model_dump_json().encode())
        file.flush()
        os.fsync(file.fileno())
    sync_directory(path.parent)
