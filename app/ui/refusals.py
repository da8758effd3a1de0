"""Every expected refusal in words: what happened, and what to do about it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.errors import Fact, Refused, Why
from app.domain.staff import Permission
from app.ports.store import StoreFullError, StoreUnavailableError
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.amount import money


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """What happened, and the remedy."""

    what: str
    remedy: str

    @property
    def text(self) -> str:
        """Both in one line."""
        if not self.remedy:
            return self.what
        both = QCoreApplication.translate("Refusal", "{what}. {remedy}")
        return both.format(what=self.what, remedy=self.remedy)


_WORDS: dict[Why, tuple[str, str]] = {
    Why.CODE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "Nothing has this code {code}"),
        QT_TRANSLATE_NOOP("Refusal", "Scan again, or search: F1 goods, F2 members."),
    ),
    Why.CODE_CHECK_DIGIT: (
        QT_TRANSLATE_NOOP("Refusal", "One digit of {code} is wrong"),
        QT_TRANSLATE_NOOP("Refusal", "Scan it, or type it again."),
    ),
    Why.CARD_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "This card is not in the directory"),
        QT_TRANSLATE_NOOP("Refusal", "Find the member by phone with F2."),
    ),
    Why.CARD_FROZEN: (
        QT_TRANSLATE_NOOP("Refusal", "This card is frozen"),
        QT_TRANSLATE_NOOP("Refusal", "The sale can go on without it; head office can unfreeze it."),
    ),
    Why.CARD_LOST: (
        QT_TRANSLATE_NOOP("Refusal", "This card was reported lost"),
        QT_TRANSLATE_NOOP("Refusal", "Check who is before you, then find the member by phone with F2."),
    ),
    Why.CARD_REPLACED: (
        QT_TRANSLATE_NOOP("Refusal", "This card was replaced by a new one"),
        QT_TRANSLATE_NOOP("Refusal", "Take the new card, or find the member by phone with F2."),
    ),
    Why.CARD_UNREADABLE: (
        QT_TRANSLATE_NOOP("Refusal", "The card could not be read"),
        QT_TRANSLATE_NOOP("Refusal", "Swipe again, evenly and in one go."),
    ),
    Why.MEMBER_CODE_NO_KEY: (
        QT_TRANSLATE_NOOP("Refusal", "This till cannot check codes from phones yet"),
        QT_TRANSLATE_NOOP("Refusal", "It can after its next contact with head office. Find the member with F2."),
    ),
    Why.MEMBER_CODE_FORGED: (
        QT_TRANSLATE_NOOP("Refusal", "This code is not from head office"),
        QT_TRANSLATE_NOOP("Refusal", "Ask for the card or the phone number, and find the member with F2."),
    ),
    Why.MEMBER_CODE_CLOCK: (
        QT_TRANSLATE_NOOP("Refusal", "The clock of this till is not sure enough to check the code"),
        QT_TRANSLATE_NOOP("Refusal", "Find the member with F2; a manager can confirm the clock."),
    ),
    Why.MEMBER_CODE_EXPIRED: (
        QT_TRANSLATE_NOOP("Refusal", "This code has run out"),
        QT_TRANSLATE_NOOP("Refusal", "Ask for a fresh one on the phone, and scan again."),
    ),
    Why.MEMBER_CODE_USED: (
        QT_TRANSLATE_NOOP("Refusal", "This code was used at this till already"),
        QT_TRANSLATE_NOOP("Refusal", "Ask for a fresh one on the phone, and scan again."),
    ),
    Why.BANK_CARD: (
        QT_TRANSLATE_NOOP("Refusal", "That was a bank card; nothing of it was kept"),
        QT_TRANSLATE_NOOP("Refusal", "Take it on the payment terminal, then choose bank card as tender."),
    ),
    Why.PAST_DATE: (
        QT_TRANSLATE_NOOP("Refusal", "{name} was good until {day} only"),
        QT_TRANSLATE_NOOP("Refusal", "Put it aside and bring a fresh one."),
    ),
    Why.PRODUCT_NOT_FOR_SALE: (
        QT_TRANSLATE_NOOP("Refusal", "{name} is not for sale"),
        QT_TRANSLATE_NOOP("Refusal", "Put it aside and ask the manager."),
    ),
    Why.MEMBER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "This member is not in the directory"),
        QT_TRANSLATE_NOOP("Refusal", "Search again by phone or name."),
    ),
    Why.VALUE_SHORT: (
        QT_TRANSLATE_NOOP("Refusal", "Only {usable_minor} of stored value can be used at this till"),
        QT_TRANSLATE_NOOP("Refusal", "Take less from the card and the rest with another tender."),
    ),
    Why.VALUE_NEEDS_MEMBER: (
        QT_TRANSLATE_NOOP("Refusal", "Stored value needs a card"),
        QT_TRANSLATE_NOOP("Refusal", "Scan the card, or find the member with F2."),
    ),
    Why.VALUE_FROZEN_BY_CLOCK: (
        QT_TRANSLATE_NOOP("Refusal", "The clock of this till has jumped, so stored value rests"),
        QT_TRANSLATE_NOOP("Refusal", "Take another tender; a manager can confirm the clock from the status strip."),
    ),
    Why.VALUE_FROZEN_BY_SILENCE: (
        QT_TRANSLATE_NOOP("Refusal", "Head office was not heard for too long, so stored value rests"),
        QT_TRANSLATE_NOOP("Refusal", "Take another tender. It moves again at the next contact."),
    ),
    Why.VALUE_FROZEN_BY_OFFICE: (
        QT_TRANSLATE_NOOP("Refusal", "Head office has closed this till for stored value"),
        QT_TRANSLATE_NOOP("Refusal", "Take another tender, and call head office. The card works at other tills."),
    ),
    Why.VALUE_OFFLINE: (
        QT_TRANSLATE_NOOP("Refusal", "{usable_minor} can be used here; {elsewhere_minor} lies at head office"),
        QT_TRANSLATE_NOOP("Refusal", "It cannot be reached now. Take the rest with another tender; nothing is lost."),
    ),
    Why.VALUE_AT_OTHER_TILLS: (
        QT_TRANSLATE_NOOP("Refusal", "{usable_minor} can be used here; the rest is at another till"),
        QT_TRANSLATE_NOOP("Refusal", "It was asked to return it: try again in a minute, or take another tender."),
    ),
    Why.VALUE_CAPPED: (
        QT_TRANSLATE_NOOP("Refusal", "{usable_minor} can be used here; this till may hold no more"),
        QT_TRANSLATE_NOOP("Refusal", "Take the rest with another tender, or call head office about the limit."),
    ),
    Why.VALUE_IN_RECOVERY: (
        QT_TRANSLATE_NOOP("Refusal", "{usable_minor} can be used here; head office recovers and lends nothing yet"),
        QT_TRANSLATE_NOOP("Refusal", "Take the rest with another tender; nothing is lost."),
    ),
    Why.VALUE_ANSWER_LATE: (
        QT_TRANSLATE_NOOP("Refusal", "{usable_minor} can be used here; head office did not answer in time"),
        QT_TRANSLATE_NOOP("Refusal", "Try again, or take the rest with another tender; nothing is lost."),
    ),
    Why.RIGHT_SHORT: (
        QT_TRANSLATE_NOOP("Refusal", "The points or coupons of this price are not at this till any more"),
        QT_TRANSLATE_NOOP("Refusal", "Scan the member's card again; the price is worked out anew."),
    ),
    Why.VALUE_NOT_FOR_VALUE: (
        QT_TRANSLATE_NOOP("Refusal", "Stored value cannot pay for stored value"),
        QT_TRANSLATE_NOOP("Refusal", "Take another tender, or transfer from card to card."),
    ),
    Why.VALUE_NOT_SOLD: (
        QT_TRANSLATE_NOOP("Refusal", "This programme has no stored value"),
        QT_TRANSLATE_NOOP("Refusal", "Nothing could be paid with it."),
    ),
    Why.VALUE_NEEDS_PIN: (
        QT_TRANSLATE_NOOP("Refusal", "More than {limit_minor} of stored value needs the customer's PIN"),
        QT_TRANSLATE_NOOP("Refusal", "Have the customer type it, or take another tender."),
    ),
    Why.VALUE_NEEDS_APPROVAL: (
        QT_TRANSLATE_NOOP("Refusal", "More than {limit_minor} of stored value needs a PIN, and this till knows none"),
        QT_TRANSLATE_NOOP("Refusal", "A supervisor checks who it is and allows it, or take another tender."),
    ),
    Why.VALUE_LIMIT: (
        QT_TRANSLATE_NOOP(
            "Refusal", "A card like this may hold {limit_minor} of prepaid money; this one holds {held_minor}"
        ),
        QT_TRANSLATE_NOOP("Refusal", "The law sets the limit. Take no more than {room_minor}."),
    ),
    Why.VALUE_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Refusal", "Only {usable_minor} of this card lies at this till"),
        QT_TRANSLATE_NOOP("Refusal", "The rest lies at head office or other tills: fetch it first, or take less."),
    ),
    Why.OFFER_CHANGED: (
        QT_TRANSLATE_NOOP("Refusal", "What this top-up brings has changed"),
        QT_TRANSLATE_NOOP("Refusal", "Tell the customer, then take the payment again."),
    ),
    Why.TOP_UP_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "This till has no such top-up"),
        QT_TRANSLATE_NOOP("Refusal", "Only the till that took a top-up can undo it."),
    ),
    Why.TOP_UP_USED: (
        QT_TRANSLATE_NOOP("Refusal", "Something of this top-up was spent, or lies elsewhere"),
        QT_TRANSLATE_NOOP("Refusal", "Pay the balance out instead."),
    ),
    Why.SERVICE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "The programme has no such service any more"),
        QT_TRANSLATE_NOOP("Refusal", "Open the list again."),
    ),
    Why.SERVICE_NOT_NOW: (
        QT_TRANSLATE_NOOP("Refusal", "Not for this member, or not today"),
        QT_TRANSLATE_NOOP("Refusal", "The programme says to whom and when."),
    ),
    Why.SERVICE_DRAWN_LATER: (
        QT_TRANSLATE_NOOP("Refusal", "Takes part in the draw of {day}"),
        QT_TRANSLATE_NOOP("Refusal", "Head office draws; a prize that was won is handed out here."),
    ),
    Why.SERVICE_USED_UP: (
        QT_TRANSLATE_NOOP("Refusal", "Had as often as the programme allows"),
        QT_TRANSLATE_NOOP("Refusal", "Again in the next period."),
    ),
    Why.SERVICE_NEEDS_LEASE: (
        QT_TRANSLATE_NOOP("Refusal", "This till holds no right to it"),
        QT_TRANSLATE_NOOP("Refusal", "Head office lends it as soon as the line is there: open the list again."),
    ),
    Why.SERVICE_NONE_LEFT: (
        QT_TRANSLATE_NOOP("Refusal", "The member has none of it"),
        QT_TRANSLATE_NOOP("Refusal", "It has to be bought or earned first."),
    ),
    Why.SERVICE_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Refusal", "It lies at head office or another till"),
        QT_TRANSLATE_NOOP("Refusal", "It comes as soon as the line is there: open the list again."),
    ),
    Why.SERVICE_NOTHING_UNUSED: (
        QT_TRANSLATE_NOOP("Refusal", "Nothing of it is unused, or it was not sold at this till"),
        QT_TRANSLATE_NOOP("Refusal", "Only the till that sold a pass or membership can pay it back."),
    ),
    Why.SERVICE_NOT_UNDONE: (
        QT_TRANSLATE_NOOP("Refusal", "There is no service here that may still be undone"),
        QT_TRANSLATE_NOOP("Refusal", "The till that gave it undoes it, as long as the programme says; never a spin."),
    ),
    Why.SERVICE_BROUGHT_GONE: (
        QT_TRANSLATE_NOOP("Refusal", "Something that it brought was used, or lies elsewhere"),
        QT_TRANSLATE_NOOP("Refusal", "Undo first what used it: the visit before the pass."),
    ),
    Why.POINTS_SHORT: (
        QT_TRANSLATE_NOOP("Refusal", "{missing} points are missing"),
        QT_TRANSLATE_NOOP("Refusal", "More points come with the next purchases."),
    ),
    Why.PHONE_IMPOSSIBLE: (
        QT_TRANSLATE_NOOP("Refusal", "This is no phone number"),
        QT_TRANSLATE_NOOP("Refusal", "A mobile number has 11 digits and begins with 1."),
    ),
    Why.PHONE_TAKEN: (
        QT_TRANSLATE_NOOP("Refusal", "{name} is a member with this phone already"),
        QT_TRANSLATE_NOOP("Refusal", "Open that member, or type another phone number."),
    ),
    Why.NAME_MISSING: (
        QT_TRANSLATE_NOOP("Refusal", "The name is missing"),
        QT_TRANSLATE_NOOP("Refusal", "A surname is enough."),
    ),
    Why.BIRTHDAY_IMPOSSIBLE: (
        QT_TRANSLATE_NOOP("Refusal", "There is no such birthday"),
        QT_TRANSLATE_NOOP("Refusal", "Type year, month and day, as 19900213, or leave it empty."),
    ),
    Why.NOTHING_CHANGED: (
        QT_TRANSLATE_NOOP("Refusal", "Nothing was changed"),
        QT_TRANSLATE_NOOP("Refusal", "Change something, or go back."),
    ),
    Why.CARD_TAKEN: (
        QT_TRANSLATE_NOOP("Refusal", "This card number belongs to somebody already"),
        QT_TRANSLATE_NOOP("Refusal", "Take a new card."),
    ),
    Why.CARD_NOT_OURS: (
        QT_TRANSLATE_NOOP("Refusal", "This is no card number of this shop"),
        QT_TRANSLATE_NOOP("Refusal", "Swipe the new card, or type its number again."),
    ),
    Why.SAME_WALLET: (
        QT_TRANSLATE_NOOP("Refusal", "Both cards open the same wallet"),
        QT_TRANSLATE_NOOP("Refusal", "There is nothing to move."),
    ),
    Why.BASKET_EMPTY: (
        QT_TRANSLATE_NOOP("Refusal", "The basket is empty"),
        QT_TRANSLATE_NOOP("Refusal", "Scan goods first."),
    ),
    Why.TENDER_SHORT: (
        QT_TRANSLATE_NOOP("Refusal", "{remaining_minor} is still to pay"),
        QT_TRANSLATE_NOOP("Refusal", "Take another tender for the rest."),
    ),
    Why.TENDER_TOO_MUCH: (
        QT_TRANSLATE_NOOP("Refusal", "Only cash can be more than what is left to pay: {remaining_minor}"),
        QT_TRANSLATE_NOOP("Refusal", "Type a smaller amount."),
    ),
    Why.CHANGE_TOO_MUCH: (
        QT_TRANSLATE_NOOP("Refusal", "That would be {change_minor} of change"),
        QT_TRANSLATE_NOOP("Refusal", "Check the amount handed over, and type it again."),
    ),
    Why.TENDER_ALONE: (
        QT_TRANSLATE_NOOP("Refusal", "One of these ways to pay does not go together with another"),
        QT_TRANSLATE_NOOP("Refusal", "Take back what was paid (Delete), then pay all of it in one way."),
    ),
    Why.TENDER_WITHOUT_OFFERS: (
        QT_TRANSLATE_NOOP("Refusal", "This way to pay is for goods without offers; the sum is {total_minor} now"),
        QT_TRANSLATE_NOOP("Refusal", "Press it again to take it. Any other way to pay brings the offers back."),
    ),
    Why.OFFERS_ARE_BACK: (
        QT_TRANSLATE_NOOP("Refusal", "The offers are back"),
        QT_TRANSLATE_NOOP("Refusal", "Look at the sum, then press again."),
    ),
    Why.TENDER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "This tender is not in the programme"),
        QT_TRANSLATE_NOOP("Refusal", "Take another one."),
    ),
    Why.AMOUNT_NOT_POSITIVE: (
        QT_TRANSLATE_NOOP("Refusal", "The amount must be more than zero"),
        QT_TRANSLATE_NOOP("Refusal", "Type it again."),
    ),
    Why.QUANTITY_OUT_OF_RANGE: (
        QT_TRANSLATE_NOOP("Refusal", "The quantity must be more than 0 and less than 10,000"),
        QT_TRANSLATE_NOOP("Refusal", "Type it again."),
    ),
    Why.OPERATOR_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "Nobody of this name works here"),
        QT_TRANSLATE_NOOP("Refusal", "Choose a name from the list."),
    ),
    Why.PIN_WRONG: (
        QT_TRANSLATE_NOOP("Refusal", "The PIN is wrong"),
        QT_TRANSLATE_NOOP("Refusal", "Type it again; tries left: {tries_left}."),
    ),
    Why.PIN_LOCKED: (
        QT_TRANSLATE_NOOP("Refusal", "Too many wrong PINs"),
        QT_TRANSLATE_NOOP("Refusal", "Wait {minutes} min, or somebody else signs on."),
    ),
    Why.PIN_TOO_SHORT: (
        QT_TRANSLATE_NOOP("Refusal", "This PIN is too short"),
        QT_TRANSLATE_NOOP("Refusal", "Take {digits} digits or more."),
    ),
    Why.PIN_AS_BEFORE: (
        QT_TRANSLATE_NOOP("Refusal", "This is the PIN you have"),
        QT_TRANSLATE_NOOP("Refusal", "Take another one."),
    ),
    Why.PIN_NOT_REPEATED: (
        QT_TRANSLATE_NOOP("Refusal", "The new PIN was not typed twice alike"),
        QT_TRANSLATE_NOOP("Refusal", "Type it again, both times."),
    ),
    Why.NOT_PERMITTED: (
        QT_TRANSLATE_NOOP("Refusal", "You may not do this: {permission}"),
        QT_TRANSLATE_NOOP("Refusal", "Ask a supervisor or manager to approve it."),
    ),
    Why.REASON_MISSING: (
        QT_TRANSLATE_NOOP("Refusal", "A reason is needed"),
        QT_TRANSLATE_NOOP("Refusal", "Type why; it stays on record."),
    ),
    Why.SHIFT_NOT_OPEN: (
        QT_TRANSLATE_NOOP("Refusal", "No shift is open"),
        QT_TRANSLATE_NOOP("Refusal", "Open one with F9; the basket stays."),
    ),
    Why.SHIFT_ALREADY_OPEN: (
        QT_TRANSLATE_NOOP("Refusal", "A shift is open already"),
        QT_TRANSLATE_NOOP("Refusal", "Go on with it, or close it first."),
    ),
    Why.SHIFT_OF_ANOTHER_DAY: (
        QT_TRANSLATE_NOOP("Refusal", "The open shift is of another day"),
        QT_TRANSLATE_NOOP("Refusal", "Count the drawer and close it with F9, then open a new one."),
    ),
    Why.BASKETS_ON_HOLD: (
        QT_TRANSLATE_NOOP("Refusal", "Baskets are still on hold: {count}"),
        QT_TRANSLATE_NOOP("Refusal", "Recall each with F7 and sell or clear it."),
    ),
    Why.SALE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "This till has no such receipt"),
        QT_TRANSLATE_NOOP("Refusal", "Check the number, or choose from the recent sales."),
    ),
    Why.REFUND_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Refusal", "The right to refund receipt {receipt} lies at another till"),
        QT_TRANSLATE_NOOP("Refusal", "Ask for it once head office is reached, or refund it there."),
    ),
    Why.REFUND_OFFLINE: (
        QT_TRANSLATE_NOOP("Refusal", "This is another till's receipt, and head office cannot be reached"),
        QT_TRANSLATE_NOOP("Refusal", "Refund it at the till that sold it, or once the line is back."),
    ),
    Why.LOOKED_UP_TOO_OFTEN: (
        QT_TRANSLATE_NOOP("Refusal", "This till has looked up too many members or receipts elsewhere"),
        QT_TRANSLATE_NOOP("Refusal", "Wait a few minutes; head office has been told."),
    ),
    Why.REFUND_CAPPED: (
        QT_TRANSLATE_NOOP("Refusal", "Without the other till's word no more than {amount_minor} may go back"),
        QT_TRANSLATE_NOOP("Refusal", "Pick less, or wait until that till has answered."),
    ),
    Why.REFUND_KNOWN_HERE: (
        QT_TRANSLATE_NOOP("Refusal", "This till knows what was sold on receipt {receipt}: no advance is paid on it"),
        QT_TRANSLATE_NOOP("Refusal", "Refund the sale itself: enter its number again and pick what comes back."),
    ),
    Why.REFUND_TOO_MUCH: (
        QT_TRANSLATE_NOOP("Refusal", "That is more than was sold and not yet refunded"),
        QT_TRANSLATE_NOOP("Refusal", "Choose a smaller quantity."),
    ),
    Why.REFUND_TOO_LATE: (
        QT_TRANSLATE_NOOP("Refusal", "Goods come back or are exchanged within {days} days of the sale"),
        QT_TRANSLATE_NOOP("Refusal", "A manager may allow it later: do it again and have the manager approve it."),
    ),
    Why.REFUND_NOTHING: (
        QT_TRANSLATE_NOOP("Refusal", "Nothing is chosen to go back"),
        QT_TRANSLATE_NOOP("Refusal", "Choose lines and quantities."),
    ),
    Why.PRICE_CHANGED: (
        QT_TRANSLATE_NOOP("Refusal", "The price has changed to {total_minor}"),
        QT_TRANSLATE_NOOP("Refusal", "Tell the customer, then take the payment again."),
    ),
    Why.GOODS_NOT_FOR_THEM: (
        QT_TRANSLATE_NOOP("Refusal", "{name}: not for this customer, or not now"),
        QT_TRANSLATE_NOOP("Refusal", "The programme says who may buy it and when. It was not put into the basket."),
    ),
    Why.GOODS_NEED_CARD: (
        QT_TRANSLATE_NOOP("Refusal", "{name}: not without a member's card, or not now"),
        QT_TRANSLATE_NOOP("Refusal", "Swipe the card first, then scan again."),
    ),
    Why.GOODS_TOO_MANY: (
        QT_TRANSLATE_NOOP("Refusal", "{name}: at most {allowed} for this customer now"),
        QT_TRANSLATE_NOOP("Refusal", "Take the rest out of the basket."),
    ),
    Why.GOODS_NEED_LEASE: (
        QT_TRANSLATE_NOOP("Refusal", "{name}: this till does not know how many are left"),
        QT_TRANSLATE_NOOP("Refusal", "Head office tells as soon as the line is there: scan again in a moment."),
    ),
    Why.HELD_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "This basket was taken up already"),
        QT_TRANSLATE_NOOP("Refusal", "Choose another one."),
    ),
    Why.PAYMENT_DECLINED: (
        QT_TRANSLATE_NOOP("Refusal", "The payment was refused; nothing was taken"),
        QT_TRANSLATE_NOOP("Refusal", "Try again, or pay another way."),
    ),
    Why.PAYMENT_TIMED_OUT: (
        QT_TRANSLATE_NOOP("Refusal", "It was not paid in time; nothing was taken"),
        QT_TRANSLATE_NOOP("Refusal", "Try again, or pay another way."),
    ),
    Why.PAYMENT_NO_LINE: (
        QT_TRANSLATE_NOOP("Refusal", "The payment service cannot be reached; nothing was taken"),
        QT_TRANSLATE_NOOP("Refusal", "Check its line, or pay another way."),
    ),
    Why.PAYMENT_CODE_BAD: (
        QT_TRANSLATE_NOOP("Refusal", "This payment code is not good; nothing was taken"),
        QT_TRANSLATE_NOOP("Refusal", "Have a fresh code shown on the phone, then try again."),
    ),
    Why.PAYMENT_CANCELLED: (
        QT_TRANSLATE_NOOP("Refusal", "The payment was cancelled; nothing was taken"),
        QT_TRANSLATE_NOOP("Refusal", "Try again, or pay another way."),
    ),
    Why.PAYMENT_NOT_BACK: (
        QT_TRANSLATE_NOOP("Refusal", "The payment could not be paid back; it is kept for later"),
        QT_TRANSLATE_NOOP("Refusal", "Try again in a moment. It is offered again at the next payment."),
    ),
}

_PERMISSIONS: dict[Permission, str] = {
    Permission.SELL: QT_TRANSLATE_NOOP("Permission", "sell"),
    Permission.REFUND: QT_TRANSLATE_NOOP("Permission", "refund"),
    Permission.TOP_UP: QT_TRANSLATE_NOOP("Permission", "top up a card"),
    Permission.REFUND_VALUE: QT_TRANSLATE_NOOP("Permission", "pay stored value out"),
    Permission.UNDO_SERVICE: QT_TRANSLATE_NOOP("Permission", "undo a service"),
    Permission.TRANSFER_VALUE: QT_TRANSLATE_NOOP("Permission", "move stored value to another card"),
    Permission.STOP_CARD: QT_TRANSLATE_NOOP("Permission", "freeze a card or report it lost"),
    Permission.CHANGE_CARD: QT_TRANSLATE_NOOP("Permission", "issue, replace or release a card"),
    Permission.PRICE_OVERRIDE: QT_TRANSLATE_NOOP("Permission", "change a price"),
    Permission.VALUE_WITHOUT_PIN: QT_TRANSLATE_NOOP("Permission", "take much stored value without a PIN"),
    Permission.LATE_REFUND: QT_TRANSLATE_NOOP("Permission", "take goods back after the time for it"),
    Permission.SALE_EXCEPTION: QT_TRANSLATE_NOOP("Permission", "sell against a sale rule"),
    Permission.OPEN_DRAWER: QT_TRANSLATE_NOOP("Permission", "open the drawer"),
    Permission.CASH_MOVEMENT: QT_TRANSLATE_NOOP("Permission", "put cash in or take it out"),
    Permission.OPEN_SHIFT: QT_TRANSLATE_NOOP("Permission", "open a shift"),
    Permission.CLOSE_SHIFT: QT_TRANSLATE_NOOP("Permission", "close the shift"),
    Permission.READ_X: QT_TRANSLATE_NOOP("Permission", "read the X report"),
    Permission.VIEW_MEMBERS: QT_TRANSLATE_NOOP("Permission", "look at members"),
    Permission.REGISTER_MEMBER: QT_TRANSLATE_NOOP("Permission", "register and change members"),
    Permission.REFUND_AT_RISK: QT_TRANSLATE_NOOP("Permission", "refund another till's sale without its word"),
    Permission.MERGE_MEMBERS: QT_TRANSLATE_NOOP("Permission", "merge and erase members"),
    Permission.CHANGE_SETTINGS: QT_TRANSLATE_NOOP("Permission", "change settings"),
    Permission.CONFIRM_CLOCK: QT_TRANSLATE_NOOP("Permission", "confirm the clock"),
    Permission.CLOSE_PAYMENT: QT_TRANSLATE_NOOP("Permission", "say how a payment ended"),
}


def refusal_words(refused: Refused) -> RefusalWords:
    """The refusal in the language of the screens."""
    what, remedy = _WORDS[refused.why]
    facts = _Facts((name, _fact_text(name, fact)) for name, fact in refused.facts.items())
    return RefusalWords(_filled(what, facts), _filled(remedy, facts))


def permission_name(permission: Permission) -> str:
    """What a permission allows, as words that follow “may”."""
    return QCoreApplication.translate("Permission", _PERMISSIONS[permission])


def trouble_words(error: BaseException) -> RefusalWords:
    """The environment's faults and our own, in words."""
    if isinstance(error, StoreFullError):
        what = QCoreApplication.translate("Refusal", "The disk of this till is full; nothing of this was kept")
        remedy = QCoreApplication.translate("Refusal", "Free some space, then do it again. Sales so far are safe.")
    elif isinstance(error, StoreUnavailableError):
        what = QCoreApplication.translate("Refusal", "The till cannot read or write its data")
        remedy = QCoreApplication.translate(
            "Refusal", "Stop selling here, call for support, and leave the till switched on."
        )
    else:
        what = QCoreApplication.translate("Refusal", "Something went wrong inside the till; nothing was kept of it")
        remedy = QCoreApplication.translate("Refusal", "Try once more. If it happens again, call for support.")
    return RefusalWords(what, remedy)


class _Facts(dict[str, str]):
    """A fact that was not given leaves no hole in the sentence."""

    def __missing__(self, name: str) -> str:
        return ""


def _filled(source: str, facts: _Facts) -> str:
    text = QCoreApplication.translate("Refusal", source).format_map(facts)
    return text.replace("  ", " ").strip().rstrip(":：").strip()


def _fact_text(name: str, fact: Fact) -> str:
    if name.endswith("_minor") and isinstance(fact, int):
        return money(fact)
    if name == "permission":
        return permission_name(Permission(str(fact)))
    return str(fact)
