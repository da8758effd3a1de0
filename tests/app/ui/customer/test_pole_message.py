"""What a pole display is told at each step of a sale."""

from app.ports.pole import Lamp
from app.ui.customer.pole_message import pole_message
from app.ui.customer.state import CustomerState, Phase
from app.ui.sale.line_text import LineText

LINE = LineText(1, "2", "原味吐司", "", (), "1,021.60", "", "")


def test_each_phase_has_its_number_and_lamp() -> None:
    told = [
        pole_message(state, "小满生活")
        for state in (
            CustomerState(),
            CustomerState(Phase.BASKET, lines=(LINE,), total_minor=5_900),
            CustomerState(Phase.PAYING, lines=(LINE,), total_minor=5_900, remaining_minor=5_900),
            CustomerState(Phase.PAYING, lines=(LINE,), total_minor=5_900, paid_minor=2_000),
            CustomerState(Phase.PAID, lines=(LINE,), total_minor=5_900, change_minor=1_100),
        )
    ]
    assert [(each.digits, each.lamp) for each in told] == [
        ("", Lamp.NONE),
        ("1021.60", Lamp.PRICE),
        ("59.00", Lamp.TOTAL),
        ("20.00", Lamp.PAID),
        ("11.00", Lamp.CHANGE),
    ]
    assert told[1].bottom.figure == "59.00"
