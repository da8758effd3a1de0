"""What a file's parts say of each other: names that exist, lines that rise. Checks are a plain list of functions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from app.domain.programme.declare import key_in_file
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.file.positions import Path
from app.domain.programme.model import Programme


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake; `known` are the words that would have been right."""

    path: Path
    code: FaultCode
    found: str = ""
    expected: str = ""
    known: tuple[str, ...] = ()


def faults_of(programme: Programme) -> tuple[Finding, ...]:
    """Everything that is wrong between the parts of a programme."""
    return tuple(finding for check in CHECKS for finding in check(programme))


def parts_of(programme: Programme) -> Iterator[tuple[Path, object]]:
    """Every part of the programme with its path in the file."""
    return _parts((), programme)


def _parts(path: Path, part: object) -> Iterator[tuple[Path, object]]:
    if is_dataclass(part) and not isinstance(part, type):
        yield path, part
        for each in fields(part):
            yield from _parts((*path, key_in_file(each.name)), getattr(part, each.name))
    elif isinstance(part, tuple):
        for number, each in enumerate(part):
            yield from _parts((*path, number), each)


_NAMED_LISTS = {
    "tier": "tiers",
    "tiers": "tiers",
    "tier_at_least": "tiers",
    "lost_to": "tiers",
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


def _names_exist(programme: Programme) -> Iterable[Finding]:
    known = {name: tuple(part.id for part in getattr(programme, name)) for name in sorted(set(_NAMED_LISTS.values()))}
    for path, part in parts_of(programme):
        for each in fields(part):  # type: ignore[arg-type]
            key = key_in_file(each.name)
            target = _NAMED_LISTS.get(key)
            # The programme's own lists and the tender's words are no references.
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


def _ids_are_unique(programme: Programme) -> Iterable[Finding]:
    for each in fields(programme):
        seen: set[str] = set()
        listed = getattr(programme, each.name)
        if not isinstance(listed, tuple):
            continue
        for number, part in enumerate(listed):
            name = getattr(part, "id", None)
            if name is not None and name in seen:
                yield Finding((key_in_file(each.name), number, "id"), FaultCode.TWICE, name)
            seen.add(str(name))


def _falls_stay_on_the_ladder(programme: Programme) -> Iterable[Finding]:
    for tier_number, tier in enumerate(programme.tiers):
        known = tuple(each.id for each in programme.tiers if each.ladder == tier.ladder)
        for number, line in enumerate(tier.keep):
            if line.otherwise not in ("band", "one_down", *known):
                path = ("tiers", tier_number, "keep", number, "otherwise")
                yield Finding(path, FaultCode.UNKNOWN_ID, line.otherwise, "band, one_down, " + ", ".join(known), known)


CHECKS: tuple[Callable[[Programme], Iterable[Finding]], ...] = (
    _names_exist,
    _ids_are_unique,
    _falls_stay_on_the_ladder,
)
