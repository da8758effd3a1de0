"""What a printer says of itself, in words with a remedy."""

from PySide6.QtCore import QCoreApplication

from app.ports.printer import PrinterCondition
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP

_WORDS = {
    PrinterCondition.READY: (
        QT_TRANSLATE_NOOP("Printer", "The printer is ready"),
        QT_TRANSLATE_NOOP("Printer", "Look at the page: all characters whole, the paper cut, the drawer open?"),
        Tone.ACCENT,
    ),
    PrinterCondition.PAPER_NEAR_END: (
        QT_TRANSLATE_NOOP("Printer", "The paper is nearly at its end"),
        QT_TRANSLATE_NOOP("Printer", "Keep a new roll ready."),
        Tone.WARN,
    ),
    PrinterCondition.PAPER_OUT: (
        QT_TRANSLATE_NOOP("Printer", "The printer is out of paper"),
        QT_TRANSLATE_NOOP("Printer", "Put in a new roll; waiting slips print by themselves."),
        Tone.BAD,
    ),
    PrinterCondition.COVER_OPEN: (
        QT_TRANSLATE_NOOP("Printer", "The printer's cover is open"),
        QT_TRANSLATE_NOOP("Printer", "Close it; waiting slips print by themselves."),
        Tone.BAD,
    ),
    PrinterCondition.OFFLINE: (
        QT_TRANSLATE_NOOP("Printer", "The printer cannot be reached"),
        QT_TRANSLATE_NOOP("Printer", "Is it switched on, is the cable in, is the address right?"),
        Tone.BAD,
    ),
    PrinterCondition.TIMEOUT: (
        QT_TRANSLATE_NOOP("Printer", "The printer did not answer in time"),
        QT_TRANSLATE_NOOP("Printer", "Is it switched on, and is the baud rate right?"),
        Tone.BAD,
    ),
    PrinterCondition.UNKNOWN: (
        QT_TRANSLATE_NOOP("Printer", "The page was sent; this printer does not say how it is"),
        QT_TRANSLATE_NOOP("Printer", "Look whether it came out."),
        Tone.WARN,
    ),
}


def condition_words(condition: PrinterCondition) -> tuple[str, str, Tone]:
    """What is the matter, what to do, and how bad it is."""
    what, remedy, tone = _WORDS[condition]
    return QCoreApplication.translate("Printer", what), QCoreApplication.translate("Printer", remedy), tone
