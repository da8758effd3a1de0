"""Members' facts in words."""

from PySide6.QtCore import QCoreApplication

from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Unit
from app.domain.member import CardState, Consent, Member
from app.domain.pets import Pet
from app.domain.programme.explain import explain_progress
from app.domain.programme.model import MemberField
from app.domain.programme.people import main_tier
from app.domain.programme.progress import TierProgress
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.amount import money

_UNITS = {
    PRINCIPAL: QT_TRANSLATE_NOOP("Member", "Stored value"),
    BONUS: QT_TRANSLATE_NOOP("Member", "Bonus value"),
    POINTS: QT_TRANSLATE_NOOP("Member", "Points"),
}
_CONSENTS = {
    (Consent.MESSAGES, True): QT_TRANSLATE_NOOP("Member", "wants messages"),
    (Consent.MESSAGES, False): QT_TRANSLATE_NOOP("Member", "no messages"),
    (Consent.PARTNERS, True): QT_TRANSLATE_NOOP("Member", "shares data with partners"),
    (Consent.PARTNERS, False): QT_TRANSLATE_NOOP("Member", "no data to partners"),
}
_ANSWERS = {"yes": QT_TRANSLATE_NOOP("Member", "Yes"), "no": QT_TRANSLATE_NOOP("Member", "No")}
_CARD_STATES = {
    CardState.ACTIVE: (QT_TRANSLATE_NOOP("Member", "Active"), Tone.ACCENT, Icon.CHECK),
    CardState.FROZEN: (QT_TRANSLATE_NOOP("Member", "Frozen"), Tone.WARN, Icon.LOCK),
    CardState.LOST: (QT_TRANSLATE_NOOP("Member", "Reported lost"), Tone.BAD, Icon.WARN),
    CardState.REPLACED: (QT_TRANSLATE_NOOP("Member", "Replaced"), Tone.PLAIN, Icon.CLOSE),
}


def consent_facts(member: Member) -> list[str]:
    """What the member allows, as it was answered."""
    return [
        QCoreApplication.translate("Member", _CONSENTS[consent, said.given])
        for consent, said in sorted(member.consents.items())
    ]


def declared_facts(member: Member, session: Session) -> list[str]:
    """What the shop has noted in the fields its programme declares."""
    fields = {field.id: field for field in session.programme.fields if not field.sealed}
    return [
        f"{session.name(fields[name].names)}: {value_words(fields[name], value, session)}"
        for name, value in member.fields.items()
        if name in fields
    ]


def pet_fact(pet: Pet, session: Session) -> str:
    """A pet by its name, with what the shop has noted of it."""
    declared = [field for field in session.programme.fields if field.of == "pet" and pet.fields.get(field.id)]
    words = [value_words(field, pet.fields[field.id], session) for field in declared]
    return f"{pet.name} ({', '.join(words)})" if words else pet.name


def value_words(field: MemberField, value: str, session: Session) -> str:
    """What stands in a declared field, as people say it."""
    if field.type == "yes_no" and value in _ANSWERS:
        return QCoreApplication.translate("Member", _ANSWERS[value])
    return session.name(field.names_of(value))


def unit_name(unit: Unit) -> str:
    """A unit of the wallet."""
    return QCoreApplication.translate("Member", _UNITS[unit])


def unit_text(unit: Unit, amount: int) -> str:
    """An amount of it: money as money, points as a number."""
    return f"{amount:,}" if unit == POINTS else money(amount)


def card_state(state: CardState) -> tuple[str, Tone, Icon]:
    """A card's state as a badge."""
    word, tone, icon = _CARD_STATES[state]
    return QCoreApplication.translate("Member", word), tone, icon


def card_text(number: str) -> str:
    """A card number in groups of four."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def phone_text(phone: str) -> str:
    """A whole phone number, easy to read out: `138 1234 5678`."""
    return f"{phone[:3]} {phone[3:7]} {phone[7:]}" if len(phone) == 11 else phone


def masked_phone(phone: str) -> str:
    """A phone number for a list that others may see: `138****5678`."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 8 else phone


def tier_name(member: Member, session: Session) -> str:
    """The main tier, or nothing in a programme without any."""
    tier = main_tier(member, session.programme)
    return session.name(tier.names) if tier else ""


def progress_words(ahead: TierProgress, session: Session) -> str:
    """What is missing to the next tier, in the words of the programme."""
    return explain_progress(ahead, session.programme, session.words, session.language)
