"""What the simulated gateway remembers of every payment it has heard of."""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Message = dict[str, Any]


class Plan(StrEnum):
    """What becomes of the next payment."""

    PAY = "pay"
    REFUSE = "refuse"
    REFUSE_CODE = "refuse_code"
    WAIT = "wait"
    TIME_OUT = "time_out"
    PAY_OTHER_SUM = "pay_other_sum"


class Fault(StrEnum):
    """Where the line breaks, or what is said twice."""

    DROP_BEFORE_HEARD = "drop_before_heard"
    DROP_AFTER_HEARD = "drop_after_heard"
    DROP_BEFORE_ANSWER = "drop_before_answer"
    NONSENSE = "nonsense"
    SAY_TWICE = "say_twice"
    SAY_ANOTHER_FIRST = "say_another_first"


@dataclass
class Book:
    """Payments by id. `plans` and `faults` are used up from the left; without a plan a payment is made."""

    plans: deque[Plan] = field(default_factory=deque)
    faults: deque[Fault] = field(default_factory=deque)
    payments: dict[str, Message] = field(default_factory=dict)
    refunds: dict[str, Message] = field(default_factory=dict)
    charges: int = 0

    def take(self, message: Message) -> list[Message]:
        """The replies to one line of the till, in their order."""
        identity, do = str(message.get("id", "")), message.get("do")
        if do == "pay":
            return self._pay(identity, message)
        known = self.payments.get(identity)
        if do == "cancel":
            return [self._cancel(identity)]
        if do == "reverse":
            return [self._reverse(identity)]
        if do == "refund":
            return [self._refund(identity, message)]
        return [self._reply(identity)] if known else [{"id": identity, "state": "unheard"}]

    def charged_minor(self) -> int:
        """What customers have paid and not got back."""
        paid = sum(each["amount"] for each in self.payments.values() if each["state"] == "paid")
        return int(paid - sum(each["amount"] for each in self.refunds.values()))

    def _pay(self, identity: str, message: Message) -> list[Message]:
        if identity in self.payments:
            return [self._reply(identity)]
        payment = self.payments[identity] = {"amount": message["amount"], "state": "pending"}
        replies = []
        if message.get("way") == "shown_code":
            replies.append({"id": identity, "state": "showing", "code": f"weixin://wxpay/bizpayurl?pr={identity}"})
        plan = self.plans.popleft() if self.plans else Plan.PAY
        if plan is not Plan.WAIT:
            self._carry_out(payment, plan)
        return [*replies, self._reply(identity)]

    def _carry_out(self, payment: Message, plan: Plan) -> None:
        if plan in {Plan.REFUSE, Plan.REFUSE_CODE}:
            payment |= {"state": "refused", "why": "code" if plan is Plan.REFUSE_CODE else "declined"}
        elif plan is Plan.TIME_OUT:
            payment["state"] = "timed_out"
        else:
            self.charges += 1
            payment |= {"state": "paid", "reference": f"42000{self.charges:08d}"}
            if plan is Plan.PAY_OTHER_SUM:
                payment["amount"] += 1

    def _cancel(self, identity: str) -> Message:
        payment = self.payments.setdefault(identity, {"amount": 0, "state": "pending"})
        if payment["state"] == "pending":
            payment["state"] = "timed_out"
        return self._reply(identity)

    def _reverse(self, identity: str) -> Message:
        payment = self.payments.get(identity)
        if payment and payment["state"] == "paid":
            payment["state"] = "reversed"
        if payment and payment["state"] == "reversed":
            return self._reply(identity)
        return {"id": identity, "state": "refused", "why": "declined"}

    def _refund(self, identity: str, message: Message) -> Message:
        if identity not in self.refunds:
            reference, amount = message["reference"], message["amount"]
            paid = sum(
                each["amount"]
                for each in self.payments.values()
                if each["state"] == "paid" and each["reference"] == reference
            )
            gone = sum(each["amount"] for each in self.refunds.values() if each["reference"] == reference)
            if not 0 < amount <= paid - gone:
                return {"id": identity, "state": "refused", "why": "declined"}
            self.refunds[identity] = {"reference": reference, "amount": amount}
        return {"id": identity, "state": "refunded", "amount": self.refunds[identity]["amount"]}

    def _reply(self, identity: str) -> Message:
        return {"id": identity, **self.payments[identity]}
