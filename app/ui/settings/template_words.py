"""What is wrong in a template file, and in a picture, in a sentence."""

from PySide6.QtCore import QCoreApplication

from app.domain.receipt.forms import Form
from app.domain.receipt.template_file import Problem, TemplateFault
from app.ports.device_bench import LogoTrouble
from app.ui.translation import QT_TRANSLATE_NOOP

_FORMS = {
    Form.SALE: QT_TRANSLATE_NOOP("Template", "Receipt"),
    Form.GIFT: QT_TRANSLATE_NOOP("Template", "Gift receipt"),
    Form.REFUND: QT_TRANSLATE_NOOP("Template", "Refund slip"),
    Form.VALUE: QT_TRANSLATE_NOOP("Template", "Stored-value slip"),
    Form.SERVICE: QT_TRANSLATE_NOOP("Template", "Pass or service slip"),
    Form.X_REPORT: QT_TRANSLATE_NOOP("Template", "X report"),
    Form.Z_REPORT: QT_TRANSLATE_NOOP("Template", "Z report"),
    Form.SHIFT: QT_TRANSLATE_NOOP("Template", "Shift slip"),
    Form.TEST: QT_TRANSLATE_NOOP("Template", "Test page"),
}
_PROBLEMS = {
    Problem.NOT_TOML: QT_TRANSLATE_NOOP("Template", "Line {line}: this cannot be read: {found}"),
    Problem.UNKNOWN_KEY: QT_TRANSLATE_NOOP("Template", "Line {line}: '{found}' is not known here; known: {allowed}"),
    Problem.UNKNOWN_PART: QT_TRANSLATE_NOOP("Template", "Line {line}: this slip has no '{found}'; it has: {allowed}"),
    Problem.UNKNOWN_WORD: QT_TRANSLATE_NOOP("Template", "Line {line}: no slip says '{found}'; known: {allowed}"),
    Problem.NO_ENTRIES: QT_TRANSLATE_NOOP("Template", "Line {line}: a list is expected: slip = [ … ], of: {allowed}"),
    Problem.NOT_TEXT: QT_TRANSLATE_NOOP("Template", "Line {line}: after {found} words in quotes are expected"),
    Problem.NOT_YES_NO: QT_TRANSLATE_NOOP("Template", "Line {line}: after {found} true or false is expected"),
    Problem.NOT_LINES: QT_TRANSLATE_NOOP("Template", "Line {line}: {found} blank lines; {allowed} are expected"),
    Problem.NOT_BARS: QT_TRANSLATE_NOOP("Template", "Line {line}: bars hold plain letters and figures, not '{found}'"),
}
_LOGO = {
    LogoTrouble.TOO_BIG: QT_TRANSLATE_NOOP("Template", "The picture is too big: at most 5 MB and 20 million pixels."),
    LogoTrouble.NOT_A_PICTURE: QT_TRANSLATE_NOOP("Template", "This file is no picture. PNG, JPEG, BMP and GIF are."),
    LogoTrouble.UNREADABLE: QT_TRANSLATE_NOOP("Template", "The picture could not be read or kept."),
}


def form_name(form: Form) -> str:
    """What kind of slip it is."""
    return QCoreApplication.translate("Template", _FORMS[form])


def fault_words(fault: TemplateFault) -> str:
    """Line, what is wrong, and what was expected."""
    words = QCoreApplication.translate("Template", _PROBLEMS[fault.problem])
    return words.format(line=fault.line, found=fault.found, allowed=", ".join(fault.allowed))


def logo_words(trouble: LogoTrouble) -> str:
    """Why the picture did not become the logo."""
    return QCoreApplication.translate("Template", _LOGO[trouble])
