"""The wizard's way without a screen: what is missing, back, and what is made in the end."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.ports.set_up import Hitch, OfficeAddress, Ready, Stuck
from app.settings import PrinterSettings
from app.ui.wizard.presenter import Answers, Gap, WizardPresenter, plan_of
from app.ui.wizard.steps import Step
from tests.app.ui.wizard.memory_set_up import CODE, MemorySetUp

WHOLE = Answers(language="en", shop_name=" Corner ", preset="cards", manager="Lin", pin="2468", pin_again="2468")


@dataclass
class View:
    """Keeps what it is shown."""

    steps: list[Step] = field(default_factory=list)
    offices: list[OfficeAddress | None] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    building: list[bool] = field(default_factory=list)
    stuck: list[Stuck] = field(default_factory=list)
    ready: list[Ready] = field(default_factory=list)

    def show_step(self, step: Step, steps: tuple[Step, ...], answers: Answers) -> None:
        assert step in steps
        self.steps.append(step)

    def show_office(self, office: OfficeAddress | None) -> None:
        self.offices.append(office)

    def show_gap(self, gap: Gap) -> None:
        self.gaps.append(gap)

    def show_building(self, *, is_building: bool) -> None:
        self.building.append(is_building)

    def show_stuck(self, stuck: Stuck) -> None:
        self.stuck.append(stuck)

    def finish(self, ready: Ready) -> None:
        self.ready.append(ready)


class Later:
    """Runs when it is let."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.waiting.append((work, then))

    def go(self) -> None:
        work, then = self.waiting.pop(0)
        then(work())


class At:
    """The wizard on its last page, everything answered."""

    def __init__(self, answers: Answers, *outcomes: Ready | Stuck) -> None:
        self.view, self.tasks, self.set_up = View(), Later(), MemorySetUp(*outcomes)
        self.way = WizardPresenter(self.view, self.tasks, self.set_up, Answers())
        self.way.begin()
        self.way.change(answers)
        self.way.change(answers)  # the code was new at first: what was compared is asked again
        for _ in self.way.steps[1:]:
            self.way.next()
        assert self.view.steps == list(self.way.steps)


def test_a_single_shop_in_six_pages() -> None:
    at = At(WHOLE)
    at.way.next()
    assert not at.set_up.plans
    at.tasks.go()
    plan = at.set_up.plans[0]
    assert (plan.settings.shop_name, plan.settings.language, plan.preset, plan.code) == ("Corner", "en", "cards", "")
    assert (plan.manager, plan.pin) == ("Lin", "2468")
    assert at.view.ready == [Ready("T01", "小满")]
    assert at.view.building == [True, False]


def test_a_till_of_a_chain_needs_a_code_that_was_compared() -> None:
    at = At(replace(WHOLE, is_chain=True, code=CODE, is_compared=True, shop_name=""))
    assert at.view.steps == [Step.LANGUAGE, Step.KIND, Step.CODE, Step.SHOP, Step.DEVICES, Step.OPERATOR]
    at.way.next()
    at.tasks.go()
    plan = at.set_up.plans[0]
    assert (plan.code, plan.preset) == (CODE, "")
    assert "shop_name" not in plan.settings.model_fields_set


@pytest.mark.parametrize(
    ("step", "answers", "gap"),
    [
        (Step.SHOP, replace(WHOLE, shop_name="  "), Gap.SHOP_NAME),
        (Step.OPERATOR, replace(WHOLE, manager=" "), Gap.MANAGER_NAME),
        (Step.OPERATOR, replace(WHOLE, pin="123", pin_again="123"), Gap.PIN_TOO_SHORT),
        (Step.OPERATOR, replace(WHOLE, pin_again="2469"), Gap.PIN_NOT_REPEATED),
        (Step.CODE, replace(WHOLE, is_chain=True, code="nonsense"), Gap.CODE_UNREADABLE),
        (Step.CODE, replace(WHOLE, is_chain=True, code=CODE), Gap.NOT_COMPARED),
    ],
)
def test_what_is_missing_holds_its_page(step: Step, answers: Answers, gap: Gap) -> None:
    view, set_up = View(), MemorySetUp()
    way = WizardPresenter(view, Later(), set_up, answers)
    way.begin()
    while view.steps[-1] is not step:
        way.next()
    way.next()
    assert (view.steps[-1], view.gaps) == (step, [gap])
    assert not set_up.plans


def test_another_code_is_compared_anew() -> None:
    view = View()
    way = WizardPresenter(view, Later(), MemorySetUp(), Answers(is_chain=True))
    way.change(replace(way.answers, code=CODE, is_compared=True))
    assert not way.answers.is_compared
    assert view.offices[-1] is not None
    way.change(replace(way.answers, code="x"))
    assert view.offices[-1] is None


def test_back_keeps_what_was_typed_and_the_first_page_has_none() -> None:
    at = At(WHOLE)
    for _ in range(9):
        at.way.back()
    assert at.view.steps[-1] is Step.LANGUAGE
    assert at.way.answers == WHOLE


def test_a_refused_code_leads_back_to_it_and_the_network_does_not() -> None:
    chain = replace(WHOLE, is_chain=True, code=CODE, is_compared=True)
    at = At(chain, Stuck(Hitch.UNREACHABLE), Stuck(Hitch.CODE_USED), Ready("T9", ""))
    at.way.next()
    at.tasks.go()
    assert at.view.steps[-1] is Step.OPERATOR
    at.way.next()
    at.tasks.go()
    assert (at.view.steps[-1], at.view.stuck[-1].hitch) == (Step.CODE, Hitch.CODE_USED)


def test_giving_up_hears_no_late_trouble_but_takes_a_till_that_came_to_be() -> None:
    at = At(WHOLE, Stuck(Hitch.UNREACHABLE), Ready("T01", ""))
    at.way.next()
    at.way.next()
    assert len(at.tasks.waiting) == 1
    at.way.back()
    assert (at.set_up.given_up, at.view.building[-1]) == (1, False)
    at.tasks.go()
    assert at.view.stuck == []
    at.way.next()
    at.way.back()
    at.tasks.go()
    assert at.view.ready == [Ready("T01", "")]


def test_the_printer_and_the_address_are_in_the_plan() -> None:
    printer = PrinterSettings(connection="tcp", address="10.0.0.9")
    plan = plan_of(replace(WHOLE, printer=printer, shop_address=" Lane 1 ", shop_phone="1"))
    assert (plan.settings.printer, plan.settings.shop_address, plan.settings.shop_phone) == (printer, "Lane 1", "1")
    assert "2468" not in repr(plan)
