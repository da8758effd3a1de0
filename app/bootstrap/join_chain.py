"""A new till joins a chain: from the question to head office to a till that can be opened (docs/adr/0008)."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.bootstrap.enrol_draft import EnrolDraft, draft_for
from app.bootstrap.membership import Membership
from app.bootstrap.new_till import Beginning, make_till
from app.paths import second_volume
from app.storage.keys import open_key
from app.storage.places import DRAFT_FILE
from sync.client.office import NotEnrolledError
from sync.client.transport import Invitation, Transport
from sync.protocol.fingerprint import short_fingerprint
from sync.protocol.messages import Enrol, Enrolled

_FIRST_EPOCH = 1

# From head office's answer and the membership that follows from it to what the till begins with.
Furnish = Callable[[Enrolled, Membership], Beginning]


class GivenUpError(Exception):
    """Nobody waits for this enrolment any more; the same code is answered alike when it is tried again."""


@dataclass(frozen=True, slots=True)
class JoinedChain:
    """What came of it; `fingerprint` is that of the till's own key, as head office lists it."""

    till: str
    shop: str
    merchant: str
    fingerprint: str


def join_chain(
    data_dir: Path,
    invitation: Invitation,
    furnish: Furnish,
    *,
    till: str = "",
    is_wanted: Callable[[], bool] = lambda: True,
) -> JoinedChain:
    """Ask head office, then make the till in `data_dir`; goes on where an earlier try was interrupted.

    OfficeError where head office refuses (NotEnrolledError) or cannot be had, StoreFullError or StoreUnavailableError
    where the till cannot be made, GivenUpError where it `is_wanted` no more.
    """
    key = open_key(data_dir)
    draft = draft_for(data_dir / DRAFT_FILE, till, invitation.fingerprint)
    private = Ed25519PrivateKey.from_private_bytes(key.for_signing(bytes.fromhex(draft.salt)))
    try:
        answer = _ask(invitation, draft, private)
    except NotEnrolledError:
        (data_dir / DRAFT_FILE).unlink()
        raise
    if not is_wanted():
        raise GivenUpError
    membership = Membership(
        address=invitation.address, fingerprint=draft.fingerprint, salt=draft.salt, shop=answer.shop
    )
    make_till(data_dir, key, second_volume(data_dir), furnish(answer, membership))
    (data_dir / DRAFT_FILE).unlink()
    own = short_fingerprint(private.public_key().public_bytes_raw())
    return JoinedChain(answer.till, answer.shop, answer.merchant, own)


def _ask(invitation: Invitation, draft: EnrolDraft, private: Ed25519PrivateKey) -> Enrolled:
    public = private.public_key().public_bytes_raw().hex()
    request = Enrol(code=invitation.code, till=draft.till, epoch=_FIRST_EPOCH, public_key=public, begins=True)
    wire = Transport(invitation.address, invitation.fingerprint, till=draft.till, epoch=_FIRST_EPOCH, key=private)
    with closing(wire):
        return wire.enrol(request)
