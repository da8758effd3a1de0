"""The wizard's words: the name of each step, what is missing, what went wrong and what helps."""

from PySide6.QtCore import QCoreApplication

from app.ports.set_up import Hitch
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.wizard.presenter import Gap
from app.ui.wizard.steps import Step

_STEPS: dict[Step, tuple[str, str, str]] = {
    Step.LANGUAGE: (
        QT_TRANSLATE_NOOP("Wizard", "Language"),
        QT_TRANSLATE_NOOP("Wizard", "Welcome"),
        QT_TRANSLATE_NOOP("Wizard", "A few questions, then this till can sell. Nothing is kept before the last one."),
    ),
    Step.KIND: (
        QT_TRANSLATE_NOOP("Wizard", "One shop or a chain"),
        QT_TRANSLATE_NOOP("Wizard", "Does this till belong to a chain?"),
        QT_TRANSLATE_NOOP("Wizard", "A shop of its own can join a chain later, with its members and all it has sold."),
    ),
    Step.CODE: (
        QT_TRANSLATE_NOOP("Wizard", "Head office"),
        QT_TRANSLATE_NOOP("Wizard", "The code of head office"),
        QT_TRANSLATE_NOOP(
            "Wizard",
            "Head office makes it with 'membertill-office enrol-code': for one till, good for 15 minutes.",
        ),
    ),
    Step.SHOP: (
        QT_TRANSLATE_NOOP("Wizard", "Shop"),
        QT_TRANSLATE_NOOP("Wizard", "What stands on every receipt"),
        QT_TRANSLATE_NOOP("Wizard", "All of it can be changed later under settings."),
    ),
    Step.PROGRAMME: (
        QT_TRANSLATE_NOOP("Wizard", "Programme"),
        QT_TRANSLATE_NOOP("Wizard", "What your members are granted"),
        QT_TRANSLATE_NOOP("Wizard", "Tiers, points, promotions and ways to pay come from a programme. Choose one."),
    ),
    Step.DEVICES: (
        QT_TRANSLATE_NOOP("Wizard", "Printer"),
        QT_TRANSLATE_NOOP("Wizard", "The receipt printer"),
        QT_TRANSLATE_NOOP("Wizard", "It may wait: settings have the same page. Keyboard scanners need nothing."),
    ),
    Step.OPERATOR: (
        QT_TRANSLATE_NOOP("Wizard", "First person"),
        QT_TRANSLATE_NOOP("Wizard", "Who is the manager?"),
        QT_TRANSLATE_NOOP("Wizard", "The first person to sign on, who may do everything. Keep the PIN to yourself."),
    ),
}

_GAPS: dict[Gap, tuple[str, str]] = {
    Gap.CODE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Wizard", "This is no whole code"),
        QT_TRANSLATE_NOOP(
            "Wizard", "Take the whole line: it begins with https:// and ends in the certificate's fingerprint."
        ),
    ),
    Gap.NOT_COMPARED: (
        QT_TRANSLATE_NOOP("Wizard", "Please compare the fingerprint"),
        QT_TRANSLATE_NOOP("Wizard", "If head office shows the same one, say so with F2."),
    ),
    Gap.SHOP_NAME: (
        QT_TRANSLATE_NOOP("Wizard", "The shop needs a name"),
        QT_TRANSLATE_NOOP("Wizard", "It stands at the top of every receipt."),
    ),
    Gap.MANAGER_NAME: (
        QT_TRANSLATE_NOOP("Wizard", "The manager needs a name"),
        QT_TRANSLATE_NOOP("Wizard", "It stands on the sign-on and on receipts."),
    ),
    Gap.PIN_TOO_SHORT: (
        QT_TRANSLATE_NOOP("Wizard", "The PIN is too short"),
        QT_TRANSLATE_NOOP("Wizard", "Take four digits or more."),
    ),
    Gap.PIN_NOT_REPEATED: (
        QT_TRANSLATE_NOOP("Wizard", "The PIN was not typed twice alike"),
        QT_TRANSLATE_NOOP("Wizard", "Type it again, both times."),
    ),
}

_HITCHES: dict[Hitch, tuple[str, str]] = {
    Hitch.CODE_WRONG: (
        QT_TRANSLATE_NOOP("Wizard", "Head office does not know this code"),
        QT_TRANSLATE_NOOP("Wizard", "Type it again, letter by letter. After five wrong tries it needs a new one."),
    ),
    Hitch.CODE_EXPIRED: (
        QT_TRANSLATE_NOOP("Wizard", "This code has run out"),
        QT_TRANSLATE_NOOP("Wizard", "A code is good for 15 minutes. Ask head office for a new one."),
    ),
    Hitch.CODE_SPENT: (
        QT_TRANSLATE_NOOP("Wizard", "This code was tried wrongly five times"),
        QT_TRANSLATE_NOOP("Wizard", "It is good for nothing any more. Ask head office for a new one."),
    ),
    Hitch.CODE_USED: (
        QT_TRANSLATE_NOOP("Wizard", "This code was used already"),
        QT_TRANSLATE_NOOP("Wizard", "Each till needs a code of its own. Ask head office for another one."),
    ),
    Hitch.CODE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Wizard", "This is no whole code"),
        QT_TRANSLATE_NOOP(
            "Wizard", "Take the whole line: it begins with https:// and ends in the certificate's fingerprint."
        ),
    ),
    Hitch.REFUSED: (
        QT_TRANSLATE_NOOP("Wizard", "Head office refuses this till"),
        QT_TRANSLATE_NOOP("Wizard", "Call head office: {detail}."),
    ),
    Hitch.UNREACHABLE: (
        QT_TRANSLATE_NOOP("Wizard", "Head office cannot be reached"),
        QT_TRANSLATE_NOOP("Wizard", "Is the network on, and does head office run? Try again; the code is still good."),
    ),
    Hitch.STRANGER: (
        QT_TRANSLATE_NOOP("Wizard", "Something else answers at this address"),
        QT_TRANSLATE_NOOP("Wizard", "Its certificate is not the code's, so nothing was sent. Check the address."),
    ),
    Hitch.BUSY: (
        QT_TRANSLATE_NOOP("Wizard", "Head office is busy"),
        QT_TRANSLATE_NOOP("Wizard", "Wait a moment and try again."),
    ),
    Hitch.DISK_FULL: (
        QT_TRANSLATE_NOOP("Wizard", "The disk is full"),
        QT_TRANSLATE_NOOP("Wizard", "Free some space and try again; nothing half made was left."),
    ),
    Hitch.STORE: (
        QT_TRANSLATE_NOOP("Wizard", "The till could not be set up"),
        QT_TRANSLATE_NOOP("Wizard", "Nothing half made was left. Try again; if it stays so, call support: {detail}."),
    ),
}


def step_words(step: Step) -> tuple[str, str, str]:
    """A step's name in the list, its headline, and a sentence."""
    name, headline, hint = _STEPS[step]
    return _tr(name), _tr(headline), _tr(hint)


def gap_words(gap: Gap) -> tuple[str, str]:
    """What is missing, and what helps."""
    what, remedy = _GAPS[gap]
    return _tr(what), _tr(remedy)


def hitch_words(hitch: Hitch, detail: str) -> tuple[str, str]:
    """What went wrong, and what helps."""
    what, remedy = _HITCHES[hitch]
    return _tr(what), _tr(remedy).format(detail=detail or "?")


def _tr(source: str) -> str:
    return QCoreApplication.translate("Wizard", source)
