"""What each kind of event carries: one file a kind, read here by name."""

from collections.abc import Mapping

from app.domain.journal import Json, Kind
from sync.protocol.kinds.adjustment import Adjustment
from sync.protocol.kinds.basket_voided import BasketVoided
from sync.protocol.kinds.body import Body
from sync.protocol.kinds.card_changed import CardChanged
from sync.protocol.kinds.care import Care
from sync.protocol.kinds.cash_movement import CashMovement
from sync.protocol.kinds.clock_confirmed import ClockConfirmed
from sync.protocol.kinds.clock_jump import ClockJump
from sync.protocol.kinds.consent_changed import ConsentChanged
from sync.protocol.kinds.draw import Draw
from sync.protocol.kinds.drawer_opened import DrawerOpened
from sync.protocol.kinds.lease_granted import LeaseGranted
from sync.protocol.kinds.lease_returned import LeaseReturned
from sync.protocol.kinds.member_action import MemberAction
from sync.protocol.kinds.member_changed import MemberChanged
from sync.protocol.kinds.member_erased import MemberErased
from sync.protocol.kinds.member_merged import MemberMerged
from sync.protocol.kinds.member_registered import MemberRegistered
from sync.protocol.kinds.membership_sale import MembershipSale
from sync.protocol.kinds.override import Override
from sync.protocol.kinds.pass_sale import PassSale
from sync.protocol.kinds.pass_use import PassUse
from sync.protocol.kinds.payback_settled import PaybackSettled
from sync.protocol.kinds.payback_started import PaybackStarted
from sync.protocol.kinds.payment_reversed import PaymentReversed
from sync.protocol.kinds.payment_settled import PaymentSettled
from sync.protocol.kinds.payment_started import PaymentStarted
from sync.protocol.kinds.principal_refund import PrincipalRefund
from sync.protocol.kinds.profile_viewed import ProfileViewed
from sync.protocol.kinds.redemption import Redemption
from sync.protocol.kinds.refund import Refund
from sync.protocol.kinds.sale import Sale
from sync.protocol.kinds.sale_taken_over import SaleTakenOver
from sync.protocol.kinds.shift_closed import ShiftClosed
from sync.protocol.kinds.shift_opened import ShiftOpened
from sync.protocol.kinds.staff_changed import StaffChanged
from sync.protocol.kinds.till_enrolled import TillEnrolled
from sync.protocol.kinds.top_up import TopUp
from sync.protocol.kinds.transfer import Transfer
from sync.protocol.kinds.wallet_pin_set import WalletPinSet

# By kind: the version written today and its model. A later version of a kind keeps the earlier ones readable.
BODIES: Mapping[Kind, tuple[int, type[Body]]] = {
    Kind.TILL_ENROLLED: (1, TillEnrolled),
    Kind.LEASE_GRANTED: (1, LeaseGranted),
    Kind.LEASE_RETURNED: (1, LeaseReturned),
    Kind.SHIFT_OPENED: (1, ShiftOpened),
    Kind.SHIFT_CLOSED: (1, ShiftClosed),
    Kind.SALE: (1, Sale),
    Kind.REFUND: (1, Refund),
    Kind.SALE_TAKEN_OVER: (1, SaleTakenOver),
    Kind.TOP_UP: (1, TopUp),
    Kind.PRINCIPAL_REFUND: (1, PrincipalRefund),
    Kind.TRANSFER: (1, Transfer),
    Kind.REDEMPTION: (1, Redemption),
    Kind.PASS_USE: (1, PassUse),
    Kind.PASS_SALE: (1, PassSale),
    Kind.DRAW: (1, Draw),
    Kind.MEMBERSHIP_SALE: (1, MembershipSale),
    Kind.MEMBER_ACTION: (1, MemberAction),
    Kind.ADJUSTMENT: (1, Adjustment),
    Kind.CARD_CHANGED: (1, CardChanged),
    Kind.MEMBER_REGISTERED: (1, MemberRegistered),
    Kind.MEMBER_CHANGED: (1, MemberChanged),
    Kind.CONSENT_CHANGED: (1, ConsentChanged),
    Kind.MEMBER_MERGED: (1, MemberMerged),
    Kind.MEMBER_ERASED: (1, MemberErased),
    Kind.BASKET_VOIDED: (1, BasketVoided),
    Kind.CASH_MOVEMENT: (1, CashMovement),
    Kind.DRAWER_OPENED: (1, DrawerOpened),
    Kind.PAYMENT_STARTED: (1, PaymentStarted),
    Kind.PAYMENT_SETTLED: (1, PaymentSettled),
    Kind.PAYMENT_REVERSED: (1, PaymentReversed),
    Kind.PAYBACK_STARTED: (1, PaybackStarted),
    Kind.PAYBACK_SETTLED: (1, PaybackSettled),
    Kind.OVERRIDE: (1, Override),
    Kind.CARE: (1, Care),
    Kind.WALLET_PIN_SET: (1, WalletPinSet),
    Kind.PROFILE_VIEWED: (1, ProfileViewed),
    Kind.STAFF_CHANGED: (1, StaffChanged),
    Kind.CLOCK_JUMP: (1, ClockJump),
    Kind.CLOCK_CONFIRMED: (1, ClockConfirmed),
}


def read_body(kind: Kind, body: Json) -> Body:
    """The typed body; pydantic's ValidationError where it is none of this kind."""
    return BODIES[kind][1].model_validate(body)
