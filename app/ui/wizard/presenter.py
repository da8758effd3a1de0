"""The wizard's way: page by page, back at any time, nothing made before the last page says so."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol

from app.domain.staff import PIN_DIGITS
from app.ports.set_up import Hitch, OfficeAddress, Plan, Ready, SetUp, Stuck
from app.settings import PrinterSettings, ShopSettings
from app.ui.running import Runs
from app.ui.wizard.steps import Step, steps_of


class Gap(Enum):
    """What is still missing on a page."""

    CODE_UNREADABLE = "code_unreadable"
    NOT_COMPARED = "not_compared"
    SHOP_NAME = "shop_name"
    MANAGER_NAME = "manager_name"
    PIN_TOO_SHORT = "pin_too_short"
    PIN_NOT_REPEATED = "pin_not_repeated"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed and chosen so far; it survives every Back."""

    language: str = "zh_CN"
    is_chain: bool = False
    code: str = ""
    is_compared: bool = False
    shop_name: str = ""
    shop_address: str = ""
    shop_phone: str = ""
    preset: str = ""
    printer: PrinterSettings = field(default_factory=PrinterSettings)
    manager: str = ""
    pin: str = field(default="", repr=False)
    pin_again: str = field(default="", repr=False)


class WizardView(Protocol):
    """The wizard's window."""

    def show_step(self, step: Step, steps: tuple[Step, ...], answers: Answers) -> None:
        """This page comes to the front."""

    def show_office(self, office: OfficeAddress | None) -> None:
        """What the code says, so that it can be compared; None where it is no code."""

    def show_gap(self, gap: Gap) -> None:
        """Something is missing on this page."""

    def show_building(self, *, is_building: bool) -> None:
        """The till is being made, or no longer."""

    def show_stuck(self, stuck: Stuck) -> None:
        """It did not work; the page in front is the one to mend it on."""

    def finish(self, ready: Ready) -> None:
        """The till is there."""


_OF_THE_CODE = frozenset(
    {
        Hitch.CODE_WRONG,
        Hitch.CODE_EXPIRED,
        Hitch.CODE_SPENT,
        Hitch.CODE_USED,
        Hitch.CODE_UNREADABLE,
        Hitch.REFUSED,
        Hitch.STRANGER,
    }
)


class WizardPresenter:
    """Holds the answers; the view asks `next`, `back` and `change`."""

    def __init__(self, view: WizardView, tasks: Runs, set_up: SetUp, answers: Answers) -> None:
        self._view, self._tasks, self._set_up = view, tasks, set_up
        self._answers = answers
        self._step = Step.LANGUAGE
        # Each attempt has a number: what a given-up one still says is not for anybody.
        self._attempt, self._is_building = 0, False

    @property
    def answers(self) -> Answers:
        """What was typed so far."""
        return self._answers

    @property
    def steps(self) -> tuple[Step, ...]:
        """The pages of this way."""
        return steps_of(is_chain=self._answers.is_chain)

    def begin(self) -> None:
        """The first page."""
        self._show()

    def change(self, answers: Answers) -> None:
        """Something was typed or chosen."""
        is_new_code = answers.code != self._answers.code
        self._answers = replace(answers, is_compared=False) if is_new_code else answers
        if is_new_code:
            self._view.show_office(self._set_up.read_code(answers.code) if answers.code.strip() else None)

    def next(self) -> None:
        """On, where nothing is missing; from the last page the till is made."""
        if self._is_building:
            return
        gap = self._gap()
        if gap is not None:
            self._view.show_gap(gap)
            return
        place = self.steps.index(self._step)
        if place + 1 < len(self.steps):
            self._step = self.steps[place + 1]
            self._show()
        else:
            self._build()

    def back(self) -> None:
        """The page before; while the till is being made, give that up."""
        if self._is_building:
            self._set_up.give_up()
            self._attempt += 1
            self._stop()
            return
        place = self.steps.index(self._step)
        if place:
            self._step = self.steps[place - 1]
            self._show()

    def _gap(self) -> Gap | None:
        answers = self._answers
        match self._step:
            case Step.CODE:
                return self._gap_of_code()
            case Step.SHOP if not answers.is_chain and not answers.shop_name.strip():
                return Gap.SHOP_NAME
            case Step.OPERATOR:
                return _gap_of_operator(answers)
        return None

    def _gap_of_code(self) -> Gap | None:
        if self._set_up.read_code(self._answers.code) is None:
            return Gap.CODE_UNREADABLE
        return None if self._answers.is_compared else Gap.NOT_COMPARED

    def _build(self) -> None:
        self._attempt += 1
        attempt, plan = self._attempt, plan_of(self._answers)
        self._is_building = True
        self._view.show_building(is_building=True)
        self._tasks.run(
            lambda: self._set_up.build(plan),
            lambda outcome: self._built(attempt, outcome),
            lambda error: self._built(attempt, Stuck(Hitch.STORE, type(error).__name__)),
        )

    def _built(self, attempt: int, outcome: Ready | Stuck) -> None:
        if isinstance(outcome, Ready):
            self._stop()  # also where it was given up a moment too late: there is a till now, and no second one is made
            self._view.finish(outcome)
        elif attempt == self._attempt:
            self._stop()
            if outcome.hitch in _OF_THE_CODE and self._answers.is_chain:
                self._step = Step.CODE
                self._show()
            self._view.show_stuck(outcome)

    def _stop(self) -> None:
        self._is_building = False
        self._view.show_building(is_building=False)

    def _show(self) -> None:
        self._view.show_step(self._step, self.steps, self._answers)


def plan_of(answers: Answers) -> Plan:
    """What is to be made."""
    name = answers.shop_name.strip()
    settings = ShopSettings.model_validate(
        {
            **({"shop_name": name} if name else {}),
            "shop_address": answers.shop_address.strip(),
            "shop_phone": answers.shop_phone.strip(),
            "language": answers.language,
            "receipt_language": answers.language,
            "printer": answers.printer,
        }
    )
    return Plan(
        settings=settings,
        manager=answers.manager.strip(),
        pin=answers.pin,
        preset="" if answers.is_chain else answers.preset,
        code=answers.code.strip() if answers.is_chain else "",
    )


def _gap_of_operator(answers: Answers) -> Gap | None:
    if not answers.manager.strip():
        return Gap.MANAGER_NAME
    if len(answers.pin) < PIN_DIGITS:
        return Gap.PIN_TOO_SHORT
    return None if answers.pin == answers.pin_again else Gap.PIN_NOT_REPEATED
