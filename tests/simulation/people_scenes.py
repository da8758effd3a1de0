"""Short scenes of the chain in calm weather, for what a storm seldom brings about: each ends with everybody settled."""

from collections.abc import Callable

from app.domain.errors import Refused
from app.domain.ids import CardNumber
from app.domain.ledger import PRINCIPAL
from app.domain.member import Consent, Member
from app.domain.staff import Permission
from app.domain.value.facts import CardStep
from app.services.register_member import NewMember
from sync.office.services.people.members_by_hand import MembersByHand
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.services.streams.set_shops import SetShops
from tests.simulation.machine import CASHIER, member_of
from tests.simulation.people import Chain, listening
from tests.simulation.people_copies import assert_nobody_has_missed
from tests.simulation.people_counters import CARDS
from tests.simulation.people_office import PHONES

Scene = Callable[[Chain], None]


def play(scene: Scene) -> None:
    """It happens, and everything is as it should be."""
    with listening() as faults:
        chain = Chain(0)
        try:
            chain.weather.clear_up()
            scene(chain)
            chain.settle()
            assert not faults, f"copies had to be fetched anew: {faults}"
        finally:
            chain.close()


def a_card_is_stopped_and_another_till_asks(chain: Chain) -> None:
    """The first till stops a member's only card; another one that has not heard asks for value."""
    one, two = chain.tills[:2]
    who = _registered(chain)
    one.desk.top_up(member_of(who.wallet), 1_000)
    view = one.view.by_card(CardNumber(CARDS[0]))
    assert not isinstance(view, Refused)
    one.cards.mark(view, CardNumber(CARDS[0]), CardStep.FREEZE, one.approved(Permission.STOP_CARD))
    for _ in range(2):
        one.session.synchronise()
        chain.at_office.follow_all()
    two.session.ask(who.wallet, PRINCIPAL, 100)


def a_row_comes_before_what_was_told_is_in_it(chain: Chain) -> None:
    """A till has told another name; before head office has taken it up it tells that the card is stopped."""
    one, who = chain.tills[0], _registered(chain)
    one.change.profile(who.id, {"name": "王芳"}, {}, CASHIER)
    one.session.synchronise()
    MembersByHand(chain.office.world).mark(CARDS[0], CardStep.FREEZE, "lost", "wang")
    one.pull()
    assert_nobody_has_missed(chain.office, chain.tills)


def a_till_that_lacks_many_takes_the_file(chain: Chain) -> None:
    """Members come and their cards are stopped and released, more often than a till takes row by row."""
    one, two = chain.tills[:2]
    for number, phone in enumerate(PHONES):
        assert isinstance(one.register(NewMember(phone, "张三", card=CARDS[number]), CASHIER), Member)
    one.session.synchronise()
    chain.at_office.follow_all()
    for step in (CardStep.FREEZE, CardStep.RELEASE):
        MembersByHand(chain.office.world).mark(CARDS[0], step, "x", "wang")
        chain.at_office.follow_all()
    two.session.synchronise()
    two.try_to(two.pull)
    chain.at_office.follow_all()
    two.pull()
    assert_nobody_has_missed(chain.office, chain.tills)


def a_guests_card_is_stopped(chain: Chain) -> None:
    """A till has looked somebody of another region up; then head office stops their card."""
    for till, region in zip(chain.tills, ("east", "west", ""), strict=True):
        SetShops(chain.office.world).put_into_region(till.name, region)
    _registered(chain)
    two = chain.tills[1]
    two.pull()
    two.look_up(PHONES[0])
    assert [len(two.guests()), isinstance(two.view.by_card(CardNumber(CARDS[0])), Refused)] == [1, False]
    MembersByHand(chain.office.world).mark(CARDS[0], CardStep.FREEZE, "lost", "wang")


def goods_go_and_are_forgotten(chain: Chain) -> None:
    """What a till has not heard to be gone is no longer told, so it reads everything anew, in pages."""
    chain.settle()
    for goods in ("ABCDE", "ABCD"):
        rows = "\n".join(f"{name},{name},1" for name in goods)
        ImportCatalogue(chain.office.world)(f"id,name,price\n{rows}\n".encode(), is_whole=True)
        if goods == "ABCDE":
            for till in chain.tills:
                till.pull()
    chain.at_office.bury()


def a_till_that_had_not_heard_names_the_forgotten(chain: Chain) -> None:
    """One till forgets a member; another changes the name meanwhile."""
    one, two = chain.tills[:2]
    who = _registered(chain)
    one.change.erase(who, one.approved(Permission.MERGE_MEMBERS))
    one.session.synchronise()
    chain.at_office.follow_all()
    two.change.profile(who.id, {"name": "王芳"}, {}, CASHIER)


def two_tills_hear_no_and_yes(chain: Chain) -> None:
    """A member says no at one till and, before it is heard of there, yes at another."""
    one, two = chain.tills[:2]
    who = _registered(chain)
    one.change.consent(who.id, Consent.MESSAGES, CASHIER, given=False)
    one.session.synchronise()
    two.change.consent(who.id, Consent.MESSAGES, CASHIER, given=True)


def two_of_whom_one_has_said_no_are_one(chain: Chain) -> None:
    """What the one that ends has said counts for the other."""
    kept, gone = _registered(chain), _registered(chain, 1)
    chain.tills[0].change.consent(kept.id, Consent.MESSAGES, CASHIER, given=True)
    chain.tills[0].change.consent(gone.id, Consent.MESSAGES, CASHIER, given=False)
    chain.talk()
    MembersByHand(chain.office.world).merge(PHONES[0], PHONES[1], "one person", "wang")


def a_till_crashes_wherever_it_can_while_a_row_comes(chain: Chain) -> None:
    """Each time another statement is the last; what was read of the members and how far goes together."""
    _registered(chain)
    one, by_hand = chain.tills[0], MembersByHand(chain.office.world)
    for statement in range(1, 24):
        by_hand.mark(CARDS[0], CardStep.FREEZE if statement % 2 else CardStep.RELEASE, "x", "wang")
        chain.at_office.follow_all()
        one.fuse.set(statement)
        one.try_to(one.pull_members)
        one.fuse.disarm()
        assert_nobody_has_missed(chain.office, chain.tills)


def two_who_were_welcomed_are_one(chain: Chain) -> None:
    """Two phones, two welcomes, one person."""
    _registered(chain)
    _registered(chain, 1)
    MembersByHand(chain.office.world).merge(PHONES[0], PHONES[1], "one person", "wang")


def _registered(chain: Chain, number: int = 0) -> Member:
    """Somebody registered at the first till whom all know."""
    one = chain.tills[0]
    made = one.register(NewMember(PHONES[number], "张三", card=CARDS[number]), CASHIER)
    assert isinstance(made, Member)
    for _ in range(2):
        chain.talk()
    return made
