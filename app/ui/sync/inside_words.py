"""Head office inside this shop, in words: nobody need be called, for it is a part of this till."""

from PySide6.QtCore import QCoreApplication

from app.ports.head_office import Line, OfficeStatus, Says
from app.ui.sync.office_words import OfficeWords
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP

_Words = tuple[Icon, Tone, str, str, str]

_LINES: dict[Line, _Words] = {
    Line.ONLINE: (
        Icon.CLOUD,
        Tone.PLAIN,
        QT_TRANSLATE_NOOP("Sync", "Head office in this shop"),
        QT_TRANSLATE_NOOP("Sync", "Head office in this shop is running"),
        QT_TRANSLATE_NOOP("Sync", "It is a part of this till, keeps the books a second time and needs no network."),
    ),
    Line.TRYING: (
        Icon.CLOUD,
        Tone.PLAIN,
        QT_TRANSLATE_NOOP("Sync", "Head office starts …"),
        QT_TRANSLATE_NOOP("Sync", "Head office in this shop is starting"),
        QT_TRANSLATE_NOOP("Sync", "Selling need not wait for it."),
    ),
    Line.OFFLINE: (
        Icon.CLOUD_OFF,
        Tone.WARN,
        QT_TRANSLATE_NOOP("Sync", "Head office stopped"),
        QT_TRANSLATE_NOOP("Sync", "Head office in this shop is not running"),
        QT_TRANSLATE_NOOP(
            "Sync",
            "Selling goes on, stored value included, and nothing is lost. It is started again by itself; if that does "
            "not help, close the till and open it again. 'membertill doctor' says what is in the way.",
        ),
    ),
}

_SAYS: dict[Says, _Words] = {
    Says.FENCED: (
        Icon.CLOUD,
        Tone.BAD,
        QT_TRANSLATE_NOOP("Sync", "Stored value rests"),
        QT_TRANSLATE_NOOP("Sync", "This till is older than its own head office"),
        QT_TRANSLATE_NOOP(
            "Sync",
            "It was put back from an old copy, so cards may hold less than it believes. Cash and cards go on. Bring it "
            "up to date with 'membertill restore', rename the folder below, and open the till again.",
        ),
    ),
    Says.NEW_EPOCH: (
        Icon.CLOUD,
        Tone.PLAIN,
        QT_TRANSLATE_NOOP("Sync", "Head office built anew"),
        QT_TRANSLATE_NOOP("Sync", "Head office in this shop was built anew"),
        QT_TRANSLATE_NOOP("Sync", "This till has told it everything again. Nothing is to be done here."),
    ),
    Says.UNKNOWN_TILL: (
        Icon.CLOUD,
        Tone.BAD,
        QT_TRANSLATE_NOOP("Sync", "Not known to head office"),
        QT_TRANSLATE_NOOP("Sync", "Head office in this shop knows another till"),
        QT_TRANSLATE_NOOP(
            "Sync",
            "Selling goes on and everything is kept. Close the till, rename the folder below, and open the till again: "
            "head office is then built anew from this till's journal.",
        ),
    ),
}


def inside_words(status: OfficeStatus) -> OfficeWords | None:
    """The words of this state; None where they are those of a chain's head office."""
    is_gone = status.line is Line.OFFLINE and status.says is not Says.FENCED
    told = None if is_gone else _SAYS.get(status.says)
    if told is None and status.line is Line.ONLINE and status.says not in {Says.NOTHING, Says.OK}:
        return None
    icon, tone, short, headline, advice = told or _LINES.get(status.line, _LINES[Line.TRYING])
    return OfficeWords(icon, tone, _tr(short), _tr(headline), _tr(advice))


def _tr(source: str) -> str:
    return QCoreApplication.translate("Sync", source)
