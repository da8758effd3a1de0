"""Enrol: a one-time code lets a till in. A code holds 15 minutes, for one till, and dies of five wrong tries."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import MerchantId, TillId
from app.domain.journal import GENESIS_HASH
from app.domain.lease.office import Standing
from sync.office.services.errors import EnrolmentRefusedError
from sync.office.services.world import World
from sync.office.storage.chains import Chain, add_chain, chains_of, find_chain, find_till
from sync.office.storage.codes import EnrolCode, add_code, change_code, lock_code
from sync.office.storage.state import OfficeState, read_state
from sync.protocol.code_refusal import CodeRefusal
from sync.protocol.messages import Enrol, Enrolled

CODE_LIFE_MS = 15 * 60 * 1000
CODE_TRIES = 5
# No letters or digits that are taken for one another.
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


# Makes a chain that is not empty, for the till that this answer lets in.
Bring = Callable[[Connection, Enrolled], None]


@dataclass(frozen=True, slots=True)
class MakeCode:
    """Make a code for one shop."""

    world: World

    def __call__(self, shop: str, merchant: str = "") -> str:
        """The code to be typed in at the till: `XXXX-XXXX-XXXX`; without a merchant for head office's own."""
        letters = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in self.world.randomness.bytes(12))
        name, secret = letters[:4], letters[4:]

        def work(connection: Connection) -> None:
            posts_for = merchant or read_state(connection).merchant
            expires_at = self.world.clock.now_ms() + CODE_LIFE_MS
            if lock_code(connection, name) is not None:
                change_code(connection, name, secret_hash=_hash(secret), shop=shop, merchant=posts_for,
                            expires_at=expires_at, tries_left=CODE_TRIES, used_by="")  # fmt: skip
            else:
                add_code(connection, EnrolCode(name, _hash(secret), shop, posts_for, expires_at, CODE_TRIES))

        self.world.database.write(work)
        return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


@dataclass(frozen=True, slots=True)
class EnrolTill:
    """Take a till in."""

    world: World

    def __call__(self, request: Enrol, bring: Bring | None = None) -> Enrolled:
        """The till's place; EnrolmentRefusedError where there is none for it. A repeated request is answered alike.

        `bring` makes its chain, in the same transaction, where it has one already; without it an empty one begins.
        """
        refusal, answer = self.world.database.write(lambda connection: self._enrolled(connection, request, bring))
        if answer is None:
            raise EnrolmentRefusedError(refusal)
        return answer

    def check(self, code: str) -> None:
        """EnrolmentRefusedError where this code lets nobody in; a wrong try counts."""

        def work(connection: Connection) -> str:
            known, secret = self._known(connection, code)
            return CodeRefusal.WRONG if known is None else self._invalid(connection, known, secret)

        refusal = self.world.database.write(work)
        if refusal:
            raise EnrolmentRefusedError(refusal)

    def _known(self, connection: Connection, typed: str) -> tuple[EnrolCode | None, str]:
        letters = "".join(letter for letter in typed.upper() if letter in _ALPHABET)
        return lock_code(connection, letters[:4]), letters[4:]

    def _enrolled(self, connection: Connection, request: Enrol, bring: Bring | None) -> tuple[str, Enrolled | None]:
        # Refusals are returned, not raised: a wrong try must be remembered, so the transaction commits.
        code, secret = self._known(connection, request.code)
        if code is None:
            return CodeRefusal.WRONG, None
        invalid = self._invalid(connection, code, secret)
        if invalid:
            return invalid, None
        user = f"{request.till}/{request.epoch}/{request.public_key}"
        epoch = self._epoch_for(connection, request)
        if code.used_by not in {"", user}:
            return CodeRefusal.USED, None
        state = read_state(connection)
        answer = Enrolled(
            till=request.till,
            epoch=epoch,
            server_epoch=state.server_epoch,
            merchant=code.merchant,
            shop=code.shop,
        )
        known = find_chain(connection, request.till, epoch)
        is_mine = known is not None and known.is_active and known.public_key.hex() == request.public_key
        if code.used_by == user or is_mine:  # its answer was lost, perhaps with the code it came for
            change_code(connection, code.code, used_by=user)
            return "", answer
        refusal = self._taken(connection, request, epoch)
        if refusal:
            return refusal, None
        if bring:
            bring(connection, answer)
        else:
            self._add(connection, request, epoch, code, state)
        change_code(connection, code.code, used_by=user)
        return "", answer

    def _invalid(self, connection: Connection, code: EnrolCode, secret: str) -> str:
        """Why this code lets nobody in; a wrong try is counted."""
        if code.tries_left <= 0:
            return CodeRefusal.SPENT
        if not hmac.compare_digest(code.secret_hash, _hash(secret)):
            change_code(connection, code.code, tries_left=code.tries_left - 1)
            return CodeRefusal.WRONG
        return CodeRefusal.EXPIRED if self.world.clock.now_ms() > code.expires_at else ""

    def _epoch_for(self, connection: Connection, request: Enrol) -> int:
        """The epoch it may have: its own, or for a chain that has yet to begin one behind all that were."""
        chains = chains_of(connection, request.till)
        if not request.begins or not chains:
            return request.epoch
        # Each enrolment has a key of its own: the same again is the same one, asked once more.
        mine = (chain.epoch for chain in chains if chain.is_active and chain.public_key.hex() == request.public_key)
        return next(mine, max(request.epoch, chains[-1].epoch + 1))

    def _taken(self, connection: Connection, request: Enrol, epoch: int) -> str:
        chains = chains_of(connection, request.till)
        if any(chain.status is not Standing.WRITTEN_OFF for chain in chains):
            return "a till of this name is known here: write it off first"
        if chains and epoch <= chains[-1].epoch:
            return f"the next epoch of this till is {chains[-1].epoch + 1}"
        till = find_till(connection, request.till)
        return "" if till is None or chains else "a till of this name is known here"

    def _add(self, connection: Connection, request: Enrol, epoch: int, code: EnrolCode, state: OfficeState) -> None:
        now = self.world.clock.now_ms()
        chain = Chain(
            till=TillId(request.till),
            epoch=epoch,
            status=Standing.ACTIVE,
            reason="",
            public_key=bytes.fromhex(request.public_key),
            last_seq=0,
            last_hash=GENESIS_HASH,
            applied_seq=0,
            joined_epoch="",
            hello_epoch="",
            target_seq=0,
            leased_money=0,
            enrolled_at=now,
            seen_at=now,
            said_seq=0,
        )
        add_chain(connection, chain, code.shop, MerchantId(code.merchant or state.merchant))


def _hash(secret: str) -> bytes:
    return hashlib.sha256(b"membertill enrolment\0" + secret.encode()).digest()
