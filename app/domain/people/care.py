"""Care of members on record: follow-ups ticked off, complaints taken, assigned, answered and closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.ids import EventId, MemberId, OperatorId, WalletId
from app.domain.journal import Json


class CareStep(StrEnum):
    """What was done."""

    FOLLOWED_UP = "followed_up"
    COMPLAINED = "complained"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Care:
    """One step. `key` names the follow-up (`DueFollowUp.key`) or the complaint (the event that began it).

    `note` is what was said, `to` who is to see to it.
    """

    member: MemberId
    wallet: WalletId
    key: str
    step: CareStep
    operator: OperatorId
    note: str = ""
    to: OperatorId | None = None


@dataclass(frozen=True, slots=True)
class CareNoted:
    """A step with the event that holds it and when that was recorded (UTC ms)."""

    told_by: EventId
    at: int
    care: Care


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint with its steps, oldest first."""

    key: str
    steps: tuple[CareNoted, ...]

    @property
    def text(self) -> str:
        """What the member said."""
        return self.steps[0].care.note

    @property
    def to(self) -> OperatorId | None:
        """Who sees to it now."""
        named = [step.care.to for step in self.steps if step.care.to]
        return named[-1] if named else None

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.steps[-1].care.step is not CareStep.CLOSED


def complaints_in(noted: Iterable[CareNoted]) -> tuple[Complaint, ...]:
    """The complaints that these steps (in their order) tell of, the open ones first, then the latest."""
    steps: dict[str, list[CareNoted]] = {}
    for each in noted:
        if each.care.step is not CareStep.FOLLOWED_UP:
            steps.setdefault(each.care.key, []).append(each)
    told = [Complaint(key, tuple(own)) for key, own in steps.items()]
    return tuple(sorted(told, key=lambda each: (not each.is_open, -each.steps[-1].at)))


def care_to_body(care: Care) -> dict[str, Any]:
    """The step, as its event holds it."""
    return {
        "member": care.member,
        "wallet": care.wallet,
        "key": care.key,
        "step": care.step.value,
        "operator": care.operator,
        "note": care.note,
        "to": care.to,
    }


def care_from_body(body: Json) -> Care:
    """The step that a body holds; BrokenPromiseError where it holds none."""
    try:
        return _care(body)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenPromiseError("the body of a step of care cannot be read") from error


def _care(body: Mapping[str, Any]) -> Care:
    return Care(
        MemberId(body["member"]),
        WalletId(body["wallet"]),
        str(body["key"]),
        CareStep(body["step"]),
        OperatorId(body["operator"]),
        str(body["note"]),
        OperatorId(body["to"]) if body["to"] else None,
    )
