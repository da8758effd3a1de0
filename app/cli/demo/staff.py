"""Who works in the demo shop, and their PINs, which are no secret."""

from dataclasses import dataclass

from app.domain.ids import OperatorId
from app.domain.staff import Operator, Role


@dataclass(frozen=True, slots=True)
class DemoOperator:
    """A person of the demo shop with the PIN as it is typed."""

    operator: Operator
    pin: str


CASHIER = DemoOperator(Operator(OperatorId("xiaochen"), "小陈", Role.CASHIER), "1111")
SUPERVISOR = DemoOperator(Operator(OperatorId("laozhou"), "老周", Role.SUPERVISOR), "2222")
SHOP_MANAGER = DemoOperator(Operator(OperatorId("linjingli"), "林经理", Role.MANAGER), "8888")

DEMO_STAFF = (CASHIER, SUPERVISOR, SHOP_MANAGER)
