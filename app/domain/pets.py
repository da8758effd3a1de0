"""A member's pets, kept among the fields of their profile.

Field `pet:<id>` is a pet's name, `pet:<id>:<field>` what the programme declares of it. So what holds for a profile's
fields holds for pets: the last word counts field by field, two registrations of one person keep the pets of both, and
who is forgotten takes them along.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_PETS = 9
_MARK = "pet:"


@dataclass(frozen=True, slots=True)
class Pet:
    """One of them; `fields` by the names that the programme declares."""

    id: str
    name: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def as_fields(self) -> dict[str, str]:
        """The profile's fields that say so."""
        own = {f"{_MARK}{self.id}:{name}": text for name, text in self.fields.items()}
        return {f"{_MARK}{self.id}": self.name, **own}

    def taken_out(self) -> dict[str, str]:
        """The profile's fields, emptied."""
        return dict.fromkeys(self.as_fields(), "")


def pets_of(fields: Mapping[str, str]) -> tuple[Pet, ...]:
    """The pets of a profile with these fields, in the order in which they came."""
    found: dict[str, dict[str, str]] = {}
    for name, text in fields.items():
        if name.startswith(_MARK):
            pet, _, of = name.removeprefix(_MARK).partition(":")
            found.setdefault(pet, {})[of] = text
    pets = (Pet(pet, own.pop(""), own) for pet, own in sorted(found.items()) if own.get(""))
    return tuple(pets)


def without_pets(fields: Mapping[str, str]) -> dict[str, str]:
    """What the profile says of the member."""
    return {name: text for name, text in fields.items() if not name.startswith(_MARK)}
