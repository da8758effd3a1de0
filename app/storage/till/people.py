"""What was told of members at this till: read over the directory's copy until that has heard of it."""

from collections.abc import Iterable, Sequence

from app.domain.errors import BrokenPromiseError
from app.domain.ids import MemberId
from app.domain.journal import Event
from app.domain.people.body import people_fact_of
from app.domain.people.facts import Merge, PeopleFact, ProfileChange, Registration
from app.domain.people.sealing import is_forgotten
from app.ports.store import Sought, ToldFact
from app.storage.directory.pinyin import readings, spelled, surname_length
from app.storage.till.forgetting import forget
from app.storage.till.journal import JournalTable
from app.storage.till.schema import insert_rows, member_told
from app.storage.till.work import Work

Values = tuple[object, ...]

_TOLD = "SELECT pos FROM member_told WHERE member = ? AND pos > ? ORDER BY pos"
_SEEK = "SELECT member FROM member_told WHERE pos > ?1 AND {} GROUP BY member ORDER BY max(pos) DESC LIMIT +?3"
# Several readings of a name stand side by side, each with a blank before it.
_WHERE = {
    Sought.PHONE: "phone = ?2",
    Sought.LAST_FOUR: "substr(phone, -4) = ?2",
    Sought.NAME: "(instr(name, ?2) = 1 OR instr(given, ?2) = 1)",
    Sought.LETTERS: "(instr(initials, ' ' || ?2) > 0 OR instr(pinyin, ' ' || ?2) > 0)",
}


class PeopleTable:
    """Fits `app.ports.store.People`."""

    def __init__(self, work: Work, journal: JournalTable) -> None:
        self._work = work
        self._journal = journal

    def record(self, event: Event, fact: PeopleFact) -> None:
        """Keep where a fact stands, and by what its member is found."""
        for row in told_rows(self._work.pos_of(event.seq), fact):
            self._work.write(insert_rows(member_told), *row)

    def told_of(self, member: MemberId, since_seq: int) -> Sequence[ToldFact]:
        """What was told here of a member after `since_seq`, in its order."""
        rows = self._work.rows(_TOLD, member, self._work.pos_of(since_seq))
        events = (self._event(row[0]) for row in rows)
        return [
            ToldFact(event.id, event.business_date, people_fact_of(event))
            for event in events
            if not is_forgotten(event)
        ]

    def seek(self, sought: Sought, text: str, since_seq: int, limit: int) -> Sequence[MemberId]:
        """Who was told here after `since_seq` to have such a phone or name; the last one first."""
        wanted = spelled(text) if sought is Sought.LETTERS else text
        if not wanted:
            return []
        rows = self._work.rows(_SEEK.format(_WHERE[sought]), self._work.pos_of(since_seq), wanted, limit)
        return [MemberId(row[0]) for row in rows]

    def forget(self, places: Iterable[tuple[int, int]]) -> None:
        """Drop the keys of the words told by the events at these places (epoch, seq)."""
        forget(self._work, places)

    def _event(self, pos: int) -> Event:
        event = self._journal.at(pos)
        if event is None:
            raise BrokenPromiseError(f"the event at {pos} is missing")
        return event


def told_rows(pos: int, fact: PeopleFact) -> list[Values]:
    """The row of table `member_told`; head office alone merges, so a merge has none."""
    match fact:
        case Merge():
            return []
        case Registration():
            name, phone = fact.name, fact.phone
        case ProfileChange():
            name, phone = fact.own.get("name", ""), fact.own.get("phone", "")
        case _:
            name, phone = "", ""
    ways = readings(name) if name else ()
    given = name[surname_length(name) :]
    initials = "".join(f" {way.initials}" for way in ways)
    pinyin = "".join(f" {way.pinyin}" for way in ways)
    return [(pos, fact.member, fact.wallet, name, phone, given, initials, pinyin)]
