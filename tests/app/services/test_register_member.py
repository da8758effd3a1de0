"""Members are registered and changed at the till, found at once, and the directory has its say once it has heard."""

from dataclasses import replace

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber, MemberId
from app.domain.journal import Kind
from app.domain.member import Consent, Member
from app.domain.staff import Approval, Permission
from app.services.register_member import NewMember
from tests.app.services.shop import AUDITOR, CASHIER, LI_CARD, MANAGER, Shop

WANG = NewMember(
    "138 1111-2222",
    " 王芳 ",
    birthday="19900213",
    gender="female",
    fields={"occupation": "teacher", "region": ""},
    consents={Consent.MESSAGES: True, Consent.PARTNERS: False},
    card="880000000047",
)
ZHANG_ID = MemberId("m-zhang")


def register(shop: Shop, new: NewMember = WANG) -> Member:
    member = shop.use.register_member(new, CASHIER)
    assert isinstance(member, Member), member
    return member


def names(shop: Shop, query: str) -> list[str]:
    return [member.name for member in shop.use.find_members(query)]


def kinds(shop: Shop) -> list[str]:
    with shop.store.unit_of_work() as uow:
        return [event.kind for event in uow.outbox.after(uow.journal.head().seq - 2, 10)]


def test_a_new_member_is_found_and_swiped_at_once(shop: Shop) -> None:
    member = register(shop)
    assert (member.name, member.phone, member.birthday, member.joined_on) == (
        "王芳", "13811112222", "1990-02-13", "2026-11-22",
    )  # fmt: skip
    assert member.fields == {"occupation": "teacher"}
    shop.reopen()
    for query in ("13811112222", "2222", "2222 王", "王", "王芳", "芳", "wf", "wangf", "WF"):
        assert names(shop, query) == ["王芳"], query
    assert names(shop, "2222 李") == []
    view = shop.swipe(CardNumber("880000000047"))
    assert view.member is not None
    assert replace(view.member, measures={}) == member
    profile = shop.use.view_member.profile(member.id, CASHIER)
    assert not isinstance(profile, Refused)
    assert [card.number for card in profile.cards] == ["880000000047"]


def test_phone_and_name_are_enough(shop: Shop) -> None:
    assert register(shop, NewMember("+86 13811112222", "王")).birthday == ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"phone": "12345678901"}, Why.PHONE_IMPOSSIBLE),
        ({"phone": "1381111222"}, Why.PHONE_IMPOSSIBLE),
        ({"phone": "021-6543 2109"}, None),
        ({"phone": "+852 91234567"}, None),
        ({"phone": "138111122223"}, Why.PHONE_IMPOSSIBLE),
        ({"phone": ""}, Why.PHONE_IMPOSSIBLE),
        ({"phone": "13800001234"}, Why.PHONE_TAKEN),
        ({"name": "  "}, Why.NAME_MISSING),
        ({"birthday": "19900230"}, Why.BIRTHDAY_IMPOSSIBLE),
        ({"birthday": "19000229"}, Why.BIRTHDAY_IMPOSSIBLE),
        ({"birthday": "20261123"}, Why.BIRTHDAY_IMPOSSIBLE),
        ({"birthday": "1990"}, Why.BIRTHDAY_IMPOSSIBLE),
        ({"birthday": "2000.2.29"}, None),
        ({"card": LI_CARD}, Why.CARD_TAKEN),
        ({"card": "6901234567892"}, Why.CARD_NOT_OURS),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(shop: Shop, changes: dict[str, str], why: Why | None) -> None:
    outcome = shop.use.register_member(replace(WANG, **changes), CASHIER)  # type: ignore[arg-type]
    if why is None:
        assert isinstance(outcome, Member)
        return
    assert isinstance(outcome, Refused)
    assert outcome.why is why
    assert names(shop, "王芳") == []
    if why is Why.PHONE_TAKEN:
        assert outcome.facts == {"name": "张三", "member": "m-zhang"}


def test_one_transaction_of_two_events_and_one_who_may_not(shop: Shop) -> None:
    register(shop)
    assert kinds(shop) == [Kind.MEMBER_REGISTERED, Kind.CARD_CHANGED]
    refused = shop.use.register_member(replace(WANG, phone="13811113333", card=""), AUDITOR)
    assert isinstance(refused, Refused)
    assert refused.why is Why.NOT_PERMITTED


def test_a_second_one_with_the_phone_of_the_first_is_refused(shop: Shop) -> None:
    member = register(shop)
    refused = shop.use.register_member(replace(WANG, name="王小芳", card=""), CASHIER)
    assert refused == Refused(Why.PHONE_TAKEN, {"name": "王芳", "member": member.id})


def test_a_changed_member_is_found_by_what_they_are_now(shop: Shop) -> None:
    changed = shop.use.change_member.profile(
        ZHANG_ID, {"name": "张三丰", "phone": "13900009999", "birthday": ""}, {"occupation": "cook"}, CASHIER
    )
    assert isinstance(changed, Member)
    assert (changed.name, changed.phone, changed.tier, changed.fields) == (
        "张三丰", "13900009999", "silver", {"occupation": "cook"},
    )  # fmt: skip
    shop.reopen()
    assert names(shop, "13900009999") == names(shop, "9999") == names(shop, "zsf") == names(shop, "张三") == ["张三丰"]
    assert names(shop, "13800001234") == names(shop, "1234") == []
    swiped = shop.swipe().member
    assert swiped is not None
    assert swiped.name == "张三丰"
    # Another may have the old phone now; and the same words once more change nothing.
    assert register(shop, NewMember("13800001234", "王芳")).phone == "13800001234"
    again = shop.use.change_member.profile(ZHANG_ID, {"name": " 张三丰 "}, {"occupation": "cook"}, CASHIER)
    assert again == Refused(Why.NOTHING_CHANGED)


def test_a_phone_is_not_changed_to_somebody_elses(shop: Shop) -> None:
    refused = shop.use.change_member.profile(ZHANG_ID, {"phone": "13900005678"}, {}, CASHIER)
    assert refused == Refused(Why.PHONE_TAKEN, {"name": "李四", "member": "m-li"})


def test_the_directory_has_its_say_once_it_has_heard(shop: Shop) -> None:
    register(shop)
    shop.use.change_member.profile(ZHANG_ID, {"name": "张三丰"}, {}, CASHIER)
    with shop.store.unit_of_work() as uow:
        shop.directory.applied_seq = uow.journal.head().seq
    assert (names(shop, "张三"), names(shop, "王芳")) == (["张三"], [])


def test_a_decision_names_the_one_it_lifts(shop: Shop) -> None:
    ask = shop.use.change_member.consent
    no = ask(ZHANG_ID, Consent.MESSAGES, CASHIER, given=False)
    assert isinstance(no, Member)
    first = no.consents[Consent.MESSAGES]
    yes = ask(ZHANG_ID, Consent.MESSAGES, CASHIER, given=True)
    assert isinstance(yes, Member)
    assert yes.consents[Consent.MESSAGES].given
    with shop.store.unit_of_work() as uow:
        event = uow.journal.event(uow.people.told_of(ZHANG_ID, 0)[-1].told_by)
    assert event is not None
    assert event.body()["over"] == first.told_by
    # Asked the same once more, nothing is recorded.
    assert ask(ZHANG_ID, Consent.MESSAGES, CASHIER, given=True) == yes


def test_who_is_forgotten_is_found_no_more(shop: Shop) -> None:
    member = register(shop)
    own = Approval(Permission.MERGE_MEMBERS, CASHIER.id, CASHIER.id)
    refused = shop.use.change_member.erase(member, own)
    assert refused is not None
    assert refused.why is Why.NOT_PERMITTED
    allowed = Approval(Permission.MERGE_MEMBERS, CASHIER.id, MANAGER.id, "本人要求")
    assert shop.use.change_member.erase(member, allowed) is None
    assert names(shop, "王芳") == []
    assert shop.swipe(CardNumber("880000000047")).member is None


def test_a_merge_is_told_and_both_stand_until_head_office_has_merged(shop: Shop) -> None:
    first, second = register(shop), register(shop, NewMember("13811113333", "王小芳"))
    allowed = Approval(Permission.MERGE_MEMBERS, CASHIER.id, MANAGER.id, "同一个人")
    assert shop.use.change_member.merge(second, first, allowed) is None
    assert names(shop, "王") == ["王小芳", "王芳"]
    assert shop.use.change_member.merge(first, first, allowed) == Refused(Why.SAME_WALLET)


def test_a_full_search_still_shows_who_was_just_registered(shop: Shop) -> None:
    zhang = shop.directory.members[ZHANG_ID]
    shop.directory.members |= {
        MemberId(f"m{n}"): replace(zhang, id=MemberId(f"m{n}"), phone=f"1390000{n:04d}") for n in range(30)
    }
    register(shop, replace(WANG, name="张三"))
    found = shop.use.find_members("张三")
    assert len(found) == 20
    assert found[0].phone == "13811112222"


def test_somebody_of_the_staff_looks_after_a_member_and_is_named(shop: Shop) -> None:
    member = register(shop, replace(WANG, colleague=CASHIER.id))
    assert colleague(shop, member) == CASHIER.name
    changed = shop.use.change_member.profile(member.id, {"colleague": MANAGER.id}, {}, CASHIER)
    assert isinstance(changed, Member)
    assert (changed.colleague, changed.name) == (MANAGER.id, "王芳")
    shop.reopen()
    assert colleague(shop, member) == MANAGER.name
    assert isinstance(shop.use.change_member.profile(member.id, {"colleague": "who-left"}, {}, CASHIER), Member)
    assert colleague(shop, member) == "who-left"
    assert isinstance(shop.use.change_member.profile(member.id, {"colleague": ""}, {}, CASHIER), Member)
    assert colleague(shop, member) == ""


def colleague(shop: Shop, member: Member) -> str:
    profile = shop.use.view_member.profile(member.id, CASHIER)
    assert not isinstance(profile, Refused)
    return profile.colleague
