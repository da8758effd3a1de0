"""Post a top-up from the code on its slip: the till is lost, or has not been heard since. The event itself may follow.

What is posted is exactly what the event credits, once: an event that comes later finds it done (`posting`).
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection

from app.domain.lease.office import Fact, Standing, fault_in
from app.domain.ledger import Entry, EntryKind
from app.domain.top_up_proof import ProofUnreadableError, TopUpProof, read_proof
from sync.office.services.errors import RecoveryError, UnknownTillError
from sync.office.services.ledger.posting import money_moved, post_facts, proof_source, proved_credits
from sync.office.services.ledger.settle import may_post
from sync.office.services.world import World
from sync.office.storage.chains import Chain, change_chain, lock_chain
from sync.office.storage.journal import id_at
from sync.office.storage.state import read_state


class ProofRefusedError(Exception):
    """The code cannot be believed: not a till's signature, or another event stands in its place."""


@dataclass(frozen=True, slots=True)
class PostedTopUp:
    """The proof, and whether it was news: False where the event or the code was here before."""

    proof: TopUpProof
    is_news: bool


@dataclass(frozen=True, slots=True)
class PostTopUp:
    """Idempotent by the top-up's place in its till's journal."""

    world: World

    def __call__(self, text: str) -> PostedTopUp:
        """Post it; ProofRefusedError, UnknownTillError or RecoveryError where that may not be."""
        try:
            proof, facts, signature = read_proof(text)
        except ProofUnreadableError as error:
            raise ProofRefusedError(str(error)) from error
        return self.world.database.write(lambda connection: self._post(connection, proof, facts, signature))

    def _post(self, connection: Connection, proof: TopUpProof, facts: bytes, signature: bytes) -> PostedTopUp:
        chain = lock_chain(connection, proof.till, proof.epoch)
        if chain is None:
            raise UnknownTillError
        _check_signature(chain, facts, signature)
        found = id_at(connection, chain, proof.seq)
        if found is not None and found != proof.id:
            raise ProofRefusedError(f"event {proof.seq} of till {proof.till} is another one; a person has to decide")
        if found is not None or proved_credits(connection, chain, proof.seq, proof.wallet):
            return PostedTopUp(proof, is_news=False)
        state = read_state(connection)
        if not may_post(chain, state):
            raise RecoveryError
        fact = _fact(proof, chain)
        outcome = post_facts(connection, self.world, state, [fact])
        if chain.status is not Standing.WRITTEN_OFF:
            change_chain(connection, chain, leased_money=chain.leased_money + money_moved(outcome, chain))
        return PostedTopUp(proof, is_news=True)


def _check_signature(chain: Chain, facts: bytes, signature: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(chain.public_key).verify(signature, facts)
    except (InvalidSignature, ValueError) as error:
        raise ProofRefusedError(f"till {chain.till} has not signed this code") from error


def _fact(proof: TopUpProof, chain: Chain) -> Fact:
    entries = proof.entries()
    if fault_in(entries, proof.till):
        raise ProofRefusedError("the code credits what no top-up can")
    source = proof_source(chain, proof.seq)
    return Fact(source, chain.till, chain.epoch, proof.seq, chain.status, _for(chain, entries))


def _for(chain: Chain, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    # A written-off till holds nothing that could go on to head office: the credit itself goes there.
    if chain.status is not Standing.WRITTEN_OFF:
        return entries
    return tuple(entry for entry in entries if entry.kind is EntryKind.TOP_UP)
