"""A member's form: who it is, checked as it is typed, and kept in one call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.ids import MemberId
from app.domain.member import Consent, Member, MemberView
from app.domain.people.checks import plain_phone
from app.domain.staff import Operator
from app.services.register_member import NewMember
from app.services.use_cases import UseCases
from app.ui.running import Runs

# A whole mobile number of China: before that there is nothing to compare.
_WHOLE_PHONE = 11


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form. `consents` holds only what the member was asked; `referrer` is as typed or swiped."""

    phone: str
    name: str
    birthday: str
    gender: str
    colleague: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[Consent, bool] = field(default_factory=dict)
    card: str = ""
    referrer: str = ""

    @property
    def own(self) -> dict[str, str]:
        """The profile's own fields by name."""
        return {
            "phone": self.phone,
            "name": self.name,
            "birthday": self.birthday,
            "gender": self.gender,
            "colleague": self.colleague,
        }


class FormView(Protocol):
    """The form on the screen."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, beside the field it is about."""

    def show_holder(self, member: Member | None) -> None:
        """Who has this phone already, or nobody."""

    def show_referrer(self, member: Member | None, *, is_asked: bool) -> None:
        """Who brought them; nobody was found, or nothing `is_asked`."""

    def show_staff(self, people: Sequence[Operator]) -> None:
        """Who may look after the member."""

    def close_with(self, member: Member) -> None:
        """It is done."""


class MemberForm:
    """For a new member, or for `member` as they are."""

    def __init__(
        self, view: FormView, tasks: Runs, use_cases: UseCases, operator: Operator, member: Member | None
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._operator = operator
        self._member = member
        self._phone = ""
        self._asked_referrer = ""

    def look_at_staff(self) -> None:
        """Who works here."""
        self._tasks.run(self._use_cases.sign_on.operators, self._view.show_staff)

    def look_at_phone(self, text: str) -> None:
        """A phone was typed: once it is whole, see whose it is."""
        phone = plain_phone(text)
        self._phone = phone
        if len(phone) < _WHOLE_PHONE:
            self._view.show_holder(None)
            return
        self._tasks.run(
            lambda: self._use_cases.find_members(phone), lambda found: self._show_holder(phone, tuple(found))
        )

    def look_at_referrer(self, text: str) -> None:
        """Who brought the member: a card, a phone, or anything a member is found by; only one that is sure counts."""
        words = text.strip()
        if words == self._asked_referrer:
            return
        self._asked_referrer = words
        if not words:
            self._view.show_referrer(None, is_asked=False)
            return
        self._tasks.run(lambda: self._referrer_of(words), lambda found: self._show_referrer(words, found))

    def submit(self, filled: Filled) -> None:
        """Keep it."""
        work = (lambda: self._register(filled)) if self._member is None else (lambda: self._change(filled))
        self._tasks.run(work, self._kept)

    def _register(self, filled: Filled) -> Member | Refused:
        referrer = self._referrer_of(filled.referrer) if filled.referrer else None
        if filled.referrer and referrer is None:
            return Refused(Why.MEMBER_UNKNOWN)
        new = NewMember(
            filled.phone,
            filled.name,
            filled.birthday,
            filled.gender,
            filled.fields,
            filled.consents,
            referrer.id if referrer else None,
            filled.card,
            filled.colleague,
        )
        return self._use_cases.register_member(new, self._operator)

    def _change(self, filled: Filled) -> Member | Refused:
        assert self._member is not None
        whom: MemberId = self._member.id
        outcome = self._use_cases.change_member.profile(whom, filled.own, filled.fields, self._operator)
        asked = {
            consent: given
            for consent, given in filled.consents.items()
            if (known := self._member.consents.get(consent)) is None or known.given is not given
        }
        if isinstance(outcome, Refused) and not (outcome.why is Why.NOTHING_CHANGED and asked):
            return outcome
        for consent, given in asked.items():
            outcome = self._use_cases.change_member.consent(whom, consent, self._operator, given=given)
        return outcome

    def _kept(self, outcome: Member | Refused) -> None:
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
        else:
            self._view.close_with(outcome)

    def _show_holder(self, phone: str, found: tuple[Member, ...]) -> None:
        if phone == self._phone:
            others = (member for member in found if self._member is None or member.id != self._member.id)
            self._view.show_holder(next(others, None))

    def _referrer_of(self, words: str) -> Member | None:
        found = self._use_cases.look_up(words)
        if isinstance(found, MemberView):
            return found.member
        members = self._use_cases.find_members(words)
        return members[0] if len(members) == 1 else None

    def _show_referrer(self, words: str, found: Member | None) -> None:
        if words == self._asked_referrer:
            self._view.show_referrer(found, is_asked=True)
