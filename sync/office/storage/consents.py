"""What members have allowed, by wallet."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete

from app.domain.ids import WalletId
from app.domain.member import Consent, Decision
from sync.office.storage.schema import consents
from sync.office.storage.sets import insert_set, select_set

_KEEP = "ON CONFLICT (wallet, consent) DO UPDATE SET given = excluded.given, told_by = excluded.told_by"

_FORGET = delete(consents).where(consents.c.wallet == bindparam("of_wallet"))


def consents_of(connection: Connection, wallets: Iterable[WalletId]) -> dict[WalletId, dict[Consent, Decision]]:
    """What was decided for each of these wallets; one that was never asked is missing."""
    columns = ("wallet", "consent", "given", "told_by")
    found: dict[WalletId, dict[Consent, Decision]] = {}
    for wallet, consent, given, told_by in select_set(
        connection, consents, ("wallet",), columns, [(wallet,) for wallet in wallets]
    ):
        found.setdefault(WalletId(wallet), {})[Consent(consent)] = Decision(bool(given), told_by)
    return found


def keep_consents(connection: Connection, wallet: WalletId, decisions: Mapping[Consent, Decision]) -> None:
    """What was decided for this wallet by now."""
    rows = [(wallet, consent.value, int(said.given), said.told_by) for consent, said in sorted(decisions.items())]
    insert_set(connection, consents, rows, _KEEP)


def forget_consents(connection: Connection, wallet: WalletId) -> None:
    """Nobody has decided anything for this wallet."""
    connection.execute(_FORGET, {"of_wallet": wallet})
