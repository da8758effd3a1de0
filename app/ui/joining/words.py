"""The words of joining a chain: each page, how far it is, what is missing, and why it did not work."""

from PySide6.QtCore import QCoreApplication

from app.ports.hand_over import Snag, Stage
from app.ports.set_up import Hitch, Stuck
from app.ui.joining.presenter import Lack, Page
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.wizard.presenter import Gap
from app.ui.wizard.words import gap_words, hitch_words

_PAGES: dict[Page, tuple[str, str]] = {
    Page.CODE: (
        QT_TRANSLATE_NOOP("Joining", "Join a chain with everything this shop has"),
        QT_TRANSLATE_NOOP(
            "Joining",
            "Members, the money owed to them, and every sale go to the chain's head office; what lies here stays here. "
            "From then on it decides goods, programme and people. It cannot be undone. Head office makes the code with "
            "'membertill-office enrol-code': for one shop, good for 15 minutes.",
        ),
    ),
    Page.UNDER_WAY: (
        QT_TRANSLATE_NOOP("Joining", "This shop is joining"),
        QT_TRANSLATE_NOOP(
            "Joining",
            "Until the chain has everything nothing is changed. Broken off, it can be begun again and goes on where it "
            "was.",
        ),
    ),
    Page.JOINED: (
        QT_TRANSLATE_NOOP("Joining", "This shop belongs to the chain"),
        QT_TRANSLATE_NOOP("Joining", "Open the till and go on selling; goods and people come in the next minutes."),
    ),
}

_STAGES: dict[Stage, str] = {
    Stage.BRINGING: QT_TRANSLATE_NOOP("Joining", "The shop's own books are brought up to date"),
    Stage.WRITING: QT_TRANSLATE_NOOP("Joining", "The whole history is written into one file"),
    Stage.SENDING: QT_TRANSLATE_NOOP("Joining", "It is sent, and the chain proves it"),
}

_LACKS = {Lack.CODE_UNREADABLE: Gap.CODE_UNREADABLE, Lack.NOT_COMPARED: Gap.NOT_COMPARED}

_SNAGS: dict[Snag, tuple[str, str]] = {
    Snag.SHIFT_OPEN: (
        QT_TRANSLATE_NOOP("Joining", "A shift is open"),
        QT_TRANSLATE_NOOP("Joining", "Open the till, close the shift, and begin again."),
    ),
    Snag.OFFICE_BEHIND: (
        QT_TRANSLATE_NOOP("Joining", "The shop's own books are not complete yet"),
        QT_TRANSLATE_NOOP("Joining", "Open the till for a minute, then begin again. Nothing was changed."),
    ),
    Snag.NO_HISTORY: (
        QT_TRANSLATE_NOOP("Joining", "The history could not be written"),
        QT_TRANSLATE_NOOP("Joining", "Nothing was changed. Is there room on the disk? If it stays so, call support."),
    ),
    Snag.SOLD_MEANWHILE: (
        QT_TRANSLATE_NOOP("Joining", "Something was sold meanwhile"),
        QT_TRANSLATE_NOOP("Joining", "Begin again; the till stays closed until it is through."),
    ),
    Snag.GIVEN_UP: (
        QT_TRANSLATE_NOOP("Joining", "Broken off, and nothing was changed"),
        QT_TRANSLATE_NOOP("Joining", "Enter goes on where it was; Esc opens the till as it is."),
    ),
}

_STORE = (
    QT_TRANSLATE_NOOP("Joining", "The shop's data cannot be used now"),
    QT_TRANSLATE_NOOP("Joining", "Nothing was changed. If it stays so, call support: {detail}."),
)


def page_words(page: Page) -> tuple[str, str]:
    """A page's headline and its sentence."""
    headline, hint = _PAGES[page]
    return _tr(headline), _tr(hint)


def stage_words(stage: Stage) -> str:
    """What is being done."""
    return _tr(_STAGES[stage])


def lack_words(lack: Lack) -> tuple[str, str]:
    """What is missing, and what helps."""
    return gap_words(_LACKS[lack])


def stuck_words(stuck: Stuck | Snag) -> tuple[str, str]:
    """Why it did not work, and what helps; what head office says is said as in the wizard."""
    if isinstance(stuck, Snag):
        what, remedy = _SNAGS[stuck]
        return _tr(what), _tr(remedy)
    if stuck.hitch is Hitch.STORE:
        what, remedy = _STORE
        return _tr(what), _tr(remedy).format(detail=stuck.detail or "?")
    return hitch_words(stuck.hitch, stuck.detail)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Joining", source)
