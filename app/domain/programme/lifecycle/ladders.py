"""How tiers rise, are kept, and fall. Head office decides by these rules; a till only shows what they will say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.domain.ids import TierId
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.history import has_kept_a_purchase
from app.domain.programme.lifecycle.measuring import measured
from app.domain.programme.lifecycle.standing import HeldTier, Standing, TierCause, TierChange
from app.domain.programme.model import KeepLine, Programme, Tier
from app.domain.programme.scene import Moment, Person, Scene
from app.domain.programme.spans import add_days, last_day

Measures = Mapping[str, int]


def ladders_of(programme: Programme) -> Mapping[str, tuple[Tier, ...]]:
    """The programme's ladders, lowest tier first."""
    ladders: dict[str, tuple[Tier, ...]] = {}
    for tier in programme.tiers:
        ladders[tier.ladder] = (*ladders.get(tier.ladder, ()), tier)
    return ladders


def person_of(standing: Standing, programme: Programme, day: str, measures: Measures | None = None) -> Person:
    """The member as conditions see them on a day."""
    told = Person(
        tiers=standing.tier_ids(),
        joined_on=standing.joined_on,
        birthday=standing.birthday,
        kind=standing.kind,
        gender=standing.gender,
        identified=standing.identified,
        tags=standing.tags,
        fields=standing.fields,
        measures=measured(programme, standing, day) if measures is None else measures,
        coupons=frozenset(
            unit.removeprefix("coupon:")
            for (unit, lot), amount in standing.lots.items()
            if amount > 0 and unit.startswith("coupon:") and lot.usable_on(day)
        ),
        has_bought=has_kept_a_purchase(standing),
    )
    if not programme.segments:
        return told
    scene = Scene(Moment(day), told)
    return replace(told, segments=frozenset(s.id for s in programme.segments if holds(s.when, scene, programme)))


def judged(programme: Programme, standing: Standing, day: str) -> tuple[TierChange, ...]:
    """What changes on every ladder by `day`: times that ended, judged as of their last day; then a loss or a rise."""
    changes: list[TierChange] = []
    for ladder, tiers in ladders_of(programme).items():
        while (held := standing.tiers.get(ladder)) and held.until and held.until < day:
            changes.append(_at_its_end(programme, standing, ladder, tiers, held))
            standing = replace(standing, tiers=_tiers_after(standing, changes[-1]))
        told = (*standing.tier_history, *changes)
        if change := _loss_or_rise(programme, replace(standing, tier_history=told), ladder, tiers, day):
            changes.append(change)
            standing = replace(standing, tiers=_tiers_after(standing, change))
    return tuple(changes)


def _tiers_after(standing: Standing, change: TierChange) -> Mapping[str, HeldTier]:
    tiers = dict(standing.tiers)
    tiers.pop(change.ladder, None)
    if change.after:
        tiers[change.ladder] = change.after
    return tiers


def _loss_or_rise(
    programme: Programme, standing: Standing, ladder: str, tiers: Sequence[Tier], day: str
) -> TierChange | None:
    held = standing.tiers.get(ladder)
    person = _as_counted(programme, standing, ladder, day)
    fits = fitting(programme, standing, person, day)
    current = _index(tiers, held.tier) if held else -1
    if held and (lost := tiers[current].lost_when) and holds(lost, Scene(Moment(day), person), programme):
        return _lost(ladder, tiers, held, fits, day)
    above = [tier for tier in tiers[current + 1 :] if fits(tier)]
    if above and _is_held_down(programme, standing, ladder, tiers, day):
        above = [tier for tier in above if tier.enter is None]
    if not above:
        return None
    cause = TierCause.REACHED if above[-1].enter else TierCause.JOINED
    return TierChange(ladder, held.tier if held else None, begins(above[-1], day), day, cause)


def _as_counted(programme: Programme, standing: Standing, ladder: str, day: str) -> Person:
    """The member as they may rise: after a fall at a year's end only what came later lifts them again."""
    last = _last_change(standing, ladder)
    fell = last is not None and last.cause in (TierCause.BAND, TierCause.ONE_DOWN)
    return person_of(standing, programme, day, measured(programme, standing, day, last.day if fell and last else ""))


def _is_held_down(programme: Programme, standing: Standing, ladder: str, tiers: Sequence[Tier], day: str) -> bool:
    """Whether a person took a tier away so lately that rules may not give it back (`tier_pause_days`)."""
    last = _last_change(standing, ladder)
    if last is None or last.cause is not TierCause.BY_HAND or last.before is None:
        return False
    is_down = last.after is None or _index(tiers, last.after.tier) < _index(tiers, last.before)
    pause = programme.policies.tier_pause_days
    return is_down and (not pause or day < add_days(last.day, pause))


def _last_change(standing: Standing, ladder: str) -> TierChange | None:
    """The last change on the ladder by which it stands where it does; joining after a loss is none."""
    of_ladder = (change for change in reversed(standing.tier_history) if change.ladder == ladder)
    return next((change for change in of_ladder if change.cause not in (TierCause.JOINED, TierCause.KEPT)), None)


def begins(tier: Tier, day: str) -> HeldTier:
    """The tier held from `day` on, for as long as it lasts."""
    return HeldTier(tier.tier_id, day, last_day(tier.lasts, day))


def fitting(programme: Programme, standing: Standing, person: Person, day: str) -> Callable[[Tier], bool]:
    """Whether a tier may be entered by this person on a day."""
    scene = Scene(Moment(day), person)

    def fits(tier: Tier) -> bool:
        if tier.bought or (tier.holders and standing.kind not in tier.holders):
            return False
        if tier.enter is None:
            return bool(standing.joined_on) and standing.joined_on <= day
        return holds(tier.enter, scene, programme)

    return fits


def _lost(
    ladder: str, tiers: Sequence[Tier], held: HeldTier, fits: Callable[[Tier], bool], day: str
) -> TierChange | None:
    """Down to the tier it is lost to, else to the highest lower one that fits, else to none."""
    index = _index(tiers, held.tier)
    named = tiers[index].lost_to
    lower = [tier for tier in tiers[:index] if (tier.id == named if named else fits(tier))]
    after = begins(lower[-1], day) if lower else None
    return TierChange(ladder, held.tier, after, day, TierCause.LOST)


def _at_its_end(
    programme: Programme, standing: Standing, ladder: str, tiers: Sequence[Tier], held: HeldTier
) -> TierChange:
    """The tier's time is over: kept, a fall by its keep lines, or (bought tiers) gone. Never upwards."""
    index, next_day = _index(tiers, held.tier), add_days(held.until, 1)
    tier = tiers[index]
    if tier.bought:
        return TierChange(ladder, held.tier, None, next_day, TierCause.ENDED)
    measures = measured(programme, standing, held.until)
    failed = next((line for line in tier.keep if measures.get(line.measure, 0) < line.at_least), None)
    if failed is None and (tier.keep or _stillfitting(programme, standing, tier, held.until, measures)):
        return TierChange(ladder, held.tier, begins(tier, next_day), next_day, TierCause.KEPT)
    if failed is None:
        fits = fitting(programme, standing, person_of(standing, programme, held.until, measures), held.until)
        lower = [each for each in tiers[:index] if fits(each)]
        after = begins(lower[-1], next_day) if lower else None
        return TierChange(ladder, held.tier, after, next_day, TierCause.ENDED)
    target, cause = _fall(tiers, index, failed, measures)
    return TierChange(ladder, held.tier, begins(target, next_day), next_day, cause)


def _stillfitting(programme: Programme, standing: Standing, tier: Tier, day: str, measures: Measures) -> bool:
    return fitting(programme, standing, person_of(standing, programme, day, measures), day)(tier)


def _fall(tiers: Sequence[Tier], index: int, line: KeepLine, measures: Measures) -> tuple[Tier, TierCause]:
    if line.otherwise == "one_down":
        return tiers[max(0, index - 1)], TierCause.ONE_DOWN
    if line.otherwise != "band":
        return tiers[min(index, _index(tiers, TierId(line.otherwise)))], TierCause.BAND
    value = measures.get(line.measure, 0)
    bands = [tier for tier in tiers[: index + 1] if tier.band_from is not None and tier.band_from <= value]
    return (bands[-1] if bands else tiers[0]), TierCause.BAND


def _index(tiers: Sequence[Tier], tier_id: TierId) -> int:
    """Where the tier stands; a tier that a newer programme no longer knows counts as the lowest."""
    return next((index for index, tier in enumerate(tiers) if tier.id == tier_id), 0)
