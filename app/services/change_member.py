"""Change a member: their profile, what they allow, and whether they are the same person as another one."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import MemberId
from app.domain.member import Consent, Member
from app.domain.people.body import kind_of_people_fact, people_fact_to_body
from app.domain.people.checks import fault_in_profile, plain_birthday, plain_phone
from app.domain.people.facts import ConsentChange, Erasure, Merge, PeopleFact, ProfileChange
from app.domain.staff import Approval, Operator, Permission
from app.ports.directory import Directory
from app.ports.store import Store, UnitOfWork
from app.services.check_approval import check_approval, check_own_or_approval
from app.services.read_people import member_of
from app.services.register_member import phone_taken
from app.services.stamp import Recorder

_PLAIN = {"phone": plain_phone, "birthday": plain_birthday}


@dataclass(frozen=True, slots=True)
class ChangeMember:
    """Each call is one event that says only what was changed."""

    store: Store
    directory: Directory
    recorder: Recorder

    def profile(
        self, member_id: MemberId, own: Mapping[str, str], fields: Mapping[str, str], operator: Operator
    ) -> Member | Refused:
        """Change what is another by now: of `own` by the names of `OWN_FIELDS`, of `fields` as declared."""
        with self.store.unit_of_work() as uow:
            member = self._member(uow, member_id, operator)
            if isinstance(member, Refused):
                return member
            plain = {name: _PLAIN.get(name, str.strip)(text) for name, text in own.items()}
            own_news = {name: text for name, text in plain.items() if text != getattr(member, name)}
            field_news = {name: text for name, text in fields.items() if text != member.fields.get(name, "")}
            if fault := self._fault(uow, member, own_news, field_news):
                return fault
            self._keep(uow, ProfileChange(member.id, member.wallet, operator.id, own_news, field_news))
            return self._now(uow, member)

    def consent(self, member_id: MemberId, consent: Consent, operator: Operator, *, given: bool) -> Member | Refused:
        """The member was asked and has answered."""
        with self.store.unit_of_work() as uow:
            member = self._member(uow, member_id, operator)
            if isinstance(member, Refused):
                return member
            known = member.consents.get(consent)
            if known is not None and known.given is given:
                return member
            over = known.told_by if known else ""
            self._keep(uow, ConsentChange(member.id, member.wallet, operator.id, consent, given, over))
            return self._now(uow, member)

    def merge(self, gone: Member, kept: Member, approval: Approval) -> Refused | None:
        """Two are one person: head office merges them; until then both stand."""
        if gone.wallet == kept.wallet:
            return Refused(Why.SAME_WALLET)
        return self._approved(Merge((kept.id, kept.wallet), (gone.id, gone.wallet), approval), approval)

    def erase(self, member: Member, approval: Approval) -> Refused | None:
        """The member wants to be forgotten."""
        return self._approved(Erasure(member.id, member.wallet, approval), approval)

    def _approved(self, fact: PeopleFact, approval: Approval) -> Refused | None:
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.MERGE_MEMBERS):
                return refused
            self._keep(uow, fact)
            uow.commit()
            return None

    def _member(self, uow: UnitOfWork, member_id: MemberId, operator: Operator) -> Member | Refused:
        refused = check_own_or_approval(uow, operator, Permission.REGISTER_MEMBER, None)
        return refused or member_of(uow, self.directory, member_id) or Refused(Why.MEMBER_UNKNOWN)

    def _fault(
        self, uow: UnitOfWork, member: Member, own: Mapping[str, str], fields: Mapping[str, str]
    ) -> Refused | None:
        if not own and not fields:
            return Refused(Why.NOTHING_CHANGED)
        fault = fault_in_profile(own, self.recorder.look(uow).day)
        if fault or "phone" not in own:
            return fault
        return phone_taken(uow, self.directory, own["phone"], by_other_than=member.id)

    def _keep(self, uow: UnitOfWork, fact: PeopleFact) -> None:
        body = people_fact_to_body(fact)
        event = self.recorder.record(uow, kind_of_people_fact(fact), body, self.recorder.stamp(uow))
        uow.people.record(event, fact)

    def _now(self, uow: UnitOfWork, member: Member) -> Member:
        """The member with what was just told, committed."""
        after = member_of(uow, self.directory, member.id)
        uow.commit()
        return after or member
