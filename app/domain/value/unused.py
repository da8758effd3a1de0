"""What of a pass or a paid membership was not used, as money: by the programme's policy, from what was paid for it."""

from app.domain.money import divide_half_up
from app.domain.programme.model import Membership, Pass
from app.domain.programme.spans import days_between


def unused_of_pass(rule: Pass, paid_minor: int, visits_left: int, sold_on: str, until: str, day: str) -> int:
    """Minor units for the visits that are left, or of a period for the days after `day` (ISO dates, `until` included).

    Nothing of what never ends, or where the programme pays nothing back.
    """
    if rule.refund == "none":
        return 0
    if rule.visits:
        return divide_half_up(paid_minor * min(visits_left, rule.visits), rule.visits)
    return _days_left(paid_minor, sold_on, until, day)


def unused_of_membership(rule: Membership, paid_minor: int, sold_on: str, until: str, day: str) -> int:
    """Minor units for the days, or the whole months, after `day`."""
    if rule.refund == "none" or not until:
        return 0
    if rule.refund == "unused_days":
        return _days_left(paid_minor, sold_on, until, day)
    months = max(1, _months_between(sold_on, until))
    return divide_half_up(paid_minor * min(months, max(0, _months_between(day, until))), months)


def _days_left(paid_minor: int, sold_on: str, until: str, day: str) -> int:
    if not until:
        return 0
    whole = days_between(sold_on, until) + 1
    return divide_half_up(paid_minor * min(whole, max(0, days_between(day, until))), whole)


def _months_between(first: str, until: str) -> int:
    """Whole months that fit between the day after `first` and the end of `until`."""
    months = (int(until[:4]) - int(first[:4])) * 12 + int(until[5:7]) - int(first[5:7])
    # A year bought on the 10th ends on the 9th: that is a whole month.
    return months if int(until[8:]) >= int(first[8:]) - 1 else months - 1
