"""Conditions the shop meets: expected refusals are values, broken promises are exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

Fact = str | int


class Why(Enum):
    """Why something expected was refused; the words for it are the user interface's."""

    CODE_UNKNOWN = "code_unknown"
    CODE_CHECK_DIGIT = "code_check_digit"
    CARD_UNKNOWN = "card_unknown"
    CARD_FROZEN = "card_frozen"
    CARD_LOST = "card_lost"
    CARD_REPLACED = "card_replaced"
    CARD_UNREADABLE = "card_unreadable"
    MEMBER_CODE_NO_KEY = "member_code_no_key"
    MEMBER_CODE_FORGED = "member_code_forged"
    MEMBER_CODE_CLOCK = "member_code_clock"
    MEMBER_CODE_EXPIRED = "member_code_expired"
    MEMBER_CODE_USED = "member_code_used"
    BANK_CARD = "bank_card"
    PAST_DATE = "past_date"
    PRODUCT_NOT_FOR_SALE = "product_not_for_sale"
    MEMBER_UNKNOWN = "member_unknown"
    VALUE_SHORT = "value_short"
    VALUE_NEEDS_MEMBER = "value_needs_member"
    VALUE_FROZEN_BY_CLOCK = "value_frozen_by_clock"
    VALUE_FROZEN_BY_SILENCE = "value_frozen_by_silence"
    VALUE_FROZEN_BY_OFFICE = "value_frozen_by_office"
    VALUE_OFFLINE = "value_offline"
    VALUE_AT_OTHER_TILLS = "value_at_other_tills"
    VALUE_CAPPED = "value_capped"
    VALUE_IN_RECOVERY = "value_in_recovery"
    VALUE_ANSWER_LATE = "value_answer_late"
    RIGHT_SHORT = "right_short"
    VALUE_NOT_FOR_VALUE = "value_not_for_value"
    VALUE_LIMIT = "value_limit"
    VALUE_ELSEWHERE = "value_elsewhere"
    OFFER_CHANGED = "offer_changed"
    TOP_UP_UNKNOWN = "top_up_unknown"
    TOP_UP_USED = "top_up_used"
    SERVICE_UNKNOWN = "service_unknown"
    SERVICE_NOT_NOW = "service_not_now"
    SERVICE_USED_UP = "service_used_up"
    SERVICE_NEEDS_LEASE = "service_needs_lease"
    SERVICE_NONE_LEFT = "service_none_left"
    SERVICE_ELSEWHERE = "service_elsewhere"
    POINTS_SHORT = "points_short"
    PHONE_IMPOSSIBLE = "phone_impossible"
    PHONE_TAKEN = "phone_taken"
    NAME_MISSING = "name_missing"
    BIRTHDAY_IMPOSSIBLE = "birthday_impossible"
    NOTHING_CHANGED = "nothing_changed"
    CARD_TAKEN = "card_taken"
    CARD_NOT_OURS = "card_not_ours"
    SAME_WALLET = "same_wallet"
    BASKET_EMPTY = "basket_empty"
    TENDER_SHORT = "tender_short"
    TENDER_TOO_MUCH = "tender_too_much"
    CHANGE_TOO_MUCH = "change_too_much"
    TENDER_UNKNOWN = "tender_unknown"
    AMOUNT_NOT_POSITIVE = "amount_not_positive"
    QUANTITY_OUT_OF_RANGE = "quantity_out_of_range"
    OPERATOR_UNKNOWN = "operator_unknown"
    PIN_WRONG = "pin_wrong"
    PIN_LOCKED = "pin_locked"
    PIN_TOO_SHORT = "pin_too_short"
    PIN_AS_BEFORE = "pin_as_before"
    PIN_NOT_REPEATED = "pin_not_repeated"
    NOT_PERMITTED = "not_permitted"
    REASON_MISSING = "reason_missing"
    SHIFT_NOT_OPEN = "shift_not_open"
    SHIFT_ALREADY_OPEN = "shift_already_open"
    SHIFT_OF_ANOTHER_DAY = "shift_of_another_day"
    BASKETS_ON_HOLD = "baskets_on_hold"
    SALE_UNKNOWN = "sale_unknown"
    REFUND_TOO_MUCH = "refund_too_much"
    REFUND_NOTHING = "refund_nothing"
    PRICE_CHANGED = "price_changed"
    HELD_UNKNOWN = "held_unknown"
    PAYMENT_DECLINED = "payment_declined"
    PAYMENT_TIMED_OUT = "payment_timed_out"
    PAYMENT_NO_LINE = "payment_no_line"
    PAYMENT_CODE_BAD = "payment_code_bad"
    PAYMENT_CANCELLED = "payment_cancelled"
    PAYMENT_NOT_BACK = "payment_not_back"


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected refusal: why, and the facts its message needs (amounts in minor units)."""

    why: Why
    facts: Mapping[str, Fact] = field(default_factory=dict)


class BrokenPromiseError(Exception):
    """Something that must never happen did: a bug or a damaged store, never the user's fault."""
