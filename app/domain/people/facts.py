"""A registration, a change, a decision about one's data, a merge and an erasure as they stand for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.ids import MemberId, OperatorId, WalletId
from app.domain.member import Consent, Decision, Member
from app.domain.staff import Approval

# What of a profile is changed by name; declared fields have names of their own.
OWN_FIELDS = ("name", "phone", "birthday", "gender", "kind", "colleague")


@dataclass(frozen=True, slots=True)
class Registration:
    """A person became a member. `consents` is what they were asked and how they answered.

    `colleague` is who of the staff looks after them, if anybody; `operator` is who registered them.
    """

    member: MemberId
    wallet: WalletId
    name: str
    phone: str
    operator: OperatorId
    birthday: str = ""
    gender: str = ""
    kind: str = "person"
    fields: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[Consent, bool] = field(default_factory=dict)
    referrer: MemberId | None = None
    colleague: str = ""


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What of a profile is another now: `own` by a name of `OWN_FIELDS`, `fields` by the programme's names."""

    member: MemberId
    wallet: WalletId
    operator: OperatorId
    own: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConsentChange:
    """The member was asked once more. `over` names the decision the till knew: a yes lifts no other no than that."""

    member: MemberId
    wallet: WalletId
    operator: OperatorId
    consent: Consent
    given: bool
    over: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two members are one person: `gone` ends in `kept`."""

    kept: tuple[MemberId, WalletId]
    gone: tuple[MemberId, WalletId]
    approval: Approval


@dataclass(frozen=True, slots=True)
class Erasure:
    """Everything that says who the member is goes; the ledger stays, without the person."""

    member: MemberId
    wallet: WalletId
    approval: Approval


PeopleFact = Registration | ProfileChange | ConsentChange | Merge | Erasure


def registered(fact: Registration, told_by: str, day: str) -> Member:
    """The member that a registration makes; `told_by` is the event's id, `day` its business date."""
    return Member(
        id=fact.member,
        wallet=fact.wallet,
        name=fact.name,
        phone=fact.phone,
        birthday=fact.birthday,
        joined_on=day,
        kind=fact.kind,
        gender=fact.gender,
        fields=dict(fact.fields),
        colleague=fact.colleague,
        consents={consent: Decision(given, told_by) for consent, given in fact.consents.items()},
    )


def changed(member: Member, fact: ProfileChange) -> Member:
    """The member after a change; what is emptied is gone."""
    own = {name: text for name, text in fact.own.items() if name in OWN_FIELDS}
    fields = {name: text for name, text in {**member.fields, **fact.fields}.items() if text}
    return replace(member, **own, fields=fields)  # type: ignore[arg-type] # all of OWN_FIELDS are texts


def decided(member: Member, fact: ConsentChange, told_by: str) -> Member:
    """The member after a decision, if it counts (`counts`)."""
    if not counts(member.consents.get(fact.consent), fact):
        return member
    return replace(member, consents={**member.consents, fact.consent: Decision(fact.given, told_by)})


def counts(known: Decision | None, fact: ConsentChange) -> bool:
    """Whether a decision stands over the one known: the stricter wins, unless its no was lifted knowingly."""
    return known is None or not fact.given or known.given or known.told_by == fact.over


def stricter(mine: Mapping[Consent, Decision], others: Mapping[Consent, Decision]) -> dict[Consent, Decision]:
    """What two that are one person have decided: a no of either is a no."""
    both = {**others, **mine}
    return {consent: _stricter(mine.get(consent), others.get(consent), one) for consent, one in both.items()}


def _stricter(mine: Decision | None, other: Decision | None, either: Decision) -> Decision:
    return next((one for one in (mine, other) if one is not None and not one.given), either)
