"""The night's audit in `membertill sync`: a line, and for each difference what to do here."""

from app.domain.night.verdict import Difference, Verdict
from sync.protocol.night_words import found_words

_CALL = "call head office; with its code this till is enrolled again"
_REMEDIES = {
    Difference.NOT_ALL_PUSHED: "run this again; the till sends by itself while it is open",
    Difference.NOT_POSTED: "nothing is to be done here",
    Difference.FORK: f"find the other box and switch it off; {_CALL}",
    Difference.RESTORED: _CALL,
    Difference.FENCED: _CALL,
    Difference.Z_DIFFERS: "run `membertill verify`, keep the Z report and call support: receipts and journal disagree",
    Difference.LEASE_DIFFERS: "run `membertill verify` and call head office; these cards are checked there",
    Difference.CLOCK_WRONG: "set this computer's clock, then let a manager confirm it at the till",
    Difference.OTHER: "update this till",
}


def night_lines(verdict: Verdict) -> list[str]:
    """What to print of it."""
    if verdict.is_equal:
        lines = [f"night of {verdict.night}: till and head office have the same"]
    else:
        lines = [f"night of {verdict.night}: till and head office differ"]
        lines += [f"    {found_words(each)}: {_REMEDIES[each.kind]}" for each in verdict.findings]
    if verdict.parked_count:
        lines.append(f"    {verdict.parked_count} event(s) of this till are parked at head office")
    return lines
