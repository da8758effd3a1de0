"""A single shop joins this chain with its history: the file is proved while it is read, and written whole or not.

Its members stay who they are; one whose phone is known here already is the same person, and merges with the one here.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import zstandard
from pydantic import ValidationError
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from app.domain.errors import BrokenPromiseError
from app.domain.ids import CardNumber, MemberId, MerchantId, TillId, WalletId
from app.domain.lease.office import Alert, Rule
from app.domain.member import Card, CardState
from app.domain.programme.rights import programme_wallet
from sync.office.services.errors import RecoveryError
from sync.office.services.joining.history_file import HistoryRefusedError, kept, unpacked
from sync.office.services.joining.proof_of_history import HistoryProof
from sync.office.services.people.register import Register
from sync.office.services.streams.feed_rows import member_contents
from sync.office.services.tills.enrol import EnrolTill
from sync.office.services.world import World
from sync.office.storage.cards import cards_by_number, keep_cards
from sync.office.storage.chains import add_chain, chain_of_row
from sync.office.storage.history import (
    TABLES,
    forget_parts,
    members_known,
    row_of_history,
    wallets_known,
    write_rows,
)
from sync.office.storage.life import lives_of
from sync.office.storage.member_feed import announce_members
from sync.office.storage.migrate import NEWEST
from sync.office.storage.people import claim_phone
from sync.office.storage.schema import cards, chains, leases, members
from sync.office.storage.state import Mode, read_state
from sync.office.storage.suspense import note
from sync.protocol.history import HistoryHead, HistoryPart, Received
from sync.protocol.messages import Enrol, Enrolled

_AT_ONCE = 500
_PHONE, _MEMBER, _WALLET = (list(members.c.keys()).index(name) for name in ("phone", "member", "wallet"))
# The columns of each table that name whose a row is. What is written about a till's events names only their wallets.
_WHOSE = {
    name: [index for index, column in enumerate(table.c.keys()) if column in {"wallet", "survivor"}]
    for name, table in TABLES.items()
    if table.info["group"] != "till"
}
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class TakeShopOver:
    """Take a part; with the last one the shop joins."""

    world: World

    def __call__(self, part: HistoryPart, content: bytes) -> Received | Enrolled:
        """How far the file has come, or the till's place. EnrolmentRefusedError, HistoryRefusedError, RecoveryError."""
        enrol = EnrolTill(self.world)
        enrol.check(part.code)
        size = self.world.database.write(lambda connection: kept(connection, part, content))
        if size < part.size:
            return Received(received=size)
        request = Enrol(code=part.code, till=part.till, epoch=part.epoch, public_key=part.public_key)
        try:
            return enrol(request, lambda connection, answer: self._bring(connection, part, answer))
        except (*_BROKEN, zstandard.ZstdError, IntegrityError, BrokenPromiseError) as error:
            self.world.database.write(forget_parts)
            raise HistoryRefusedError(f"the file is damaged or not whole ({type(error).__name__})") from error
        except HistoryRefusedError:
            self.world.database.write(forget_parts)
            raise

    def _bring(self, connection: Connection, part: HistoryPart, answer: Enrolled) -> None:
        state = read_state(connection)
        if state.mode is not Mode.NORMAL:
            raise RecoveryError
        with unpacked(connection, part) as lines:
            _Joining(connection, self.world, part, answer).read(lines)
        forget_parts(connection)


class _Joining:
    """The rows of one shop, on their way into the tables."""

    def __init__(self, connection: Connection, world: World, part: HistoryPart, answer: Enrolled) -> None:
        self._connection, self._world, self._part, self._answer = connection, world, part, answer
        self._proof = HistoryProof(part.till)
        self._batch: list[tuple[Any, ...]] = []
        self._table = ""
        self._chains: list[tuple[Any, ...]] = []
        self._cards: list[Card] = []
        self._people: list[tuple[str, MemberId, WalletId]] = []
        # Whose rows have come, and who of them is yet to be looked up here.
        self._met: set[str] = set()
        self._new: set[str] = set()

    def read(self, lines: Iterable[bytes]) -> None:
        """All of it; HistoryRefusedError, or ValueError where it is damaged."""
        found = iter(lines)
        head = self._head(next(found, b""))
        for line in found:
            name, values = json.loads(line)
            row = row_of_history(TABLES[name], values)
            self._proof.see(name, row)
            self._take(name, row)
        self._flush()
        self._proof.check(head)
        self._look_through()
        self._add_chains(MerchantId(head.merchant))
        self._unite()

    def _head(self, line: bytes) -> HistoryHead:
        try:
            head = HistoryHead.model_validate_json(line)
        except ValidationError as error:
            raise HistoryRefusedError("the file is no history of a shop") from error
        if (head.till, head.epoch) != (self._part.till, self._part.epoch):
            raise HistoryRefusedError("the file is another till's")
        if head.step != NEWEST:
            raise HistoryRefusedError("bring both programs to the same version first")
        return head

    def _take(self, name: str, row: tuple[Any, ...]) -> None:
        if not (name == leases.name and row[0].startswith(programme_wallet(""))):
            self._new |= {row[index] for index in _WHOSE.get(name, ())} - self._met
        if name == chains.name:
            self._chains.append(row)
        elif name == cards.name:
            number, wallet, member, state = row
            opens = MemberId(member) if member else None
            self._cards.append(Card(CardNumber(number), WalletId(wallet), opens, CardState(state)))
        else:
            if name == members.name:
                self._people.append((row[_PHONE], MemberId(row[_MEMBER]), WalletId(row[_WALLET])))
            if name != self._table or len(self._batch) >= _AT_ONCE:
                self._flush()
                self._table = name
            self._batch.append(row)

    def _flush(self) -> None:
        self._keep_apart()
        if self._batch:
            write_rows(self._connection, TABLES[self._table], self._batch)
        self._batch = []

    def _keep_apart(self) -> None:
        """Nobody's value, cards or name here are the file's to change: looked up before anything of it is written."""
        who = [row[_MEMBER] for row in self._batch] if self._table == members.name else []
        if wallets_known(self._connection, self._new) or members_known(self._connection, who):
            raise HistoryRefusedError("the file speaks of members who are known here already")
        self._met |= self._new
        self._new = set()

    def _look_through(self) -> None:
        """All of it can be read, as those will who work on it and tell the tills; else they would stumble over it."""
        wallets = [WalletId(wallet) for wallet in sorted(self._met)]
        for begin in range(0, len(wallets), _AT_ONCE):
            some = wallets[begin : begin + _AT_ONCE]
            lives_of(self._connection, some, lock=False)
            member_contents(self._connection, some)

    def _add_chains(self, merchant: MerchantId) -> None:
        """The till's chains as they are; the last one speaks with its new key, and stands as one that is in."""
        epoch, now = self._answer.server_epoch, self._world.clock.now_ms()
        for row in self._chains:
            chain = chain_of_row(row)
            if chain.epoch == self._part.epoch:
                chain = replace(
                    chain,
                    public_key=bytes.fromhex(self._part.public_key),
                    joined_epoch=epoch,
                    hello_epoch=epoch,
                    seen_at=now,
                    leased_money=self._proof.leased_money,
                )
            add_chain(self._connection, chain, self._answer.shop, merchant)

    def _unite(self) -> None:
        """Phones and cards belong to one only, in the whole chain."""
        known = cards_by_number(self._connection, [card.number for card in self._cards])
        taken = [card for card in self._cards if card.number in known]
        keep_cards(self._connection, [card for card in self._cards if card.number not in known])
        alerts = [Alert(TillId(self._part.till), self._part.epoch, 0, Rule.CARD_TAKEN, card.wallet) for card in taken]
        note(self._connection, alerts, self._world.new_id, self._world.clock.now_ms())
        register = Register(self._connection, self._world)
        for phone, member, wallet in self._people:
            held_by = claim_phone(self._connection, phone, wallet) if phone else wallet
            if held_by != wallet:
                register.merge((member, wallet), held_by, "phone")
        register.announce()
        wallets = {wallet for _, _, wallet in self._people} | {card.wallet for card in self._cards}
        announce_members(self._connection, wallets)
