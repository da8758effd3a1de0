"""Register a member at the counter: on record and in force at once, offline too; head office hears of it later."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.errors import Refused, Why
from app.domain.ids import MemberId, WalletId
from app.domain.journal import Kind
from app.domain.member import Card, Consent, Member
from app.domain.people.body import people_fact_to_body
from app.domain.people.checks import fault_in_profile, plain_birthday, plain_phone
from app.domain.people.facts import Registration, registered
from app.domain.staff import Approval, Operator, Permission
from app.domain.value.body import card_change_to_body
from app.domain.value.facts import CardChange, CardStep
from app.ports.directory import Directory
from app.ports.store import Sought, Store, UnitOfWork
from app.services.check_approval import check_own_or_approval
from app.services.codes_in_force import CodesInForce
from app.services.new_card import free_card_number
from app.services.read_people import found_of
from app.services.stamp import Recorder, Stamp


@dataclass(frozen=True, slots=True)
class NewMember:
    """What was typed and swiped; phone and name are enough. `card` is the text of the card handed out, if any.

    `colleague` is the id of who looks after them, if anybody.
    """

    phone: str
    name: str
    birthday: str = ""
    gender: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[Consent, bool] = field(default_factory=dict)
    referrer: MemberId | None = None
    card: str = ""
    colleague: str = ""


@dataclass(frozen=True, slots=True)
class RegisterMember:
    """One transaction: the member, and the card they take with them."""

    store: Store
    directory: Directory
    recorder: Recorder
    codes: CodesInForce

    def __call__(self, new: NewMember, operator: Operator) -> Member | Refused:
        """The member; or why not: a phone or card somebody has already, a birthday there is not."""
        plain = replace(new, phone=plain_phone(new.phone), name=new.name.strip(), birthday=plain_birthday(new.birthday))
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            fault = check_own_or_approval(uow, operator, Permission.REGISTER_MEMBER, None) or self._fault(
                uow, plain, stamp.day
            )
            if fault:
                return fault
            number = free_card_number(uow, self.directory, self.codes, plain.card) if plain.card else None
            if isinstance(number, Refused):
                return number
            member = self._keep(uow, plain, operator, stamp)
            if number is not None:
                self._hand_out(uow, Card(number, member.wallet, member.id), operator, stamp)
            uow.commit()
            return member

    def _fault(self, uow: UnitOfWork, new: NewMember, today: str) -> Refused | None:
        own = {"phone": new.phone, "name": new.name, "birthday": new.birthday}
        return fault_in_profile(own, today) or phone_taken(uow, self.directory, new.phone)

    def _keep(self, uow: UnitOfWork, new: NewMember, operator: Operator, stamp: Stamp) -> Member:
        fact = Registration(
            member=MemberId(self.recorder.new_id(stamp.at)),
            wallet=WalletId(self.recorder.new_id(stamp.at)),
            name=new.name,
            phone=new.phone,
            operator=operator.id,
            birthday=new.birthday,
            gender=new.gender,
            fields={name: text for name, text in new.fields.items() if text},
            consents=new.consents,
            referrer=new.referrer,
            colleague=new.colleague,
        )
        event = self.recorder.record(uow, Kind.MEMBER_REGISTERED, people_fact_to_body(fact), stamp)
        uow.people.record(event, fact)
        return registered(fact, event.id, event.business_date)

    def _hand_out(self, uow: UnitOfWork, card: Card, operator: Operator, stamp: Stamp) -> None:
        allowed = Approval(Permission.REGISTER_MEMBER, operator.id, operator.id)
        body = card_change_to_body(CardChange(CardStep.ISSUE, (card,), allowed))
        uow.cards.change(self.recorder.record(uow, Kind.CARD_CHANGED, body, stamp), (card,))


def phone_taken(
    uow: UnitOfWork, directory: Directory, phone: str, by_other_than: MemberId | None = None
) -> Refused | None:
    """Who has this phone already, as far as this till knows."""
    for member in found_of(uow, directory, Sought.PHONE, phone, directory.by_phone(phone, 2), 2):
        if member.id != by_other_than:
            return Refused(Why.PHONE_TAKEN, {"name": member.name, "member": member.id})
    return None
