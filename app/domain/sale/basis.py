"""What a price rests on besides the goods sold: enough to work it out again, and nothing that did not count.

Only what says something is written; who paid without a card leaves the moment alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.basket import NO_WISHES, BasketLine, Wishes
from app.domain.ids import TierId
from app.domain.journal import Json
from app.domain.ledger import POINTS, Unit
from app.domain.member import Member, MemberView, TierHeld
from app.domain.pets import without_pets
from app.domain.pricing import PricedBasket
from app.domain.programme.scene import Moment
from app.domain.sale.birth import Birth, birth_of
from app.domain.sale.unsaid import with_unsaid, without_unsaid, without_unsaid_end

_COUNTED = ("coupon:", "right:")

_UNSAID: Json = {"wishes": {}, "lines": [], "person": None, "held": {}, "shared": {}}
_UNSAID_OF_MOMENT = ("", "shop")
_UNSAID_OF_LINE = (None, None, None, "")
_UNSAID_OF_WISHES: Json = {"points": 0, "coupons": [], "declined": [], "fees": [], "plain": False}
_UNSAID_OF_PERSON: Json = {
    "kind": "person",
    "tier": None,
    "more_tiers": [],
    "joined_on": "",
    "last_visit_on": "",
    "birth": None,
    "gender": "",
    "identified": False,
    "tags": [],
    "fields": {},
    "added": {},
}


@dataclass(frozen=True, slots=True)
class LineBasis:
    """Of one line: the goods' member price and brand, a price that a scale printed, a price set by hand (minor units).

    `by_hand_minor` is that of a piece or kilogram.
    """

    number: int
    member_price_minor: int | None = None
    label_price_minor: int | None = None
    by_hand_minor: int | None = None
    brand: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether the sale's own line says as much."""
        return self == LineBasis(self.number)


@dataclass(frozen=True, slots=True)
class PersonBasis:
    """What conditions may ask of the member beyond tier and measures, as the till knew them.

    `recorded_tier` is head office's word for the main tier; the sale names the one that was reached. `added` is what of
    the sale's measures the till's own sales had brought since that word.
    """

    recorded_tier: TierId | None = None
    more_tiers: tuple[TierHeld, ...] = ()
    joined_on: str = ""
    last_visit_on: str = ""
    birth: Birth | None = None
    kind: str = "person"
    gender: str = ""
    identified: bool = False
    tags: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Basis:
    """`held`: coupons, rights and points usable at this till; `shared`: what it held of limits for all."""

    moment: Moment
    wishes: Wishes = NO_WISHES
    lines: tuple[LineBasis, ...] = ()
    person: PersonBasis | None = None
    held: Mapping[Unit, int] = field(default_factory=dict)
    shared: Mapping[Unit, int] = field(default_factory=dict)


def basis_of(priced: PricedBasket, moment: Moment, rights: Mapping[Unit, int]) -> Basis:
    """What this price rests on; `rights` as `price` was given them."""
    view = priced.basket.member
    lines = (_line_basis(number, line) for number, line in enumerate(priced.basket.lines, start=1))
    return Basis(
        moment=moment,
        wishes=priced.basket.wishes,
        lines=tuple(line for line in lines if not line.says_nothing),
        person=_person_basis(view.member, moment.day) if view and view.member else None,
        held=_held(view) if view else {},
        shared={unit: count for unit, count in sorted(rights.items()) if count},
    )


def basis_to_json(basis: Basis) -> dict[str, Any]:
    """The basis as it stands in a sale's body."""
    moment = basis.moment
    facts = {
        "moment": without_unsaid_end((moment.day, moment.time, moment.shop, moment.channel), _UNSAID_OF_MOMENT),
        "wishes": _wishes_to_json(basis.wishes),
        "lines": [_line_to_json(line) for line in basis.lines],
        "person": _person_to_json(basis.person) if basis.person else None,
        "held": dict(basis.held),
        "shared": dict(basis.shared),
    }
    return without_unsaid(facts, _UNSAID)


def basis_from_json(json: Any) -> Basis:
    """The basis of such a body; AttributeError, KeyError, TypeError or ValueError where there is none."""
    json = with_unsaid(json, _UNSAID)
    return Basis(
        moment=Moment(*json["moment"]),
        wishes=_wishes_from_json(json["wishes"]),
        lines=tuple(LineBasis(*line) for line in json["lines"]),
        person=_person_from_json(json["person"]) if json["person"] is not None else None,
        held={Unit(unit): int(count) for unit, count in json["held"].items()},
        shared={Unit(unit): int(count) for unit, count in json["shared"].items()},
    )


def _line_basis(number: int, line: BasketLine) -> LineBasis:
    product, manual = line.product, line.manual
    by_hand = manual.unit_price_minor if manual else None
    return LineBasis(number, product.member_price_minor, line.label_price_minor, by_hand, product.brand)


def _person_basis(member: Member, day: str) -> PersonBasis:
    return PersonBasis(
        recorded_tier=member.tier,
        more_tiers=member.more_tiers,
        joined_on=member.joined_on,
        last_visit_on=member.last_visit_on,
        birth=birth_of(member.birthday, day),
        kind=member.kind,
        gender=member.gender,
        identified=member.identified,
        tags=member.tags,
        fields=without_pets(member.fields),
        added=dict(member.added),
    )


def _held(view: MemberView) -> dict[Unit, int]:
    usable = {unit: holding.usable_here for unit, holding in sorted(view.holdings.items())}
    return {unit: count for unit, count in usable.items() if count and (unit == POINTS or unit.startswith(_COUNTED))}


def _line_to_json(line: LineBasis) -> list[Any]:
    row = (line.number, line.member_price_minor, line.label_price_minor, line.by_hand_minor, line.brand)
    return without_unsaid_end(row, _UNSAID_OF_LINE)


def _wishes_to_json(wishes: Wishes) -> dict[str, Any]:
    facts = {
        "points": wishes.points,
        "coupons": sorted(wishes.coupons),
        "declined": sorted(wishes.declined),
        "fees": sorted(wishes.fees),
        "plain": wishes.plain,
    }
    return without_unsaid(facts, _UNSAID_OF_WISHES)


def _wishes_from_json(json: Any) -> Wishes:
    json = with_unsaid(json, _UNSAID_OF_WISHES)
    return Wishes(
        points=json["points"],
        coupons=frozenset(json["coupons"]),
        declined=frozenset(json["declined"]),
        fees=frozenset(json["fees"]),
        plain=bool(json["plain"]),
    )


def _person_to_json(person: PersonBasis) -> dict[str, Any]:
    facts = {
        "kind": person.kind,
        "tier": person.recorded_tier,
        "more_tiers": [[held.tier, held.until] for held in person.more_tiers],
        "joined_on": person.joined_on,
        "last_visit_on": person.last_visit_on,
        "birth": [person.birth.age, list(person.birth.near)] if person.birth else None,
        "gender": person.gender,
        "identified": person.identified,
        "tags": sorted(person.tags),
        "fields": dict(person.fields),
        "added": dict(person.added),
    }
    return without_unsaid(facts, _UNSAID_OF_PERSON)


def _person_from_json(json: Any) -> PersonBasis:
    json = with_unsaid(json, _UNSAID_OF_PERSON)
    return PersonBasis(
        recorded_tier=TierId(json["tier"]) if json["tier"] else None,
        more_tiers=tuple(TierHeld(TierId(tier), until) for tier, until in json["more_tiers"]),
        joined_on=json["joined_on"],
        last_visit_on=json["last_visit_on"],
        birth=_birth_from_json(json["birth"]) if json["birth"] else None,
        kind=json["kind"],
        gender=json["gender"],
        identified=bool(json["identified"]),
        tags=frozenset(json["tags"]),
        fields=dict(json["fields"]),
        added={name: int(more) for name, more in json["added"].items()},
    )


def _birth_from_json(json: Any) -> Birth:
    age, near = json
    return Birth(int(age), tuple(near))
