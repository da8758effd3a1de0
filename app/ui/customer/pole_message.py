"""What a pole display says of a customer's state, in two short lines or one number."""

from PySide6.QtCore import QCoreApplication

from app.domain.money import format_minor
from app.ports.pole import Lamp, PoleLine, PoleMessage
from app.ui.customer.state import CustomerState, Phase


def pole_message(state: CustomerState, shop_name: str) -> PoleMessage:
    """Goods and price at a scan, then the sum, what was paid, the change; the shop's greeting in between."""
    if state.phase is Phase.IDLE:
        return PoleMessage(
            PoleLine(shop_name, plain="WELCOME"), PoleLine(QCoreApplication.translate("Pole", "Welcome"), plain="")
        )
    total = PoleLine(QCoreApplication.translate("Pole", "Total"), format_minor(state.total_minor), "TOTAL")
    if state.phase is Phase.PAID:
        change = PoleLine(QCoreApplication.translate("Pole", "Change"), format_minor(state.change_minor), "CHANGE")
        return PoleMessage(total, change, format_minor(state.change_minor), Lamp.CHANGE)
    if state.phase is Phase.PAYING and state.paid_minor:
        paid = PoleLine(QCoreApplication.translate("Pole", "Paid"), format_minor(state.paid_minor), "PAID")
        return PoleMessage(total, paid, format_minor(state.paid_minor), Lamp.PAID)
    if state.phase is Phase.PAYING or not state.lines:
        return PoleMessage(total, PoleLine(), format_minor(state.total_minor), Lamp.TOTAL)
    line = state.lines[-1]
    # The screens' minus and grouping are in no display's font.
    price = line.net.replace("−", "-").replace(",", "")
    goods = PoleLine(line.name, price, f"x{line.quantity}")
    return PoleMessage(goods, total, price, Lamp.PRICE)
