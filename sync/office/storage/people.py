"""The register of members: one row a wallet, and who has which phone."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from app.domain.ids import MemberId, TillId, WalletId
from app.domain.member import Member
from sync.office.storage.consents import consents_of, keep_consents
from sync.office.storage.schema import member_phones, member_wallets, members
from sync.office.storage.sets import insert_set, select_set

_KEEP = (
    "ON CONFLICT (wallet) DO UPDATE SET member = excluded.member, name = excluded.name, phone = excluded.phone, "
    "birthday = excluded.birthday, gender = excluded.gender, kind = excluded.kind, fields = excluded.fields, "
    "referrer = excluded.referrer, joined_on = excluded.joined_on, colleague = excluded.colleague"
)
_ONCE = "ON CONFLICT DO NOTHING"
_MOVE = "ON CONFLICT (member) DO UPDATE SET wallet = excluded.wallet"
_ONE_LOCKED = select(members).where(members.c.wallet == bindparam("of_wallet")).with_for_update()
_FORGET = delete(members).where(members.c.wallet == bindparam("of_wallet"))
_HOLDER = select(member_phones.c.wallet).where(member_phones.c.phone == bindparam("of_phone")).with_for_update()
_WALLET_OF = select(member_wallets.c.wallet).where(member_wallets.c.member == bindparam("of_member"))
_FREE = delete(member_phones).where(
    member_phones.c.phone == bindparam("of_phone"), member_phones.c.wallet == bindparam("of_wallet")
)
_HAND_ON = (
    update(member_phones)
    .where(member_phones.c.phone == bindparam("of_phone"), member_phones.c.wallet == bindparam("of_wallet"))
    .values(wallet=bindparam("to_wallet"))
)


@dataclass(frozen=True, slots=True)
class Registered:
    """A member as the register has them: the profile, who brought them, and where and when (UTC ms) it was told."""

    member: Member
    referrer: str
    till: TillId
    at: int

    @property
    def is_named(self) -> bool:
        """Whether it is known who they are; of some only a change was ever told."""
        return bool(self.member.name)


def registered(connection: Connection, wallets: Iterable[WalletId]) -> dict[WalletId, Registered]:
    """What the register knows of these wallets."""
    wanted = [(wallet,) for wallet in set(wallets)]
    names = tuple(column.name for column in members.columns)
    rows = [dict(zip(names, row, strict=True)) for row in select_set(connection, members, ("wallet",), names, wanted)]
    allowed = consents_of(connection, (WalletId(row["wallet"]) for row in rows))
    return {WalletId(row["wallet"]): _registered(row, allowed.get(WalletId(row["wallet"]), {})) for row in rows}


def lock_registered(connection: Connection, wallet: WalletId) -> Registered | None:
    """One of them, nobody else's to change until the transaction ends."""
    row: Row[Any] | None = connection.execute(_ONE_LOCKED, {"of_wallet": wallet}).first()
    return _registered(row._asdict(), consents_of(connection, [wallet]).get(wallet, {})) if row else None


def keep_registered(connection: Connection, one: Registered) -> None:
    """The member as they are now; where and when they registered stays."""
    who = one.member
    fields = json.dumps(dict(who.fields), ensure_ascii=False, sort_keys=True)
    row = (
        who.wallet, who.id, who.name, who.phone, who.birthday, who.gender, who.kind, fields, one.referrer,
        who.joined_on, who.colleague, one.till, one.at,
    )  # fmt: skip
    insert_set(connection, members, [row], _KEEP)
    keep_consents(connection, who.wallet, who.consents)
    insert_set(connection, member_wallets, [(who.id, who.wallet)], _ONCE)


def add_registered(connection: Connection, people: Sequence[Registered]) -> None:
    """People nothing was known of, with their phones, in sets; who have consented to nothing yet."""
    rows = sorted(
        (
            who.wallet, who.id, who.name, who.phone, who.birthday, who.gender, who.kind,
            json.dumps(dict(who.fields), ensure_ascii=False, sort_keys=True), one.referrer, who.joined_on,
            who.colleague, one.till, one.at,
        )
        for one in people
        for who in (one.member,)
    )  # fmt: skip
    insert_set(connection, members, rows)
    insert_set(connection, member_phones, sorted((one.member.phone, one.member.wallet) for one in people))
    insert_set(connection, member_wallets, sorted((one.member.id, one.member.wallet) for one in people), _ONCE)


def phones_taken(connection: Connection, phones: Iterable[str]) -> frozenset[str]:
    """Which of these phones somebody has already."""
    rows = select_set(connection, member_phones, ("phone",), ("phone",), [(phone,) for phone in phones])
    return frozenset(str(phone) for (phone,) in rows)


def forget_registered(connection: Connection, wallet: WalletId) -> None:
    """Nothing says any more whose this wallet was."""
    connection.execute(_FORGET, {"of_wallet": wallet})


def claim_phone(connection: Connection, phone: str, wallet: WalletId) -> WalletId:
    """Whose this phone is: the wallet's that asks, unless somebody has it already. No two ever have it."""
    insert_set(connection, member_phones, [(phone, wallet)], _ONCE)
    return WalletId(connection.execute(_HOLDER, {"of_phone": phone}).scalar_one())


def holder_of(connection: Connection, phone: str) -> WalletId | None:
    """Whose this phone is."""
    found = connection.execute(_HOLDER, {"of_phone": phone}).scalar()
    return WalletId(found) if found else None


def wallet_of_member(connection: Connection, member: str) -> WalletId | None:
    """Where a member lives."""
    found = connection.execute(_WALLET_OF, {"of_member": member}).scalar()
    return WalletId(found) if found else None


def free_phone(connection: Connection, phone: str, wallet: WalletId) -> None:
    """The wallet has this phone no longer."""
    connection.execute(_FREE, {"of_phone": phone, "of_wallet": wallet})


def hand_phone_on(connection: Connection, phone: str, wallet: WalletId, to: WalletId) -> None:
    """The phone of one wallet is the other's now."""
    connection.execute(_HAND_ON, {"of_phone": phone, "of_wallet": wallet, "to_wallet": to})


def move_members(connection: Connection, members_moved: Iterable[MemberId], to: WalletId) -> None:
    """Whoever asks for one of these members is led to this wallet."""
    insert_set(connection, member_wallets, [(member, to) for member in sorted(set(members_moved))], _MOVE)


def _registered(row: dict[str, Any], consents: Any) -> Registered:
    member = Member(
        id=MemberId(row["member"]),
        wallet=WalletId(row["wallet"]),
        name=row["name"],
        phone=row["phone"],
        birthday=row["birthday"],
        joined_on=row["joined_on"],
        kind=row["kind"],
        gender=row["gender"],
        colleague=row["colleague"],
        fields=json.loads(row["fields"]),
        consents=consents,
    )
    return Registered(member, row["referrer"], TillId(row["registered_by"]), int(row["registered_at"]))
