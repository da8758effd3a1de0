"""How a trial payment went, in words with the remedy."""

from PySide6.QtCore import QCoreApplication

from app.domain.payment import Outcome
from app.ports.payment import Answer, Trouble
from app.ui.theme.tokens import Tone

translate = QCoreApplication.translate


def trial_words(answer: Answer) -> tuple[str, str, Tone]:
    """What came of it, what to do, and how good that is."""
    if answer.outcome is Outcome.PAID:
        return translate("Payments", "It was paid and goes back"), "", Tone.ACCENT
    if answer.outcome is Outcome.UNKNOWN:
        what = translate("Payments", "Nobody knows what came of it")
        return what, translate("Payments", "Look at the terminal or the phone."), Tone.BAD
    if answer.trouble is Trouble.NO_LINE:
        what = translate("Payments", "Nobody answers there")
        return what, translate("Payments", "Check address, port and line."), Tone.BAD
    what = translate("Payments", "The gateway answers; it was not paid")
    return what, translate("Payments", "So the line is good."), Tone.WARN
