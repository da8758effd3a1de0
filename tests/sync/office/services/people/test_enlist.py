"""The register of members: what tills tell, in any order, and who is one person."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ids import CardNumber, MemberId, OperatorId, WalletId
from app.domain.journal import Kind
from app.domain.ledger import OFFICE, PRINCIPAL, TOPPED_UP, TRANSFERRED, lease_at
from app.domain.member import Card, CardState, Consent, Decision
from app.domain.people.body import kind_of_people_fact, people_fact_to_body
from app.domain.people.facts import ConsentChange, Erasure, Merge, PeopleFact, ProfileChange, Registration
from app.domain.value.body import card_change_to_body
from app.domain.value.facts import CardChange, CardStep
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.people.merge import SettleMerges
from sync.office.storage.announced import take_announced
from sync.office.storage.cards import cards_of_wallet
from sync.office.storage.engines import Database, open_sqlite
from sync.office.storage.member_feed import member_rows
from sync.office.storage.merges import survivors
from sync.office.storage.migrate import migrate
from sync.office.storage.people import Registered, holder_of, registered
from sync.protocol.messages import Denied, Granted
from tests.app.domain.builders import approval
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import LOT, Chain

CHEN = OperatorId("chen")
PHONE = "13812345678"


def ids(name: str) -> tuple[MemberId, WalletId]:
    return MemberId(f"m-{name}"), WalletId(f"w-{name}")


class Town:
    """Head office and tills that tell it of members."""

    def __init__(self, database: Database) -> None:
        self.desk = Desk(database)
        self.tills: dict[str, Chain] = {}

    def till(self, name: str) -> Chain:
        if name not in self.tills:
            self.tills[name] = self.desk.newcomer(name)
        return self.tills[name]

    def tell(self, till: str, *facts: PeopleFact | CardChange) -> None:
        """A till's events, sent, a second after the last that were."""
        self.desk.clock.now += 1_000
        chain = self.till(till)
        before = chain.head.seq
        for fact in facts:
            if isinstance(fact, CardChange):
                chain.add(Kind.CARD_CHANGED, card_change_to_body(fact))
            else:
                chain.add(kind_of_people_fact(fact), people_fact_to_body(fact))
        self.desk.push(chain, before)

    def register(self, till: str, name: str, /, phone: str = PHONE, **more: str) -> None:
        member, wallet = ids(name)
        self.tell(till, Registration(member, wallet, more.pop("called", name), phone, CHEN, **more))  # type: ignore[arg-type]

    def change(self, till: str, name: str, /, **own: str) -> None:
        self.tell(till, ProfileChange(*ids(name), CHEN, own))

    def card(self, till: str, name: str, number: str, step: CardStep = CardStep.ISSUE) -> None:
        states = {CardStep.FREEZE: CardState.FROZEN, CardStep.LOSE: CardState.LOST}
        member, wallet = ids(name)
        card = Card(CardNumber(number), wallet, member, states.get(step, CardState.ACTIVE))
        self.tell(till, CardChange(step, (card,), approval()))

    def top_up(self, till: str, name: str, amount: int, *, stays: bool = False) -> None:
        """Value of a wallet: at the till, or sent back to head office."""
        chain = self.till(till)
        before = chain.head.seq
        chain.top_up(amount, wallet=ids(name)[1])
        if not stays:
            chain.give_back(amount, wallet=ids(name)[1])
        self.desk.push(chain, before)

    def give_back(self, till: str, name: str, amount: int) -> None:
        chain = self.till(till)
        before = chain.head.seq
        chain.give_back(amount, wallet=ids(name)[1])
        self.desk.push(chain, before)

    def look(self) -> None:
        EnlistMembers(self.desk.world)()
        SettleMerges(self.desk.world)()

    def end(self, name: str) -> WalletId:
        wallet = ids(name)[1]
        return self.desk.database.read(lambda connection: survivors(connection, [wallet])[wallet])

    def known(self, name: str) -> Registered:
        wallet = self.end(name)
        return self.desk.database.read(lambda connection: registered(connection, [wallet])[wallet])

    def holder(self, phone: str) -> WalletId | None:
        return self.desk.database.read(lambda connection: holder_of(connection, phone))

    def cards(self, name: str) -> list[tuple[str, str]]:
        wallet = ids(name)[1]
        found = self.desk.database.read(lambda connection: cards_of_wallet(connection, wallet))
        return [(card.number, card.state.value) for card in found]

    def at_office(self, name: str) -> int:
        return self.desk.balance(OFFICE, wallet=ids(name)[1])

    def announced(self) -> set[str]:
        return set(self.desk.database.write(lambda connection: take_announced(connection, 1_000)))


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database)


def test_a_registration_stands_in_the_register_and_is_told_to_the_tills(town: Town) -> None:
    town.register("T01", "wang", birthday="1990-02-13", gender="female", called="王芳")
    town.card("T01", "wang", "880000000013")
    town.look()
    town.look()
    known = town.known("wang")
    assert (known.member.name, known.member.phone, known.member.joined_on) == ("王芳", PHONE, "2026-11-22")
    assert (known.till, town.holder(PHONE)) == ("T01", "w-wang")
    assert town.announced() == {"w-wang"}
    row = town.desk.database.read(lambda c: member_rows(c, [WalletId("w-wang")])[WalletId("w-wang")])
    assert (row.name, row.cards, row.birthday) == ("王芳", (("880000000013", "active"),), "1990-02-13")


def test_each_field_is_what_was_heard_last(town: Town) -> None:
    town.register("T01", "wang")
    town.change("T02", "wang", name="王芳芳", birthday="1991-01-01")
    town.change("T01", "wang", birthday="1992-02-02", phone="13900000000")
    town.look()
    who = town.known("wang").member
    assert (who.name, who.birthday, who.phone) == ("王芳芳", "1992-02-02", "13900000000")
    assert (town.holder(PHONE), town.holder("13900000000")) == (None, "w-wang")


def test_a_change_that_comes_before_its_registration_stands(town: Town) -> None:
    town.till("T02")
    town.change("T01", "wang", name="王芳芳")
    town.look()
    assert not town.known("wang").member.phone
    town.register("T02", "wang", called="王芳")
    town.look()
    assert (town.known("wang").member.name, town.known("wang").member.phone) == ("王芳芳", PHONE)


def test_one_phone_at_two_tills_is_one_member(town: Town) -> None:
    town.register("T01", "first", called="王芳")
    town.register("T02", "second", called="王小芳", birthday="1990-02-13")
    town.card("T01", "first", "880000000013")
    town.card("T02", "second", "880000000021")
    town.top_up("T01", "first", 5_000)
    town.top_up("T02", "second", 3_000)
    town.look()
    assert town.end("second") == "w-first"
    assert (town.known("second").member.name, town.known("second").member.birthday) == ("王芳", "1990-02-13")
    assert (town.at_office("first"), town.at_office("second")) == (8_000, 0)
    assert town.cards("first") == [("880000000013", "active"), ("880000000021", "active")]
    assert town.cards("second") == []
    assert town.announced() == {"w-first", "w-second"}
    assert town.desk.balance(TRANSFERRED, wallet="w-first") == -3_000
    town.desk.check()


def test_what_a_till_holds_is_asked_for_once_and_moves_when_it_is_back(town: Town) -> None:
    town.register("T01", "first")
    town.register("T02", "second")
    town.top_up("T02", "second", 3_000, stays=True)
    for _ in range(3):
        town.look()
    recalls = [change for change in town.desk.pull(town.till("T02")).changes if change.change == "recall"]
    assert [(recall.wallet, recall.keep) for recall in recalls] == [("w-second", 0)]
    assert town.at_office("first") == 0
    town.give_back("T02", "second", 3_000)
    town.look()
    assert (town.at_office("first"), town.at_office("second")) == (3_000, 0)
    # A till that has not heard goes on for a while.
    town.top_up("T02", "second", 700, stays=True)
    town.look()
    assert len(town.desk.pull(town.till("T02")).changes) == 2
    town.give_back("T02", "second", 700)
    town.look()
    assert town.at_office("first") == 3_700
    town.desk.check()


def test_a_phone_of_somebody_else_is_not_taken_over_by_a_change(town: Town) -> None:
    town.register("T01", "wang")
    town.register("T01", "li", "13900000000")
    town.change("T02", "li", phone=PHONE, name="李四")
    town.look()
    assert (town.known("li").member.phone, town.known("li").member.name) == ("13900000000", "李四")
    assert town.holder(PHONE) == "w-wang"
    assert town.desk.rules_broken() == [("phone_taken", 0)]


def test_a_card_of_somebody_else_stays_theirs(town: Town) -> None:
    town.register("T01", "wang")
    town.register("T01", "li", "13900000000")
    town.card("T01", "wang", "880000000013")
    town.card("T02", "li", "880000000013")
    town.look()
    assert (town.cards("wang"), town.cards("li")) == ([("880000000013", "active")], [])
    assert town.announced() == {"w-wang", "w-li"}, "the till that gave it to li hears that it is not"
    assert town.desk.rules_broken() == [("card_taken", 0)]


@pytest.mark.parametrize("first", [True, False])
def test_of_two_decisions_the_stricter_wins(town: Town, *, first: bool) -> None:
    town.register("T01", "wang")
    town.tell("T01", ConsentChange(*ids("wang"), CHEN, Consent.MESSAGES, given=first))
    town.tell("T02", ConsentChange(*ids("wang"), CHEN, Consent.MESSAGES, given=not first))
    town.look()
    no = town.known("wang").member.consents[Consent.MESSAGES]
    assert not no.given
    town.tell("T02", ConsentChange(*ids("wang"), CHEN, Consent.MESSAGES, given=True, over=no.told_by))
    town.look()
    assert town.known("wang").member.consents[Consent.MESSAGES].given


def test_two_that_are_one_have_the_stricter_consent(town: Town) -> None:
    town.register("T01", "first")
    town.register("T02", "second")
    town.tell("T01", ConsentChange(*ids("first"), CHEN, Consent.MESSAGES, given=True))
    town.tell("T02", ConsentChange(*ids("second"), CHEN, Consent.MESSAGES, given=False))
    town.look()
    said = town.known("first").member.consents[Consent.MESSAGES]
    assert isinstance(said, Decision)
    assert not said.given


def test_the_last_active_card_stopped_brings_back_what_tills_hold(town: Town) -> None:
    town.register("T01", "wang")
    town.card("T01", "wang", "880000000013")
    town.card("T01", "wang", "880000000021")
    town.top_up("T02", "wang", 3_000, stays=True)
    town.card("T01", "wang", "880000000013", CardStep.LOSE)
    town.look()
    assert town.desk.pull(town.till("T02")).changes == ()
    town.card("T01", "wang", "880000000021", CardStep.FREEZE)
    town.look()
    assert [change.wallet for change in town.desk.pull(town.till("T02")).changes] == ["w-wang"]
    assert town.desk.balance(lease_at(town.till("T02").head.till), wallet="w-wang") == 3_000


def test_of_a_wallet_whose_cards_are_all_stopped_nothing_is_lent(town: Town) -> None:
    town.card("T01", "wang", "880000000013")
    town.top_up("T01", "wang", 3_000)
    town.card("T01", "wang", "880000000013", CardStep.FREEZE)
    town.look()
    wallet, two = ids("wang")[1], town.till("T02")
    assert isinstance(town.desk.lease(two, 100, wallet=wallet, request_id="a"), Denied)
    town.card("T01", "wang", "880000000021")
    town.look()
    assert isinstance(town.desk.lease(two, 100, wallet=wallet, request_id="b"), Granted)


def test_who_wants_to_be_forgotten_is(town: Town) -> None:
    town.register("T01", "wang", birthday="1990-02-13")
    town.card("T01", "wang", "880000000013")
    town.top_up("T01", "wang", 3_000)
    town.tell("T01", Erasure(*ids("wang"), approval()))
    town.look()
    wallet = ids("wang")[1]
    assert town.desk.database.read(lambda connection: registered(connection, [wallet])) == {}
    assert town.holder(PHONE) is None
    assert (town.at_office("wang"), town.cards("wang")) == (3_000, [("880000000013", "active")])


def test_what_tills_that_had_not_heard_tell_of_the_forgotten_stays_untold(town: Town) -> None:
    town.register("T01", "wang")
    town.tell("T01", Erasure(*ids("wang"), approval()))
    town.change("T02", "wang", name="王芳芳", phone="13900000000")
    town.tell("T02", ConsentChange(*ids("wang"), CHEN, Consent.MESSAGES, given=True))
    town.register("T03", "wang")
    town.card("T02", "wang", "880000000013")
    town.look()
    wallet = ids("wang")[1]
    assert town.desk.database.read(lambda connection: registered(connection, [wallet])) == {}
    assert (town.holder(PHONE), town.holder("13900000000")) == (None, None)
    row = town.desk.database.read(lambda connection: member_rows(connection, [wallet])[wallet])
    assert (row.member, row.name, row.cards) == ("", "", (("880000000013", "active"),))


def test_who_comes_back_after_they_were_forgotten_is_somebody_new(town: Town) -> None:
    town.register("T01", "wang")
    town.tell("T01", Erasure(*ids("wang"), approval()))
    town.register("T02", "again", called="王芳")
    town.tell("T01", Merge(ids("wang"), ids("again"), approval()))
    town.change("T02", "again", birthday="1990-02-13")
    town.look()
    who = town.known("wang").member
    assert (who.wallet, who.name, who.phone, who.birthday) == ("w-wang", "王芳", PHONE, "1990-02-13")


def test_what_cannot_be_read_is_told_and_holds_nothing_up(town: Town) -> None:
    chain = town.till("T01")
    chain.add(Kind.MEMBER_CHANGED, {"member": 7})
    town.desk.push(chain)
    town.register("T01", "wang")
    town.look()
    assert town.known("wang").member.phone == PHONE
    assert ("unreadable", 0) in town.desk.rules_broken()


NAMES, PHONES, TILLS = ("a", "b", "c", "d"), (PHONE, "13900000000"), ("T01", "T02", "T03")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("register"), st.sampled_from(TILLS), st.sampled_from(NAMES), st.sampled_from(PHONES)),
        st.tuples(st.just("change"), st.sampled_from(TILLS), st.sampled_from(NAMES), st.sampled_from((*PHONES, ""))),
        st.tuples(st.just("merge"), st.sampled_from(TILLS), st.sampled_from(NAMES), st.sampled_from(NAMES)),
        st.tuples(st.just("card"), st.sampled_from(TILLS), st.sampled_from(NAMES), st.sampled_from(("8801", "8802"))),
        st.tuples(st.just("top_up"), st.sampled_from(TILLS), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("keep"), st.sampled_from(TILLS), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("look"), st.just(""), st.just(""), st.just("")),
    ),
    max_size=14,
)


@settings(max_examples=20, deadline=None)
@given(steps=STEPS)
def test_no_order_makes_two_wallets_of_a_phone_or_loses_value(steps: list[tuple[str, str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        database = open_sqlite(Path(folder) / "office.db", bytes(32))
        try:
            database.write(migrate)
            _play(Town(database), steps)
        finally:
            database.close()


def test_and_neither_does_it_on_either_engine(town: Town) -> None:
    _play(
        town,
        [
            ("keep", "T03", "b", ""),
            ("register", "T01", "a", PHONE),
            ("register", "T02", "b", PHONE),
            ("merge", "T03", "c", "b"),
            ("top_up", "T01", "b", ""),
            ("look", "", "", ""),
            ("register", "T03", "c", "13900000000"),
            ("change", "T01", "a", "13900000000"),
            ("keep", "T02", "c", ""),
            ("merge", "T01", "b", "d"),
        ],
    )


def _play(town: Town, steps: list[tuple[str, str, str, str]]) -> None:
    paid = 0
    kept: list[tuple[str, str]] = []
    for what, till, name, other in steps:
        if what == "register":
            town.register(till, name, other)
        elif what == "change":
            town.change(till, name, phone=other)
        elif what == "merge":
            town.tell(till, Merge(ids(other), ids(name), approval()))
        elif what == "card":
            town.card(till, name, other)
        elif what == "top_up":
            town.top_up(till, name, 100)
            paid += 100
        elif what == "keep":
            town.top_up(till, name, 100, stays=True)
            kept.append((till, name))
            paid += 100
        else:
            town.look()
    town.look()
    for till, name in kept:
        town.give_back(till, name, 100)
    for _ in range(2):
        town.look()
    _check(town, paid)


def _check(town: Town, paid: int) -> None:
    everybody = [ids(name)[1] for name in NAMES]
    found = town.desk.database.read(lambda connection: registered(connection, everybody))
    ends = town.desk.database.read(lambda connection: survivors(connection, everybody))
    for wallet, known in found.items():
        assert ends[wallet] == wallet
        if known.member.phone:
            assert town.holder(known.member.phone) == wallet
    phones = [known.member.phone for known in found.values() if known.member.phone]
    assert len(phones) == len(set(phones))
    # What was paid in lies with those who live on, to the cent.
    assert sum(town.at_office(name) for name in NAMES if ends[ids(name)[1]] == ids(name)[1]) == paid
    assert sum(town.desk.balance(TOPPED_UP, wallet=ids(name)[1], unit=PRINCIPAL, lot=LOT) for name in NAMES) == -paid
    town.desk.check()


def test_what_no_database_keeps_stops_nobody_behind_it(postgres_database: Database) -> None:
    town = Town(postgres_database)
    town.register("T02", "odd", "a\0b")
    town.register("T02", "zhang")
    EnlistMembers(town.desk.world)()
    assert postgres_database.read(lambda connection: holder_of(connection, PHONE)) == "w-zhang"
    assert town.desk.rules_broken() == [("unreadable", 0)]
