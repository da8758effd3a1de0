"""What head office says, in words: on the sync screen and, shorter, on the status strip."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.ports.head_office import Line, OfficeStatus, Says
from app.ui.session import Session
from app.ui.sync.inside_words import inside_words
from app.ui.sync.office_words import OfficeWords
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP

TimeOf = Callable[[int], str]


# Says that are stronger than the line: for the strip, the headline, the advice.
_SAYS: dict[Says, tuple[Tone, str, str, str]] = {
    Says.FENCED: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("Sync", "Closed by head office"),
        QT_TRANSLATE_NOOP("Sync", "Head office has closed this till for stored value"),
        QT_TRANSLATE_NOOP(
            "Sync",
            "Cash and cards go on, and every sale still reaches head office. Call head office ({reason}); with "
            "its code this till is enrolled again.",
        ),
    ),
    Says.UNKNOWN_TILL: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("Sync", "Not known to head office"),
        QT_TRANSLATE_NOOP("Sync", "Head office does not know this till"),
        QT_TRANSLATE_NOOP("Sync", "Sales are kept here. Call head office; with its code this till is enrolled again."),
    ),
    Says.STRANGER: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("Sync", "Not our head office"),
        QT_TRANSLATE_NOOP("Sync", "Something else answers at head office's address"),
        QT_TRANSLATE_NOOP("Sync", "Nothing was sent to it. Sales are kept here; call head office."),
    ),
    Says.UPGRADE: (
        Tone.WARN,
        QT_TRANSLATE_NOOP("Sync", "Update needed"),
        QT_TRANSLATE_NOOP("Sync", "Head office asks for a newer version of this till"),
        QT_TRANSLATE_NOOP("Sync", "Sales still reach it; stored value can be spent only from what lies here."),
    ),
    Says.REFUSED: (
        Tone.WARN,
        QT_TRANSLATE_NOOP("Sync", "Not understood"),
        QT_TRANSLATE_NOOP("Sync", "Head office cannot read what this till says"),
        QT_TRANSLATE_NOOP("Sync", "Sales are kept here and sent again. Call support: one of the two needs an update."),
    ),
    Says.RECOVERY: (
        Tone.WARN,
        QT_TRANSLATE_NOOP("Sync", "Head office recovers"),
        QT_TRANSLATE_NOOP("Sync", "Head office was restored and waits for all tills"),
        QT_TRANSLATE_NOOP("Sync", "Until then it lends nothing; stored value can be spent from what lies here."),
    ),
    Says.NEW_EPOCH: (
        Tone.WARN,
        QT_TRANSLATE_NOOP("Sync", "Head office restored"),
        QT_TRANSLATE_NOOP("Sync", "Head office was restored from a copy"),
        QT_TRANSLATE_NOOP("Sync", "This till has told it everything again. Nothing is to be done here."),
    ),
    Says.TOO_OFTEN: (
        Tone.WARN,
        QT_TRANSLATE_NOOP("Sync", "Too many look-ups"),
        QT_TRANSLATE_NOOP("Sync", "This till has looked up too many members or receipts elsewhere"),
        QT_TRANSLATE_NOOP("Sync", "Head office answers again in a few minutes, and has been told. Selling goes on."),
    ),
    Says.BUSY: (
        Tone.PLAIN,
        QT_TRANSLATE_NOOP("Sync", "Head office busy"),
        QT_TRANSLATE_NOOP("Sync", "Head office is busy"),
        QT_TRANSLATE_NOOP("Sync", "It asked this till to come back in a moment; that happens by itself."),
    ),
}


# Head office's own words for why it fenced a till; a person may have typed others.
_REASONS = {
    "written_off": QT_TRANSLATE_NOOP("Sync", "the till was written off as lost"),
    "fork": QT_TRANSLATE_NOOP("Sync", "there are two copies of this till"),
    "restored": QT_TRANSLATE_NOOP("Sync", "the till was restored from an old copy"),
}


def moment(session: Session, at_ms: int) -> str:
    """The time if it is of today, the day with it else; empty for never."""
    text = session.time_of(at_ms) if at_ms else ""
    return text[11:16] if text[:10] == session.day() else text[5:16]


def office_words(status: OfficeStatus, time_of: TimeOf) -> OfficeWords:
    """The line as it is now; `time_of` writes UTC ms as people read it."""
    inside = inside_words(status) if status.is_inside else None
    if inside:
        return replace(inside, short=_with_waiting(inside.short, status))
    if status.line is Line.OFFLINE and status.says not in {Says.STRANGER, Says.FENCED}:
        return _offline(status, time_of)
    if status.says in _SAYS:
        tone, short, headline, advice = _SAYS[status.says]
        known = _REASONS.get(status.reason)
        told = _tr(advice).format(reason=_tr(known) if known else status.reason or "?")
        return OfficeWords(Icon.CLOUD, tone, _with_waiting(_tr(short), status), _tr(headline), told)
    return {Line.ALONE: _alone, Line.TRYING: _trying}.get(status.line, _online)(status, time_of)


def _alone(_status: OfficeStatus, _time_of: TimeOf) -> OfficeWords:
    return OfficeWords(
        Icon.CLOUD_OFF,
        Tone.PLAIN,
        _tr(QT_TRANSLATE_NOOP("Sync", "Stand-alone")),
        _tr(QT_TRANSLATE_NOOP("Sync", "This till works for itself")),
        _tr(
            QT_TRANSLATE_NOOP(
                "Sync", "It belongs to no head office. Everything is kept here, in two places, and can be backed up."
            )
        ),
    )


def _trying(status: OfficeStatus, _time_of: TimeOf) -> OfficeWords:
    return OfficeWords(
        Icon.CLOUD,
        Tone.PLAIN,
        _with_waiting(_tr(QT_TRANSLATE_NOOP("Sync", "Connecting …")), status),
        _tr(QT_TRANSLATE_NOOP("Sync", "Looking for head office")),
        _tr(QT_TRANSLATE_NOOP("Sync", "Selling need not wait for it.")),
    )


def _online(status: OfficeStatus, time_of: TimeOf) -> OfficeWords:
    short = _tr(QT_TRANSLATE_NOOP("Sync", "Online since {time}")).format(time=time_of(status.line_since))
    headline = QT_TRANSLATE_NOOP("Sync", "Head office has everything")
    if status.waiting:
        headline = QT_TRANSLATE_NOOP("Sync", "On the way to head office")
    advice = _tr(QT_TRANSLATE_NOOP("Sync", "Each sale follows by itself within seconds."))
    return OfficeWords(Icon.CLOUD, Tone.PLAIN, _with_waiting(short, status), _tr(headline), advice)


def _offline(status: OfficeStatus, time_of: TimeOf) -> OfficeWords:
    short = _tr(QT_TRANSLATE_NOOP("Sync", "Offline since {time}")).format(time=time_of(status.line_since))
    advice = QT_TRANSLATE_NOOP(
        "Sync",
        "Selling goes on. Stored value can be spent from what lies here; everything is kept and follows by itself.",
    )
    headline = _tr(QT_TRANSLATE_NOOP("Sync", "Head office cannot be reached"))
    return OfficeWords(Icon.CLOUD_OFF, Tone.WARN, _with_waiting(short, status), headline, _tr(advice))


def _with_waiting(words: str, status: OfficeStatus) -> str:
    if not status.waiting:
        return words
    waiting = _tr(QT_TRANSLATE_NOOP("Sync", "{count} to send")).format(count=f"{status.waiting:,}")
    return f"{words} · {waiting}"


def _tr(source: str) -> str:
    return QCoreApplication.translate("Sync", source)
