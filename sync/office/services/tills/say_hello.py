"""HELLO: a till says where it stands, head office says what comes next. Safe to repeat, also late."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.domain.ids import TillId
from app.domain.lease.office import Standing
from sync.office.services.errors import UnknownTillError
from sync.office.services.ledger.settle import settle_when_ready
from sync.office.services.tills.fence import fence_chain
from sync.office.services.world import World
from sync.office.storage.chains import Chain, change_chain, lock_chain
from sync.office.storage.journal import hash_at
from sync.office.storage.ledger import stage_grants
from sync.office.storage.member_keys import dropped_keys
from sync.office.storage.state import OfficeState, read_state
from sync.protocol.messages import (
    Again,
    EpochChanged,
    Fenced,
    GrantedTotal,
    Hello,
    HelloOk,
    ResendFrom,
    Upgrade,
)

OLDEST_PROTOCOL = 1

Answer = HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade


@dataclass(frozen=True, slots=True)
class SayHello:
    """Answer a HELLO."""

    world: World

    def __call__(self, hello: Hello) -> Answer:
        """What the till is to do now; UnknownTillError where it was never enrolled."""
        return self.world.database.write(lambda connection: self._told(connection, hello))

    def _told(self, connection: Connection, hello: Hello) -> Answer:
        """The answer, and with it whom this till is to forget: each time all of them, so none is missed."""
        answer = self._answered(connection, hello)
        forgotten = tuple(dropped_keys(connection, TillId(hello.till)))
        return answer.model_copy(update={"forgotten": forgotten}) if forgotten else answer

    def _answered(self, connection: Connection, hello: Hello) -> Answer:
        chain = lock_chain(connection, hello.till, hello.epoch)
        if chain is None:
            raise UnknownTillError
        state = read_state(connection)
        said = max(chain.said_seq, hello.last_seq)
        change_chain(connection, chain, seen_at=self.world.clock.now_ms(), said_seq=said)
        if hello.protocol < OLDEST_PROTOCOL:
            return Upgrade(oldest_protocol=OLDEST_PROTOCOL, **self._standing(state))
        # Before FENCED: a fenced till, too, has to send again what a restored head office has lost.
        if hello.server_epoch != state.server_epoch:
            return EpochChanged(**self._standing(state))
        if not chain.is_active:
            return self._fenced(state, chain.reason)
        return self._contradicted(connection, chain, hello, state) or self._agreed(connection, chain, hello, state)

    def _contradicted(self, connection: Connection, chain: Chain, hello: Hello, state: OfficeState) -> Answer | None:
        """Rule 8: another hash at a seq, or a till that knows what head office has and is still behind it."""
        if 0 < hello.last_seq <= chain.last_seq:
            known = hash_at(connection, chain, hello.last_seq)
            if known is not None and known.hex() != hello.last_hash:
                return self._fence(connection, chain, state, "fork")
        if hello.last_seq >= chain.last_seq:
            return None
        if hello.mark > hello.last_seq:
            return self._fence(connection, chain, state, "restored")
        return Again(mark=chain.last_seq, **self._standing(state))

    def _agreed(self, connection: Connection, chain: Chain, hello: Hello, state: OfficeState) -> Answer:
        if chain.joined_epoch != state.server_epoch:
            if hello.granted is None and chain.hello_epoch != state.server_epoch:
                return EpochChanged(**self._standing(state))
            if hello.granted is not None:
                self._stage(connection, chain, hello.granted, hello.last_seq, state)
            settle_when_ready(connection, self.world, chain)
        if hello.last_seq > chain.last_seq:
            return ResendFrom(seq=chain.last_seq + 1, last_hash=chain.last_hash.hex(), **self._standing(state))
        return HelloOk(**self._standing(state))

    def _stage(
        self, connection: Connection, chain: Chain, told: Sequence[GrantedTotal], last_seq: int, state: OfficeState
    ) -> None:
        stage_grants(connection, chain.till, chain.epoch, told)
        target = max(last_seq, chain.target_seq if chain.hello_epoch == state.server_epoch else 0)
        change_chain(connection, chain, hello_epoch=state.server_epoch, target_seq=target)

    def _fence(self, connection: Connection, chain: Chain, state: OfficeState, reason: str) -> Answer:
        fence_chain(connection, self.world, chain, reason)
        return self._fenced(state, reason)

    def _fenced(self, state: OfficeState, reason: str) -> Answer:
        return Fenced(reason=reason or Standing.FENCED, **self._standing(state))

    def _standing(self, state: OfficeState) -> dict[str, Any]:
        return {
            "server_epoch": state.server_epoch,
            "server_time_ms": self.world.clock.now_ms(),
            "policy": self.world.policy,
            "mode": state.mode.value,
        }
