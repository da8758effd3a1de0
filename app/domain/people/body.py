"""What happens to members as JSON bodies of their events, and back."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.ids import MemberId, OperatorId, WalletId
from app.domain.journal import Event, Json, Kind
from app.domain.member import Consent
from app.domain.people.facts import ConsentChange, Erasure, Merge, PeopleFact, ProfileChange, Registration
from app.domain.people.sealing import open_words
from app.domain.sale.body import approval_from_json, approval_to_json

_KINDS: Mapping[type, Kind] = {
    Registration: Kind.MEMBER_REGISTERED,
    ProfileChange: Kind.MEMBER_CHANGED,
    ConsentChange: Kind.CONSENT_CHANGED,
    Merge: Kind.MEMBER_MERGED,
    Erasure: Kind.MEMBER_ERASED,
}
PEOPLE_KINDS = frozenset(_KINDS.values())


def kind_of_people_fact(fact: PeopleFact) -> Kind:
    """The kind of event that records it."""
    return _KINDS[type(fact)]


def people_fact_to_body(fact: PeopleFact) -> dict[str, Any]:
    """The facts, and no more than is needed."""
    match fact:
        case Registration():
            return _registration_to_body(fact)
        case ProfileChange():
            return {**_whom(fact), "own": dict(fact.own), "fields": dict(fact.fields), "operator": fact.operator}
        case ConsentChange():
            return {
                **_whom(fact),
                "consent": fact.consent.value,
                "given": fact.given,
                "over": fact.over,
                "operator": fact.operator,
            }
        case Merge():
            return {"kept": list(fact.kept), "gone": list(fact.gone), "approval": approval_to_json(fact.approval)}
        case Erasure():
            return {**_whom(fact), "approval": approval_to_json(fact.approval)}


def people_fact_from_body(kind: Kind, body: Json) -> PeopleFact:
    """The fact that an event of this kind holds; BrokenPromiseError where it holds none.

    Words that are sealed are empty in it: open them before.
    """
    try:
        return _READERS[kind](open_words(body, b""))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BrokenPromiseError(f"the body of a {kind} cannot be read") from error


def people_fact_of(event: Event) -> PeopleFact:
    """The fact that this event holds, with its words as far as its key opens them; BrokenPromiseError."""
    return people_fact_from_body(event.kind, open_words(event.body(), event.key))


def _whom(fact: ProfileChange | ConsentChange | Erasure | Registration) -> dict[str, Any]:
    return {"member": fact.member, "wallet": fact.wallet}


def _registration_to_body(fact: Registration) -> dict[str, Any]:
    return {
        **_whom(fact),
        "name": fact.name,
        "phone": fact.phone,
        "birthday": fact.birthday,
        "gender": fact.gender,
        "kind": fact.kind,
        "fields": dict(fact.fields),
        "consents": {consent.value: given for consent, given in fact.consents.items()},
        "referrer": fact.referrer,
        "colleague": fact.colleague,
        "operator": fact.operator,
    }


def _registration(body: Json) -> Registration:
    return Registration(
        member=MemberId(_text(body["member"])),
        wallet=WalletId(_text(body["wallet"])),
        name=_text(body["name"]),
        phone=_text(body["phone"]),
        operator=OperatorId(_text(body["operator"])),
        birthday=_text(body["birthday"]),
        gender=_text(body["gender"]),
        kind=_text(body["kind"]),
        fields=_texts(body["fields"]),
        consents={Consent(name): _flag(given) for name, given in body["consents"].items() if name in set(Consent)},
        referrer=MemberId(_text(body["referrer"])) if body["referrer"] else None,
        colleague=_text(body.get("colleague", "")),
    )


def _profile_change(body: Json) -> ProfileChange:
    return ProfileChange(
        MemberId(_text(body["member"])),
        WalletId(_text(body["wallet"])),
        OperatorId(_text(body["operator"])),
        _texts(body["own"]),
        _texts(body["fields"]),
    )


def _consent_change(body: Json) -> ConsentChange:
    return ConsentChange(
        MemberId(_text(body["member"])),
        WalletId(_text(body["wallet"])),
        OperatorId(_text(body["operator"])),
        Consent(body["consent"]),
        _flag(body["given"]),
        _text(body["over"]),
    )


def _merge(body: Json) -> Merge:
    kept, gone = (_pair(body[name]) for name in ("kept", "gone"))
    return Merge(kept, gone, approval_from_json(body["approval"]))


def _erasure(body: Json) -> Erasure:
    member, wallet = MemberId(_text(body["member"])), WalletId(_text(body["wallet"]))
    return Erasure(member, wallet, approval_from_json(body["approval"]))


def _pair(row: Any) -> tuple[MemberId, WalletId]:
    member, wallet = row
    return MemberId(_text(member)), WalletId(_text(wallet))


def _texts(row: Any) -> dict[str, str]:
    return {_text(name): _text(text) for name, text in row.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("a yes or a no was expected")
    return value


_READERS: dict[Kind, Callable[[Json], PeopleFact]] = {
    Kind.MEMBER_REGISTERED: _registration,
    Kind.MEMBER_CHANGED: _profile_change,
    Kind.CONSENT_CHANGED: _consent_change,
    Kind.MEMBER_MERGED: _merge,
    Kind.MEMBER_ERASED: _erasure,
}
