"""What a night's audit has found, in a sentence each, for the commands of till and head office."""

from app.domain.money import format_minor
from app.domain.night.verdict import Difference, Finding

_FIGURES = {
    "sales": "the number of sales",
    "refunds": "the number of refunds",
    "deals": "the number of top-ups and services",
    "sales_minor": "the sum of sales",
    "refunds_minor": "the sum of refunds",
}
_WORDS = {
    Difference.NOT_ALL_PUSHED: "{missing} event(s) have not reached head office",
    Difference.NOT_POSTED: "head office has everything, and posts it when every till was heard after its restore",
    Difference.FORK: "another box has spoken under this till's name",
    Difference.RESTORED: "this box has an old state of its till: put back from a copy, or copied from another box",
    Difference.FENCED: "head office has closed this till for stored value ({reason})",
    Difference.Z_DIFFERS: "shift {shift}: {figure} is {till} at the till and {office} at head office",
    Difference.LEASE_DIFFERS: (
        "{count} lot(s) differ; the first: {unit} of wallet {wallet} ({lot}), "
        "{till} held at the till ({granted_till} granted), {office} by head office ({granted_office} granted)"
    ),
    Difference.CLOCK_WRONG: "the till's clock is {clock}",
    Difference.OTHER: "head office found something that this version cannot name",
}


def found_words(finding: Finding) -> str:
    """What is not alike."""
    facts = dict(finding.facts)
    if finding.kind is Difference.Z_DIFFERS:
        what = str(facts["what"])
        tender = what.removeprefix("tender ")
        facts["figure"] = _FIGURES.get(what, f"what was paid by {tender}")
        if what.endswith("_minor") or tender != what:
            facts |= {side: format_minor(int(facts[side])) for side in ("till", "office")}
    elif finding.kind is Difference.CLOCK_WRONG:
        facts["clock"] = clock_words(int(facts["minutes"]))
    return _WORDS[finding.kind].format_map(facts)


def clock_words(minutes: int) -> str:
    """How a clock is off; minutes behind are below 0."""
    if not minutes:
        return "in doubt: it has jumped, and nobody has confirmed it"
    return f"{abs(minutes)} minute(s) {'fast' if minutes > 0 else 'slow'}"
