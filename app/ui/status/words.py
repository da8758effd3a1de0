"""What each sign on the strip says, and the remedy when it is clicked."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.ports.printer import PrinterCondition
from app.ui.session import Session
from app.ui.status.till_status import TillStatus
from app.ui.sync.words import moment, office_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.amount import money

_PRINTER: dict[PrinterCondition, tuple[str, str]] = {
    PrinterCondition.READY: (
        QT_TRANSLATE_NOOP("Status", "Printer ready"),
        QT_TRANSLATE_NOOP("Status", "Receipts print as sales are made."),
    ),
    PrinterCondition.PAPER_NEAR_END: (
        QT_TRANSLATE_NOOP("Status", "Paper near its end"),
        QT_TRANSLATE_NOOP("Status", "Have a new roll at hand; printing goes on."),
    ),
    PrinterCondition.PAPER_OUT: (
        QT_TRANSLATE_NOOP("Status", "Printer out of paper"),
        QT_TRANSLATE_NOOP("Status", "Put in a new roll. Selling goes on; receipts wait and print by themselves."),
    ),
    PrinterCondition.COVER_OPEN: (
        QT_TRANSLATE_NOOP("Status", "Printer cover open"),
        QT_TRANSLATE_NOOP("Status", "Close the cover. Selling goes on; receipts wait and print by themselves."),
    ),
    PrinterCondition.OFFLINE: (
        QT_TRANSLATE_NOOP("Status", "Printer off"),
        QT_TRANSLATE_NOOP("Status", "Check switch and cable. Selling goes on; receipts wait and print by themselves."),
    ),
    PrinterCondition.TIMEOUT: (
        QT_TRANSLATE_NOOP("Status", "Printer does not answer"),
        QT_TRANSLATE_NOOP("Status", "Switch it off and on. Selling goes on; receipts wait and print by themselves."),
    ),
    PrinterCondition.UNKNOWN: (
        QT_TRANSLATE_NOOP("Status", "Printer in use"),
        QT_TRANSLATE_NOOP("Status", "This printer cannot tell how it is; look at the paper now and then."),
    ),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: short word, tone, and what a click explains."""

    icon: Icon
    word: str
    tone: Tone
    explanation: str


def printer_sign(status: TillStatus) -> Sign:
    """How the printer is."""
    if status.printer is None:
        word = QCoreApplication.translate("Status", "No printer")
        remedy = QCoreApplication.translate("Status", "Choose one under F10, Settings. Receipts are kept until then.")
        return Sign(Icon.PRINTER, word, Tone.PLAIN, remedy)
    word, remedy = (QCoreApplication.translate("Status", text) for text in _PRINTER[status.printer])
    tone = Tone.BAD if status.printer_needs_help else Tone.PLAIN
    if status.printer_needs_help and status.slips_waiting:
        waiting = QCoreApplication.translate("Status", "{word} · {count} wait")
        word = waiting.format(word=word, count=status.slips_waiting)
    if status.printer is PrinterCondition.PAPER_NEAR_END:
        tone = Tone.WARN
    return Sign(Icon.PRINTER, word, tone, remedy)


def slips_sign(status: TillStatus) -> Sign:
    """Receipts that wait for the printer."""
    count = status.slips_waiting
    word = QCoreApplication.translate("Status", "{count} to print").format(count=count)
    if status.printer is None:
        remedy = QCoreApplication.translate("Status", "No printer is set up. Choose one under F10, or drop them.")
        return Sign(Icon.INBOX, word, Tone.PLAIN, remedy)
    remedy = QCoreApplication.translate("Status", "These slips were not printed yet. Print them now, or drop them.")
    return Sign(Icon.INBOX, word, Tone.WARN, remedy)


def scanner_sign(status: TillStatus) -> Sign:
    """How scanners are."""
    if status.unplugged:
        word = QCoreApplication.translate("Status", "Scanner unplugged")
        names = ", ".join(status.unplugged)
        remedy = QCoreApplication.translate("Status", "Check the cable of {names}; it is found again by itself.")
        return Sign(Icon.SCAN, word, Tone.WARN, remedy.format(names=names))
    if not status.scanner_ready:
        word = QCoreApplication.translate("Status", "No scanner")
        remedy = QCoreApplication.translate("Status", "Type codes meanwhile; set a scanner up under F10, Settings.")
        return Sign(Icon.SCAN, word, Tone.WARN, remedy)
    word = QCoreApplication.translate("Status", "Scanner ready")
    remedy = QCoreApplication.translate("Status", "Scan at any time, on any screen: nothing is lost.")
    return Sign(Icon.SCAN, word, Tone.PLAIN, remedy)


def reader_sign(status: TillStatus) -> Sign:
    """How card readers are; they come in by the same doors as scanners."""
    if status.scanner_ready:
        word = QCoreApplication.translate("Status", "Reader ready")
        return Sign(
            Icon.CARD, word, Tone.PLAIN, QCoreApplication.translate("Status", "Swipe a member's card at any time.")
        )
    word = QCoreApplication.translate("Status", "No reader")
    remedy = QCoreApplication.translate("Status", "Find members by phone with F2 meanwhile.")
    return Sign(Icon.CARD, word, Tone.WARN, remedy)


def line_sign(status: TillStatus, session: Session) -> Sign:
    """Whether head office can be reached, and what waits for it."""
    words = office_words(status.office, partial(moment, session))
    return Sign(words.icon, words.short, words.tone, f"{words.headline}\n{words.advice}")


def pole_sign() -> Sign:
    """The pole display cannot be reached."""
    word = QCoreApplication.translate("Status", "Pole display gone")
    remedy = QCoreApplication.translate(
        "Status",
        "Selling goes on. Check its cable; it comes back by itself. Its port is chosen under F10, Settings.",
    )
    return Sign(Icon.PRICE, word, Tone.WARN, remedy)


def second_copy_sign(status: TillStatus) -> Sign:
    """The second journal cannot be written."""
    word = QCoreApplication.translate("Status", "Second copy missing")
    remedy = QCoreApplication.translate(
        "Status",
        "Sales are safe in this till, but their second copy cannot be written: {detail}. Check the disk or stick that "
        "holds it; the copy is completed by itself.",
    )
    return Sign(Icon.WARN, word, Tone.BAD, remedy.format(detail=status.second_copy_fault))


def clock_sign() -> Sign:
    """The clock jumped."""
    word = QCoreApplication.translate("Status", "Check the clock")
    remedy = QCoreApplication.translate(
        "Status", "The clock of this till jumped. Stored value rests until a manager has checked date and time."
    )
    return Sign(Icon.CLOCK, word, Tone.BAD, remedy)


def shift_sign(session: Session) -> Sign:
    """The open shift."""
    shift = session.shift
    if shift is None:
        word = QCoreApplication.translate("Status", "No shift")
        remedy = QCoreApplication.translate("Status", "Count the float and open one with F9; then sales can be paid.")
        return Sign(Icon.SHIFT, word, Tone.WARN, remedy)
    word = QCoreApplication.translate("Status", "Shift {number}").format(number=shift.number)
    if shift.business_date != session.day():
        remedy = QCoreApplication.translate(
            "Status", "This shift is of {day}. Close it with F9 and open today's when you can."
        )
        return Sign(
            Icon.SHIFT, f"{word} · {shift.business_date[5:]}", Tone.WARN, remedy.format(day=shift.business_date)
        )
    remedy = QCoreApplication.translate("Status", "Open since {time}, float {amount}.")
    words = remedy.format(time=session.time_of(shift.opened_at)[11:16], amount=money(shift.float_minor))
    return Sign(Icon.SHIFT, word, Tone.PLAIN, words)


def operator_sign(session: Session) -> Sign:
    """Who works."""
    if session.operator is None:
        word = QCoreApplication.translate("Status", "Nobody")
        return Sign(Icon.MEMBER, word, Tone.PLAIN, QCoreApplication.translate("Status", "Sign on to work."))
    remedy = QCoreApplication.translate("Status", "Lock the till with F11 when you leave it; the basket stays.")
    return Sign(Icon.MEMBER, session.operator.name, Tone.PLAIN, remedy)
