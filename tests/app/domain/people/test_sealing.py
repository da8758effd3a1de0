"""What an event says of a person is opened by one key alone, and without it by nobody."""

import pytest

from app.domain.errors import BrokenPromiseError
from app.domain.ids import MemberId, OperatorId, WalletId
from app.domain.journal import Kind
from app.domain.people.body import people_fact_from_body, people_fact_of, people_fact_to_body
from app.domain.people.facts import ProfileChange, Registration
from app.domain.people.sealing import KEY_BYTES, is_forgotten, open_words, seal_words
from tests.sync.protocol.chains import Chain

KEY = bytes(range(KEY_BYTES))
WANG = Registration(
    MemberId("m-wang"), WalletId("w-wang"), "王芳", "13812345678", OperatorId("chen"), "1990-02-13", "female",
    fields={"occupation": "teacher"}, referrer=MemberId("m-zhang"),
)  # fmt: skip
BODY = seal_words(Kind.MEMBER_REGISTERED, people_fact_to_body(WANG), KEY)


def test_with_its_key_the_fact_is_read_back_as_it_was() -> None:
    assert people_fact_from_body(Kind.MEMBER_REGISTERED, open_words(BODY, KEY)) == WANG


def test_no_word_of_the_person_stands_outside_the_box() -> None:
    assert BODY.keys() == {"member", "wallet", "sealed", "kind", "consents", "referrer", "colleague", "operator"}
    for word in ("王芳", "13812345678", "1990", "female", "teacher"):
        assert word not in str(BODY)


def test_without_a_key_who_it_was_is_not_known_any_more() -> None:
    told = people_fact_from_body(Kind.MEMBER_REGISTERED, open_words(BODY, b""))
    assert told == Registration(WANG.member, WANG.wallet, "", "", WANG.operator, referrer=WANG.referrer)
    change = ProfileChange(WANG.member, WANG.wallet, WANG.operator, {"name": "王方"}, {"occupation": "nurse"})
    sealed = seal_words(Kind.MEMBER_CHANGED, people_fact_to_body(change), KEY)
    nothing = people_fact_from_body(Kind.MEMBER_CHANGED, sealed)
    assert nothing == ProfileChange(WANG.member, WANG.wallet, WANG.operator)


@pytest.mark.parametrize("wrong", [{**BODY, "sealed": "AAAA"}, {**BODY, "sealed": "!"}, {**BODY, "sealed": 7}])
def test_a_box_that_does_not_open_is_no_fact(wrong: dict[str, object]) -> None:
    with pytest.raises(BrokenPromiseError):
        open_words(wrong, KEY)
    with pytest.raises(BrokenPromiseError):
        open_words(BODY, KEY[::-1])


def test_an_event_is_forgotten_when_its_key_is_gone_and_its_hash_is_the_same() -> None:
    chain = Chain()
    told = chain.add(Kind.MEMBER_REGISTERED, people_fact_to_body(WANG))
    assert people_fact_of(told) == WANG
    assert not is_forgotten(told)
    gone = chain.without_keys()[0]
    assert is_forgotten(gone)
    assert gone.hash == told.hash
    assert not is_forgotten(chain.plain())
