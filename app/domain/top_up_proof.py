"""The proof of a top-up that its slip carries as a QR code: what head office needs to post it without the till.

The text is `MTU1.<facts>.<signature>`: zlib-packed JSON and the till's Ed25519 signature over exactly those bytes,
both base64url without padding. Who signs, and who checks, is not the domain's.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.domain.bookkeeping import entries_of_top_up
from app.domain.ids import EventId, MerchantId, TillId, WalletId
from app.domain.lease import Take
from app.domain.ledger import Entry, Lot, Unit
from app.domain.value.facts import TopUp

PREFIX = "MTU1"
# Far beyond what a slip can carry; nobody unpacks more for a stranger.
_LARGEST = 65_536

Sign = Callable[[bytes], bytes]


class ProofUnreadableError(ValueError):
    """The text is no proof of a top-up."""


@dataclass(frozen=True, slots=True)
class TopUpProof:
    """Which event of which till, when (UTC ms), and the lots it credited; `returned` of them went to head office."""

    till: TillId
    epoch: int
    seq: int
    id: EventId
    at: int
    merchant: MerchantId
    wallet: WalletId
    credits: tuple[Take, ...]
    returned: tuple[Take, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """The entries by which the event itself credits value."""
        return entries_of_top_up(self.till, self.wallet, self.credits, self.returned, self.merchant)


def proof_of(top_up: TopUp, seq: int, merchant: MerchantId) -> TopUpProof:
    """The proof of a posted top-up, which is event `seq` of its till."""
    origin = top_up.origin
    return TopUpProof(
        origin.till,
        origin.epoch,
        seq,
        top_up.id,
        origin.at,
        merchant,
        top_up.holder.wallet,
        top_up.credits,
        top_up.returned,
    )


def proof_text(proof: TopUpProof, sign: Sign) -> str:
    """The text of the QR code."""
    facts = _packed(proof)
    return ".".join((PREFIX, _to_text(facts), _to_text(sign(facts))))


def read_proof(text: str) -> tuple[TopUpProof, bytes, bytes]:
    """The proof, the bytes that were signed, and the signature; ProofUnreadableError where it is none."""
    try:
        prefix, facts_text, signature_text = text.strip().split(".")
        if prefix != PREFIX:
            raise ProofUnreadableError("not the code of a top-up")
        facts = _from_text(facts_text)
        return _proof(facts), facts, _from_text(signature_text)
    except (ValueError, TypeError, KeyError, zlib.error, binascii.Error) as error:
        raise ProofUnreadableError("this is no code of a top-up, or it was not read whole") from error


def _packed(proof: TopUpProof) -> bytes:
    back = {(part.unit, part.lot): part.amount for part in proof.returned}
    lots = [
        [part.unit, part.lot.origin, part.lot.available_on, part.lot.expires_on, part.amount]
        + ([back[part.unit, part.lot]] if (part.unit, part.lot) in back else [])
        for part in proof.credits
    ]
    facts = [proof.till, proof.epoch, proof.seq, proof.id, proof.at, proof.merchant, proof.wallet, lots]
    return zlib.compress(json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def _proof(packed: bytes) -> TopUpProof:
    unpacker = zlib.decompressobj()
    facts = json.loads(unpacker.decompress(packed, _LARGEST))
    till, epoch, seq, event_id, at, merchant, wallet, lots = facts
    parts = [_lot(row) for row in lots]
    return TopUpProof(
        TillId(_word(till)),
        _whole(epoch),
        _whole(seq),
        EventId(_word(event_id)),
        _whole(at),
        MerchantId(_word(merchant)),
        WalletId(_word(wallet)),
        tuple(part for part, _ in parts),
        tuple(Take(part.unit, part.lot, back) for part, back in parts if back),
    )


def _lot(row: Any) -> tuple[Take, int]:
    unit, origin, available_on, expires_on, amount, *back = row
    lot = Lot(_word(origin), _word(available_on), _word(expires_on))
    return Take(Unit(_word(unit)), lot, _whole(amount)), _whole(back[0]) if back else 0


def _word(value: Any) -> str:
    if not isinstance(value, str) or "|" in value:
        raise TypeError("a word was expected")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("a whole number was expected")
    return value


def _to_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _from_text(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
