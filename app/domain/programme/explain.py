"""Reasons in words: the same on screen, on the receipt and at head office."""

from collections.abc import Mapping

from app.domain.money import format_minor
from app.domain.programme.model import Programme, name_in
from app.domain.programme.progress import IDENTIFIED, Missing, TierProgress
from app.domain.programme.reasons import NextStep, Reason, ReasonCode

Words = Mapping[str, str]


def explain(reason: Reason, programme: Programme, words: Words, language: str) -> str:
    """The reason as a cashier or a member reads it, without its amount."""
    names = programme.offer_names(reason.offer)
    name = name_in(names, language) if names else reason.offer
    if reason.code is ReasonCode.TIER_DISCOUNT:
        return words["reason.tier_discount"].format(
            name=name, zhe=zhe(reason.basis_points), percent_off=percent_off(reason.basis_points)
        )
    if reason.code in {ReasonCode.PROMOTION, ReasonCode.COUPON}:
        return name
    return words[f"reason.{reason.code.value}"].format(name=name)


def explain_step(step: NextStep, programme: Programme, words: Words, language: str) -> str:
    """What would unlock the next step, e.g. 再买 12.00 元减 20.00, 再买 1 件省 7.50."""
    names = programme.offer_names(step.offer)
    return words[f"step.{step.kind.value}"].format(
        name=name_in(names, language) if names else step.offer,
        missing=format_minor(step.missing_minor, grouping=True),
        pieces=step.missing_pieces,
        gain=format_minor(step.gain_minor, grouping=True),
    )


def explain_progress(ahead: TierProgress, programme: Programme, words: Words, language: str) -> str:
    """The shortest way to the next tier, e.g. 升金卡：消费还差 120.00 元; everything on that way is named."""
    parts = words["tier.and"].join(_missing(each, programme, words, language) for each in ahead.ways[0])
    return words["tier.progress"].format(missing=parts, name=name_in(ahead.tier.names, language))


def _missing(missing: Missing, programme: Programme, words: Words, language: str) -> str:
    if missing.measure == IDENTIFIED:
        return words["tier.identified"]
    measure = next((each for each in programme.measures if each.id == missing.measure), None)
    name = name_in(measure.names, language) if measure else missing.measure
    if measure and measure.is_money:
        return words["tier.money"].format(name=name, amount=format_minor(missing.missing, grouping=True))
    return words["tier.count"].format(name=name, amount=f"{missing.missing:,}")


def zhe(basis_points: int) -> str:
    """A price share as the Chinese 折: 9500 -> 9.5, 8000 -> 8."""
    whole, rest = divmod(basis_points, 1_000)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".")


def percent_off(basis_points: int) -> str:
    """A price share as per cent off: 9500 -> 5, 8750 -> 12.5."""
    whole, rest = divmod(10_000 - basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
