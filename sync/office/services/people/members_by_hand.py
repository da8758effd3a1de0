"""What a person does with members and cards at head office: merge two, forget one, stop a card, see what is stopped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.ids import CardNumber, MemberId, OperatorId, WalletId
from app.domain.ledger import Unit
from app.domain.member import CardState
from app.domain.staff import Approval, Permission
from app.domain.value.facts import CardChange, CardStep
from sync.office.services.errors import RecoveryError
from sync.office.services.life.decide import UnknownMemberError
from sync.office.services.people.register import Register
from sync.office.services.world import World
from sync.office.storage.cards import cards_by_number, cards_of_wallet, stopped_cards
from sync.office.storage.ledger import leases_of_wallet
from sync.office.storage.merges import survivors
from sync.office.storage.people import holder_of, registered, wallet_of_member
from sync.office.storage.state import Mode, read_state

_STATES = {CardStep.FREEZE: CardState.FROZEN, CardStep.LOSE: CardState.LOST, CardStep.RELEASE: CardState.ACTIVE}


class UnknownCardError(Exception):
    """No card of this number is known here."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A card that opens nothing, and what `till` still holds of its wallet: spendable there until it hears."""

    card: CardNumber
    state: CardState
    till: str
    unit: Unit
    amount: int


@dataclass(frozen=True, slots=True)
class MembersByHand:
    """Members are named by id, wallet, phone or card. Every call may be repeated."""

    world: World

    def merge(self, kept: str, gone: str, reason: str, person: str) -> None:
        """`gone` ends in `kept`; what tills hold of it moves when it is back.

        UnknownMemberError where one is not known, RecoveryError while tills are awaited.
        """

        def work(connection: Connection) -> None:
            stays, ends = named_wallet(connection, kept), named_wallet(connection, gone)
            known = registered(connection, [ends])
            whom = known[ends].member.id if ends in known else MemberId(ends)
            register = Register(connection, self.world)
            register.merge((whom, ends), stays, f"{person}: {reason}")
            register.announce()

        self.world.database.write(work)

    def forget(self, named: str) -> None:
        """Nothing says any more who this was; value and cards stay. UnknownMemberError, RecoveryError."""

        def work(connection: Connection) -> None:
            register = Register(connection, self.world)
            register.erase(named_wallet(connection, named))
            register.announce()

        self.world.database.write(work)

    def mark(self, number: str, step: CardStep, reason: str, person: str) -> None:
        """Freeze a card, report it lost, or let it be used again. UnknownCardError, RecoveryError."""

        def work(connection: Connection) -> None:
            _check_mode(connection)
            card = cards_by_number(connection, [CardNumber(number)]).get(CardNumber(number))
            if card is None:
                raise UnknownCardError
            register = Register(connection, self.world)
            allowed = Approval(Permission.STOP_CARD, OperatorId(person), OperatorId(person), reason)
            register.take_cards(CardChange(step, (replace(card, state=_STATES[step]),), allowed))
            register.announce()

        self.world.database.write(work)

    def stopped(self) -> Sequence[Stopped]:
        """What tills still hold of wallets whose cards are all stopped, card by card."""
        return self.world.database.read(_stopped)


def named_wallet(connection: Connection, named: str) -> WalletId:
    """Whose wallet it is: by id, wallet, phone or card; UnknownMemberError where nobody's."""
    _check_mode(connection)
    card = cards_by_number(connection, [CardNumber(named)]).get(CardNumber(named))
    found = card.wallet if card else holder_of(connection, named) or wallet_of_member(connection, named)
    if found is None and WalletId(named) in registered(connection, [WalletId(named)]):
        found = WalletId(named)
    if found is None:
        raise UnknownMemberError
    return survivors(connection, [found])[found]


def _check_mode(connection: Connection) -> None:
    if read_state(connection).mode is not Mode.NORMAL:
        raise RecoveryError


def _stopped(connection: Connection) -> Sequence[Stopped]:
    found: list[Stopped] = []
    for card in stopped_cards(connection):
        if all(each.state is not CardState.ACTIVE for each in cards_of_wallet(connection, card.wallet)):
            found += [
                Stopped(card.number, card.state, place.removeprefix("lease:"), unit, amount)
                for place, unit, _, amount in leases_of_wallet(connection, card.wallet)
            ]
    return found
