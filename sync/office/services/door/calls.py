"""What a call at the open door tells, as facts of the programme; and why nothing may come of it."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import TypeGuard

from app.domain.ids import MemberId
from app.domain.ledger import POINTS
from app.domain.programme.lifecycle.facts import (
    Acted,
    Bought,
    Fact,
    FriendCame,
    Paid,
    Returned,
    ReturnedLine,
    SoldLine,
)
from app.domain.programme.lifecycle.history import purchase
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme, TenderType
from app.domain.programme.rights import coupon_unit
from app.domain.programme.scene import Moment
from sync.office.storage.open_door import Token
from sync.protocol.open_door import (
    ActionDone,
    ActionUndone,
    FriendBrought,
    OrderPaid,
    OrderReturned,
    Who,
)

Call = ActionDone | ActionUndone | FriendBrought | OrderPaid | OrderReturned


class Refusal(StrEnum):
    """Why nothing came of a call, in the words the caller reads."""

    ID_REUSED = "this id was another call's"
    RECOVERY = "head office waits for its tills after a restore"
    NO_PROGRAMME = "no programme is in force"
    UNKNOWN_MEMBER = "no such member, or the card is stopped"
    SAME_MEMBER = "nobody brings themselves"
    UNKNOWN_ACTION = "the programme has no such action"
    UNKNOWN_REFERRAL = "the programme has no such referral"
    UNKNOWN_TENDER = "the programme has no such tender kind, or it is stored value, which is taken at tills only"
    UNKNOWN_COUPON = "the programme has no such coupon"
    UNKNOWN_CALL = "nothing of this member was told under that id"
    MORE_THAN_BOUGHT = "more comes back than is left of that line"
    NOT_ENOUGH = "the member has not that much"
    LENT_OUT = "a till holds it; it was asked to give it back, try again"
    TIME = "the time lies in the future, or too far back"


class CallRefusedError(Exception):
    """Nothing is written."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


def own_number(token: Token, call: str) -> str:
    """The number of the fact that a call tells."""
    return f"open:{token.name}:{call}"


def others_in(call: Call) -> Sequence[Who]:
    """Whose lives it is about besides its own member's."""
    return (call.friend,) if isinstance(call, FriendBrought) else ()


def facts_of(
    call: Call,
    token: Token,
    moment: Moment,
    programme: Programme,
    standings: Sequence[Standing],
    members: Sequence[str],
) -> Sequence[Fact]:
    """One fact for each member it is about; CallRefusedError where it names what is not there."""
    number, standing = own_number(token, call.id), standings[0]
    match call:
        case ActionDone():
            _there(call.action in {each.id for each in programme.actions}, Refusal.UNKNOWN_ACTION)
            return [Acted(number, moment, call.action, call.amount)]
        case ActionUndone():
            was = own_number(token, call.undoes)
            done = next((f for f in standing.history if isinstance(f, Acted) and f.number == was), None)
            if done is None or done.reverts:
                raise CallRefusedError(Refusal.UNKNOWN_CALL)
            return [Acted(number, moment, done.action, reverts=was)]
        case FriendBrought():
            _there(call.referral in {each.id for each in programme.referrals}, Refusal.UNKNOWN_REFERRAL)
            _there(len(set(members)) == len(members), Refusal.SAME_MEMBER)
            return _brought(call, number, moment, members)
        case OrderPaid():
            return [_bought(call, number, moment, programme)]
        case OrderReturned():
            return [_returned(call, token, number, moment, standing)]


def check_coverage(call: Call, programme: Programme, standing: Standing, day: str) -> None:
    """NOT_ENOUGH where an order uses more coupons or points than the member has."""
    if not isinstance(call, OrderPaid):
        return
    coupons = Counter(call.coupons)
    _there(set(coupons) <= {each.id for each in programme.coupons}, Refusal.UNKNOWN_COUPON)
    wanted = {coupon_unit(coupon): count for coupon, count in coupons.items()} | {POINTS: call.points}
    _there(all(standing.usable(unit, day) >= count for unit, count in wanted.items()), Refusal.NOT_ENOUGH)


def _brought(call: FriendBrought, number: str, moment: Moment, members: Sequence[str]) -> Sequence[Fact]:
    bringer, friend = map(MemberId, members)
    return [
        FriendCame(number, moment, call.referral, friend=friend),
        FriendCame(number, moment, call.referral, as_friend=True, friend=bringer),
    ]


def _bought(call: OrderPaid, number: str, moment: Moment, programme: Programme) -> Bought:
    kinds = {each.id for each in programme.tender_kinds if each.type is not TenderType.STORED_VALUE}
    _there({part.kind for part in call.paid} <= kinds, Refusal.UNKNOWN_TENDER)
    lines = tuple(
        SoldLine(each.product, each.list_minor, each.net_minor, each.category, each.goods_class, each.brand)
        for each in call.lines
    )
    paid = tuple(Paid(part.kind, part.amount_minor) for part in call.paid)
    return Bought(number, moment, lines, paid, call.coupons, call.points)


def _returned(call: OrderReturned, token: Token, number: str, moment: Moment, standing: Standing) -> Returned:
    order = purchase(standing, own_number(token, call.order))
    if order is None:
        raise CallRefusedError(Refusal.UNKNOWN_CALL)
    back = [line for fact in standing.history if _is_of(fact, order) for line in fact.lines]
    left = Counter({index: line.net_minor for index, line in enumerate(order.lines)})
    for index, amount in ((line.index, line.amount_minor) for line in back):
        left[index] -= amount
    for line in call.lines:
        left[line.index] -= line.amount_minor
    _there(min(left.values()) >= 0, Refusal.MORE_THAN_BOUGHT)
    lines = tuple(ReturnedLine(line.index, line.amount_minor) for line in call.lines)
    return Returned(number, moment, order.number, lines)


def _is_of(fact: Fact, order: Bought) -> TypeGuard[Returned]:
    return isinstance(fact, Returned) and fact.sale == order.number


def _there(is_so: bool, otherwise: Refusal) -> None:
    if not is_so:
        raise CallRefusedError(otherwise)
