"""What a refund owes at a provider, without a screen: back, refused, unknown, left for later, closed."""

from dataclasses import dataclass, field

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId
from app.domain.payback import Payback
from app.domain.sale.facts import Refund
from app.domain.staff import Approval, Permission
from app.ports.payment import Reversal, Way
from app.ui.payback.flow import PaybackFlow, PaybackState, Step
from tests.app.ui.memory_office import FollowsAtOnce
from tests.app.ui.memory_providers import MemoryProviders
from tests.app.ui.memory_shop import CASHIER, MANAGER, SUPERVISOR, TOAST, AtOnce, memory_shop

ALLOWED = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "商品瑕疵")


@dataclass
class Screen:
    """Remembers what it was told."""

    state: PaybackState | None = None
    back: list[int] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)

    def show_payback(self, state: PaybackState) -> None:
        self.state = state

    def hide_payback(self) -> None:
        self.state = None

    def show_back(self, payback: Payback) -> None:
        self.back.append(payback.amount_minor)

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def step(self) -> Step | None:
        """Where it stands."""
        return self.state.step if self.state else None


class At:
    """A sale paid by WeChat, refunded just now."""

    def __init__(self) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.view, self.providers = Screen(), MemoryProviders({"wechat": Way.TERMINAL})
        use_cases = self.shop.use_cases
        sale = self.shop.sell((TOAST, 1_000), tender="wechat")
        made = use_cases.refund_sale(sale.id, {1: 1_000}, ALLOWED, {"wechat"})
        assert isinstance(made, Refund)
        self.refund = made
        self.flow = PaybackFlow(self.view, self.providers, AtOnce(), FollowsAtOnce(), use_cases.pay_back)

    def answer(self, came: Reversal) -> None:
        """The provider says."""
        self.providers.reversals[-1].set_result(came)

    @property
    def owed(self) -> int:
        """How many are not back."""
        return len(self.shop.use_cases.pay_back.open())


@pytest.fixture
def at() -> At:
    return At()


def test_it_goes_back_by_itself_and_stands_on_record(at: At) -> None:
    at.flow.begin(at.refund.id)
    assert at.view.step() is Step.GOING
    request = at.providers.returns[0]
    assert (request.amount_minor, request.reference) == (1_280, "4200001234")
    at.answer(Reversal.DONE)
    assert (at.view.step(), at.view.back, at.owed) == (None, [1_280], 0)


def test_an_unknown_outcome_is_asked_for_again_under_the_same_id(at: At) -> None:
    at.flow.begin(at.refund.id)
    at.flow.try_again()  # not while the provider is at it
    at.answer(Reversal.UNKNOWN)
    assert (at.view.step(), at.owed) == (Step.UNKNOWN, 1)
    at.flow.try_again()
    at.answer(Reversal.DONE)
    first, second = at.providers.returns
    assert first == second
    assert at.owed == 0


def test_what_is_left_for_later_is_spoken_of_again_and_not_sent_by_itself(at: At) -> None:
    at.flow.begin(at.refund.id)
    at.answer(Reversal.UNKNOWN)
    at.flow.later()
    assert (at.view.step(), at.owed) == (None, 1)
    at.flow.look()
    assert at.view.step() is Step.UNKNOWN
    assert len(at.providers.returns) == 1


def test_an_answer_nobody_waits_for_is_kept_all_the_same(at: At) -> None:
    at.flow.begin(at.refund.id)
    at.flow.later()
    at.answer(Reversal.DONE)
    assert (at.view.step(), at.view.back, at.owed) == (None, [1_280], 0)


@pytest.mark.parametrize(("by", "owed", "refusals"), [(MANAGER.id, 0, []), (SUPERVISOR.id, 1, [Why.NOT_PERMITTED])])
def test_what_the_provider_refuses_a_manager_closes(at: At, by: str, owed: int, refusals: list[Why]) -> None:
    at.flow.begin(at.refund.id)
    at.answer(Reversal.REFUSED)
    assert at.view.step() is Step.REFUSED
    at.flow.close(Approval(Permission.CLOSE_PAYMENT, CASHIER.id, OperatorId(by), "已现金退还"))
    assert (at.owed, at.view.refusals) == (owed, refusals)
    assert (at.view.state is None) is (owed == 0)


def test_where_nothing_is_owed_nothing_is_said(at: At) -> None:
    at.flow.begin("another")
    assert (at.view.state, at.providers.returns) == (None, [])
    assert at.flow.goes_there("wechat")
    assert not at.flow.goes_there("cash")
