"""What the nightly check has found, in words: what is not alike, and what to do about it here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.money import format_minor
from app.domain.night.verdict import Difference, Finding, ParkedEvent, Verdict
from app.ui.translation import QT_TRANSLATE_NOOP

TimeOf = Callable[[int], str]
TenderOf = Callable[[str], str]
MOST_SHOWN = 2


@dataclass(frozen=True, slots=True)
class NightWords:
    """A line, and pairs of what is wrong and what to do; empty where everything is equal."""

    line: str
    faults: tuple[tuple[str, str], ...] = ()


_ENROL_AGAIN = QT_TRANSLATE_NOOP("Night", "Call head office; with its code this till is enrolled again.")
_FOUND: dict[Difference, tuple[str, str]] = {
    Difference.NOT_ALL_PUSHED: (
        QT_TRANSLATE_NOOP("Night", "Events that have not reached head office: {missing}"),
        QT_TRANSLATE_NOOP("Night", "They follow by themselves while the line is good."),
    ),
    Difference.NOT_POSTED: (
        QT_TRANSLATE_NOOP("Night", "Head office was restored and still waits for other tills"),
        QT_TRANSLATE_NOOP("Night", "Nothing is to be done here."),
    ),
    Difference.FORK: (
        QT_TRANSLATE_NOOP("Night", "Another computer has spoken under this till's name"),
        QT_TRANSLATE_NOOP("Night", "Find it and switch it off. Call head office: this till is then enrolled again."),
    ),
    Difference.RESTORED: (
        QT_TRANSLATE_NOOP("Night", "This till has an old state: it was put back from a copy, or copied"),
        _ENROL_AGAIN,
    ),
    Difference.FENCED: (
        QT_TRANSLATE_NOOP("Night", "Head office has closed this till for stored value"),
        _ENROL_AGAIN,
    ),
    Difference.Z_DIFFERS: (
        QT_TRANSLATE_NOOP("Night", "Shift {shift}: {figure} is {till} here and {office} at head office"),
        QT_TRANSLATE_NOOP("Night", "Keep the Z report and call support; 'membertill verify' says what was changed."),
    ),
    Difference.LEASE_DIFFERS: (
        QT_TRANSLATE_NOOP("Night", "Lots of members' value that are not alike: {count}"),
        QT_TRANSLATE_NOOP("Night", "Call head office: these cards are looked at there. Selling goes on."),
    ),
    Difference.CLOCK_WRONG: (
        QT_TRANSLATE_NOOP("Night", "This till's clock is wrong: {clock}"),
        QT_TRANSLATE_NOOP("Night", "Set this computer's clock, then let a manager confirm it here."),
    ),
    Difference.OTHER: (
        QT_TRANSLATE_NOOP("Night", "Head office found something that this version cannot name"),
        QT_TRANSLATE_NOOP("Night", "Update this till."),
    ),
}
_FIGURES = {
    "sales": QT_TRANSLATE_NOOP("Night", "the number of sales"),
    "refunds": QT_TRANSLATE_NOOP("Night", "the number of refunds"),
    "deals": QT_TRANSLATE_NOOP("Night", "the number of top-ups and services"),
    "sales_minor": QT_TRANSLATE_NOOP("Night", "the sum of sales"),
    "refunds_minor": QT_TRANSLATE_NOOP("Night", "the sum of refunds"),
}
_PARKED = {
    "unreadable": (
        QT_TRANSLATE_NOOP("Night", "head office cannot read it"),
        QT_TRANSLATE_NOOP("Night", "Update the program; then 'membertill office parked --retry {source}' posts it."),
    ),
    "not_followed_up": (
        QT_TRANSLATE_NOOP("Night", "what follows for the member went wrong"),
        QT_TRANSLATE_NOOP("Night", "Update the program; then 'membertill office parked --retry {source}'."),
    ),
    "id_used_twice": (
        QT_TRANSLATE_NOOP("Night", "another event has its number"),
        QT_TRANSLATE_NOOP("Night", "Look at both receipts, then 'membertill office parked --close {source}'."),
    ),
}
_PARKED_ELSE = (
    QT_TRANSLATE_NOOP("Night", "its amounts do not fit the books"),
    QT_TRANSLATE_NOOP("Night", "Call support, then 'membertill office parked --close {source}'."),
)


def night_words(verdict: Verdict, time_of: TimeOf, tender_of: TenderOf, *, is_inside: bool) -> NightWords:
    """The words of one night; a chain looks at what is parked itself.

    `time_of` writes UTC ms, `tender_of` a kind of tender as people read them.
    """
    at = time_of(verdict.at)
    faults = [_found(each, tender_of) for each in verdict.findings]
    if is_inside:
        faults += [_parked(each, time_of) for each in verdict.parked]
    if len(faults) > MOST_SHOWN:
        rest = _tr(QT_TRANSLATE_NOOP("Night", "And {count} more")).format(count=len(faults) - MOST_SHOWN)
        faults = [*faults[:MOST_SHOWN], (rest, "")]
    if verdict.is_equal:
        line = QT_TRANSLATE_NOOP("Night", "Checked {time}: till and head office have the same")
    else:
        line = QT_TRANSLATE_NOOP("Night", "Checked {time}: till and head office differ")
    return NightWords(_tr(line).format(time=at), tuple(faults))


def _found(finding: Finding, tender_of: TenderOf) -> tuple[str, str]:
    what, remedy = _FOUND[finding.kind]
    return _tr(what).format_map(_facts(finding, tender_of)), _tr(remedy)


def _facts(finding: Finding, tender_of: TenderOf) -> Mapping[str, object]:
    facts: dict[str, object] = dict(finding.facts)
    if finding.kind is Difference.Z_DIFFERS:
        what = str(facts["what"])
        tender = what.removeprefix("tender ")
        if what.endswith("_minor") or tender != what:
            facts |= {side: format_minor(int(finding.facts[side])) for side in ("till", "office")}
        paid = _tr(QT_TRANSLATE_NOOP("Night", "what was paid by {tender}")).format(tender=tender_of(tender))
        facts["figure"] = _tr(_FIGURES[what]) if what in _FIGURES else paid
    elif finding.kind is Difference.CLOCK_WRONG:
        facts["clock"] = _clock(int(finding.facts["minutes"]))
    return facts


def _clock(minutes: int) -> str:
    if not minutes:
        return _tr(QT_TRANSLATE_NOOP("Night", "it has jumped"))
    fast, slow = QT_TRANSLATE_NOOP("Night", "{count} min fast"), QT_TRANSLATE_NOOP("Night", "{count} min slow")
    return _tr(fast if minutes > 0 else slow).format(count=abs(minutes))


def _parked(event: ParkedEvent, time_of: TimeOf) -> tuple[str, str]:
    why, remedy = _PARKED.get(event.rule, _PARKED_ELSE)
    what = _tr(QT_TRANSLATE_NOOP("Night", "Kept and not posted since {time}: {why}"))
    return what.format(time=time_of(event.since), why=_tr(why)), _tr(remedy).format(source=event.source)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Night", source)
