"""What was told of members, in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.ids import MemberId, WalletId
from app.domain.journal import Event
from app.domain.people.care import Care, CareNoted, CareStep
from app.domain.people.facts import Merge, PeopleFact, ProfileChange, Registration
from app.ports.store import Sought, ToldFact


@dataclass
class MemoryPeople:
    """What was told of members, with the number of the event; letters are not looked for."""

    told: list[tuple[int, MemberId, ToldFact]] = field(default_factory=list)

    def record(self, event: Event, fact: PeopleFact) -> None:
        """Keep it."""
        if not isinstance(fact, Merge):
            self.told.append((event.seq, fact.member, ToldFact(event.id, event.business_date, fact)))

    def told_of(self, member: MemberId, since_seq: int) -> Sequence[ToldFact]:
        """Of one member."""
        return [told for seq, whom, told in self.told if whom == member and seq > since_seq]

    def forget(self, places: Iterable[tuple[int, int]]) -> None:
        """No more is told by these events."""
        gone = {seq for _, seq in places}
        self.told = [each for each in self.told if each[0] not in gone]

    def seek(self, sought: Sought, text: str, since_seq: int, limit: int) -> Sequence[MemberId]:
        """By phone and name."""
        found = [whom for seq, whom, told in self.told if seq > since_seq and _is_sought(sought, text, told.fact)]
        return list(dict.fromkeys(reversed(found)))[:limit]


@dataclass
class MemoryCare:
    """Steps of care, with their events."""

    noted: list[CareNoted] = field(default_factory=list)

    def record(self, event: Event, noted: Care) -> None:
        """Keep it."""
        self.noted.append(CareNoted(event.id, event.recorded_at, noted))

    def followed_up(self, wallet: WalletId) -> frozenset[str]:
        """Ticked off here."""
        done = (each.care for each in self.noted if each.care.step is CareStep.FOLLOWED_UP)
        return frozenset(care.key for care in done if care.wallet == wallet)

    def complaint_steps(self, wallet: WalletId | None = None) -> Sequence[CareNoted]:
        """Of complaints."""
        steps = (each for each in self.noted if each.care.step is not CareStep.FOLLOWED_UP)
        return [each for each in steps if wallet in (None, each.care.wallet)]


def _is_sought(sought: Sought, text: str, fact: PeopleFact) -> bool:
    own = fact.own if isinstance(fact, ProfileChange) else {}
    name, phone = (
        (fact.name, fact.phone) if isinstance(fact, Registration) else (own.get("name", ""), own.get("phone", ""))
    )
    fits = {Sought.PHONE: phone == text, Sought.LAST_FOUR: phone[-4:] == text, Sought.NAME: name.startswith(text)}
    return fits.get(sought, False)
