"""Names that other parts refer to: they exist, and none is given twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Protocol

from app.domain.programme.declare import key_in_file
from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.model import Condition, FieldIs, Limit, MemberField, Message

_NAMED_LISTS = {
    "tier": "tiers",
    "tiers": "tiers",
    "tier_at_least": "tiers",
    "measure": "measures",
    "coupon": "coupons",
    "has_coupon": "coupons",
    "entitlement": "entitlements",
    "draw": "draws",
    "pass": "passes",
    "fee": "fees",
    "action": "actions",
    "actions": "actions",
    "reverts": "actions",
    "field": "fields",
    "segments": "segments",
}

FIELDS_OF_MESSAGES = ("name", "points", "shop", "expires_on", "tier", "coupon", "balance")
_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def _names_exist(source: Source) -> Iterable[Finding]:
    programme = source.programme
    known = {name: tuple(part.id for part in getattr(programme, name)) for name in sorted(set(_NAMED_LISTS.values()))}
    for path, part in source.all_parts():
        for each in fields(part):  # type: ignore[arg-type]
            key = key_in_file(each.name)
            target = _NAMED_LISTS.get(key)
            # The programme's own lists are no references.
            if target is None or part is programme:
                continue
            for name in _words(getattr(part, each.name)):
                if name not in known[target]:
                    yield Finding((*path, key), FaultCode.UNKNOWN_ID, name, ", ".join(known[target]), known[target])


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    return ()


def _ids_are_unique(source: Source) -> Iterable[Finding]:
    for each in fields(source.programme):
        listed = getattr(source.programme, each.name)
        if isinstance(listed, tuple):
            named = (((each.name, number, "id"), getattr(part, "id", None)) for number, part in enumerate(listed))
            yield from _twice(named)


def _prizes_are_unique(source: Source) -> Iterable[Finding]:
    for number, draw in enumerate(source.programme.draws):
        yield from _twice(
            (("draws", number, "prizes", place, "id"), prize.id) for place, prize in enumerate(draw.prizes)
        )


_LIMITED = (
    "promotions", "coupons", "sale_rules", "multipliers", "actions", "gifts", "referrals", "redemptions", "draws",
)  # fmt: skip


def _counted_ids_are_unique(source: Source) -> Iterable[Finding]:
    """Uses are counted under the id of the rule, so two kinds of rules with limits do not share one."""
    programme = source.programme
    offers = [((name, number, "id"), part.id) for name in _LIMITED[:2] for number, part in _listed(programme, name)]
    counted = [
        ((name, number, "id"), part.id) for name in _LIMITED for number, part in _listed(programme, name) if part.limits
    ]
    found = {finding.path: finding for finding in (*_twice(offers), *_twice(counted))}
    of_one_list = {finding.path for finding in _ids_are_unique(source)}
    yield from (finding for path, finding in found.items() if path not in of_one_list)


def _listed(programme: object, name: str) -> Iterable[tuple[int, "_Limited"]]:
    return enumerate(getattr(programme, name))


class _Limited(Protocol):
    """A rule with an id and limits, as far as this check looks."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def limits(self) -> tuple[Limit, ...]:
        """How often it may be had."""


def _twice(named: Iterable[tuple[tuple[str | int, ...], object]]) -> Iterator[Finding]:
    seen: set[object] = set()
    for path, name in named:
        if name is not None and name in seen:
            yield Finding(path, FaultCode.TWICE, str(name))
        seen.add(name)


def _something_opens_it(source: Source) -> Iterable[Finding]:
    """A word of access that no tier opens would shut out everybody."""
    known = tuple(sorted({word for tier in source.programme.tiers for word in tier.benefits.access}))
    for path, condition in source.parts(Condition):
        for word in sorted(condition.access - set(known)):
            yield Finding((*path, "access"), FaultCode.UNKNOWN_ID, word, ", ".join(known), known)


def _values_are_choices(source: Source) -> Iterable[Finding]:
    choices = {field.id: field.choices for field in source.programme.fields if field.type == "choice"}
    for path, asked in source.parts(FieldIs):
        known = choices.get(asked.field, ())
        for value in sorted(asked.values):
            if known and value not in known:
                yield Finding((*path, "values"), FaultCode.UNKNOWN_ID, value, ", ".join(known), known)


def _named_values_are_choices(source: Source) -> Iterable[Finding]:
    for path, field in source.parts(MemberField):
        for named in field.choice_names:
            if named.id not in field.choices:
                known = field.choices
                yield Finding((*path, "choice_names"), FaultCode.UNKNOWN_ID, named.id, ", ".join(known), known)


def _messages_have_fields(source: Source) -> Iterable[Finding]:
    for path, message in source.parts(Message):
        for language, text in message.text.items():
            for name in _IN_BRACES.findall(text):
                if name not in FIELDS_OF_MESSAGES:
                    known = FIELDS_OF_MESSAGES
                    yield Finding((*path, "text", language), FaultCode.UNKNOWN_ID, name, ", ".join(known), known)


NAMES = (
    _names_exist,
    _ids_are_unique,
    _prizes_are_unique,
    _counted_ids_are_unique,
    _something_opens_it,
    _values_are_choices,
    _named_values_are_choices,
    _messages_have_fields,
)
