"""Look members up among a million as the screens do, in the database worker, domain objects out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter_ns
from typing import Any

from app.bootstrap.till import OpenTill, open_till
from app.domain.ids import CardNumber
from app.storage.directory.place import directory_in_use
from app.storage.keys import open_key
from app.storage.sqlcipher import connect_raw
from app.storage.worker import DatabaseWorker
from benchmarks.figures import Figure, Goal, Pairs, percentile
from benchmarks.shop import demo_shop

MEMBERS = 1_000_000
FEW_MEMBERS = 1_000
ROUNDS = 2_000
_WARM_UP = 100
_LIMIT = 20

_MEMBER = "id, wallet, name, phone, tier, birthday, joined_on, last_visit_on, measures"
_CARD = (
    "SELECT card.number, card.wallet, card.member, card.state, member.* FROM card "
    "LEFT JOIN member ON member.id = card.member WHERE card.number = ?"
)
_WALLET = ("SELECT unit, amount FROM balance WHERE wallet = ?",)
_WALLET_HERE = (
    "SELECT unit, lot, granted, credited, spent, returned FROM lease WHERE wallet = ?",
    "SELECT unit, sum(amount) FROM posting WHERE wallet = ? AND event > ? GROUP BY unit",
    "SELECT sum(total_minor) FROM sale WHERE wallet = ? AND pos > ?",
)
_BY_PHONE = f"SELECT {_MEMBER} FROM member WHERE phone = ? LIMIT {_LIMIT}"
_BY_LAST_FOUR = f"SELECT {_MEMBER} FROM member WHERE substr(phone, -4) = ? LIMIT {_LIMIT}"
_BY_LAST_FOUR_AND_NAME = (
    f"SELECT {_MEMBER} FROM member WHERE substr(phone, -4) = ? AND name >= ? AND name < ? LIMIT {_LIMIT}"
)
_BY_BEGINNING = f"SELECT {_MEMBER} FROM member WHERE {{0}} >= ? AND {{0}} < ? LIMIT {_LIMIT}"

_EXACT = {0.5: (5.0, Goal.RATIO_AT_MOST), 0.99: (1.0, Goal.VALUE_AT_MOST)}
_RANKED = {0.5: (None, Goal.NONE), 0.95: (5.0, Goal.VALUE_AT_MOST), 0.99: (None, Goal.NONE)}
_Goals = Mapping[float, tuple[float | None, Goal]]


@dataclass(frozen=True, slots=True)
class _Person:
    """What is typed or swiped to find a member."""

    card: CardNumber
    name: str
    phone: str
    initials: str
    pinyin: str


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to look up: what the screen calls, and what a raw program would ask the same files."""

    name: str
    ours: Callable[[_Person], object]
    raw: Callable[[_Person], object]
    limit_is: str
    goals: _Goals


def run(rounds: int = ROUNDS, members: int = MEMBERS, few: int = FEW_MEMBERS) -> Iterator[Figure]:
    """Each way to look up, and how the exact ones grow with the number of members."""
    small = {way.name: pairs for way, pairs in _measured(few, rounds, only=("card", "card_to_member", "phone"))}
    for way, pairs in _measured(members, rounds):
        yield from pairs.figures("lookup", way.limit_is, way.goals, {"members": members}, prefix=f"{way.name}_")
        if way.name in small:
            yield _growth(way.name, pairs, small[way.name], members, few)


def _growth(name: str, pairs: Pairs, small: Pairs, members: int, few: int) -> Figure:
    return Figure(
        bench="lookup",
        figure=f"{name}_growth",
        value=percentile(pairs.ours, 0.5),
        unit="ms",
        limit=percentile(small.ours, 0.5),
        limit_is=f"the same with {few} members",
        goal=1.5,
        n=len(pairs.ours),
        context={"members": members},
    )


def _measured(members: int, rounds: int, only: Sequence[str] = ()) -> Iterator[tuple[_Way, Pairs]]:
    # Nothing is written, so the shop itself will do.
    till = open_till(demo_shop(members))
    raw = _Raw(till)
    people = raw.some_people(rounds + _WARM_UP)
    ways = [way for way in _ways(till, raw) if not only or way.name in only]
    worker = till.start_worker()
    try:
        for way in ways:
            yield way, _measure(worker, way, people)
    finally:
        worker.close()
        till.directory.close()
        raw.close()


def _measure(worker: DatabaseWorker, way: _Way, people: Sequence[_Person]) -> Pairs:
    pairs = Pairs()
    for number, person in enumerate(people):
        ours, limit = worker.submit(partial(_timed, way, person, ours_first=number % 2 == 0)).result()
        if number >= _WARM_UP:
            pairs.add(ours, limit)
    return pairs


def _timed(way: _Way, person: _Person, *, ours_first: bool) -> tuple[int, int]:
    """Both in turns, for the first finds less in the system's cache than the second."""
    began = perf_counter_ns()
    (way.ours if ours_first else way.raw)(person)
    between = perf_counter_ns()
    (way.raw if ours_first else way.ours)(person)
    first, second = between - began, perf_counter_ns() - between
    return (first, second) if ours_first else (second, first)


def _ways(till: OpenTill, raw: "_Raw") -> Iterator[_Way]:
    find, directory = till.use_cases.find_members, till.directory

    def to_member(person: _Person) -> object:
        card = directory.card(person.card)
        return directory.member(card.member) if card and card.member else None

    yield _Way(
        "card", lambda person: till.use_cases.look_up(person.card), raw.view, "raw queries for the same facts", _EXACT
    )
    yield _Way("card_to_member", to_member, raw.card, "one raw indexed query", _EXACT)
    for name, ours, by_hand, goals in (
        ("phone", lambda p: find(p.phone), raw.phone, _EXACT),
        ("last_four", lambda p: find(p.phone[-4:]), raw.last_four, _RANKED),
        ("last_four_surname", lambda p: find(f"{p.phone[-4:]} {p.name[0]}"), raw.last_four_surname, _RANKED),
        ("name", lambda p: find(p.name), raw.name, _RANKED),
        ("name_beginning", lambda p: find(p.name[:2]), raw.name_beginning, _RANKED),
        ("surname", lambda p: find(p.name[0]), raw.surname, _RANKED),
        ("initials", lambda p: find(p.initials), raw.initials, _RANKED),
        ("initials_two", lambda p: find(p.initials[:2]), raw.initials_two, _RANKED),
        ("pinyin", lambda p: find(p.pinyin), raw.pinyin, _RANKED),
    ):
        yield _Way(name, ours, by_hand, "one raw indexed query, the first 20 unranked", goals)


class _Raw:
    """The same files by hand: rows out, nothing ranked, nothing made of them."""

    def __init__(self, till: OpenTill) -> None:
        with till.store.unit_of_work() as uow:
            place = directory_in_use(uow.config)
            self._pos = uow.state().last_receipt
        assert place is not None
        self._directory = connect_raw(till.data_dir / place.file, place.key, pragmas=("query_only=ON",))
        self._till = connect_raw(till.store.path, _till_key(till.data_dir), pragmas=("query_only=ON",))

    def close(self) -> None:
        """Let go of the files."""
        self._directory.close()
        self._till.close()

    def some_people(self, count: int) -> list[_Person]:
        """Members from all over the file who have an active card."""
        chance, found = Random(7), list[_Person]()
        last = self._rows("SELECT max(pos) FROM member")[0][0]
        while len(found) < count:
            row = self._rows(
                "SELECT card.number, name, phone, initials, pinyin FROM member "
                "JOIN card ON card.wallet = member.wallet WHERE pos = ? AND state = 'active'",
                chance.randint(1, last),
            )
            found += [_Person(CardNumber(number), *rest) for number, *rest in row[:1]]
        return found

    def card(self, person: _Person) -> object:
        return self._rows(_CARD, person.card)

    def view(self, person: _Person) -> object:
        wallet = self._rows(_CARD, person.card)[0][1]
        there = [self._rows(sql, wallet) for sql in _WALLET]
        return there, [
            self._till.execute(sql, (wallet, self._pos)[: sql.count("?")]).fetchall() for sql in _WALLET_HERE
        ]

    def phone(self, person: _Person) -> object:
        return self._rows(_BY_PHONE, person.phone)

    def last_four(self, person: _Person) -> object:
        return self._rows(_BY_LAST_FOUR, person.phone[-4:])

    def last_four_surname(self, person: _Person) -> object:
        surname = person.name[0]
        return self._rows(_BY_LAST_FOUR_AND_NAME, person.phone[-4:], surname, _behind(surname))

    def name(self, person: _Person) -> object:
        return self._beginning("name", person.name)

    def name_beginning(self, person: _Person) -> object:
        return self._beginning("name", person.name[:2])

    def surname(self, person: _Person) -> object:
        return self._beginning("name", person.name[0])

    def initials(self, person: _Person) -> object:
        return self._beginning("initials", person.initials)

    def initials_two(self, person: _Person) -> object:
        return self._beginning("initials", person.initials[:2])

    def pinyin(self, person: _Person) -> object:
        return self._beginning("pinyin", person.pinyin)

    def _beginning(self, column: str, prefix: str) -> object:
        return self._rows(_BY_BEGINNING.format(column), prefix, _behind(prefix))

    def _rows(self, sql: str, *values: object) -> list[Any]:
        rows: list[Any] = self._directory.execute(sql, values).fetchall()
        return rows


def _behind(prefix: str) -> str:
    return prefix + "\U0010ffff"


def _till_key(data_dir: Path) -> bytes:
    return open_key(data_dir).for_till_db()
