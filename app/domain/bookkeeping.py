"""The entries that each deal posts. A body carries its entries; a rebuild derives nothing."""

from collections.abc import Sequence
from typing import Any

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.journal import Json
from app.domain.lease import Take
from app.domain.ledger import (
    ACCRUED,
    OFFICE,
    OPENED,
    OWED,
    REDEEMED,
    TOPPED_UP,
    TRANSFERRED,
    Entry,
    EntryKind,
    Lot,
    Place,
    Posting,
    Unit,
    lease_at,
    posting_from_row,
    posting_to_row,
)
from app.domain.programme.rights import programme_wallet
from app.domain.sale.body import refund_to_body, sale_to_body
from app.domain.sale.facts import Refund, Sale, SaleTender
from app.domain.value.body import deal_to_body
from app.domain.value.facts import PrincipalRefund, ServiceDeal, TopUp, Transfer, ValueDeal


def entries_of_sale(sale: Sale, merchant: MerchantId) -> tuple[Entry, ...]:
    """Value redeemed, points credited, older debt paid: all against house rows of the member's wallet.

    What was used of limits for all leaves the programme's own wallet.
    """
    here = lease_at(sale.origin.till)
    of_all = _entries(programme_wallet(sale.programme), merchant, (EntryKind.REDEMPTION, here, REDEEMED, sale.shared))
    if sale.member is None:
        return of_all
    of_member = _entries(
        sale.member.wallet,
        merchant,
        (EntryKind.REDEMPTION, here, REDEEMED, (*_takes_of(sale.tenders), *sale.spent)),
        (EntryKind.ACCRUAL, ACCRUED, here, sale.accrued),
        (EntryKind.ACCRUAL, here, OWED, sale.debt_paid),
    )
    return (*of_member, *of_all)


def entries_of_refund(refund: Refund, merchant: MerchantId) -> tuple[Entry, ...]:
    """What the sale did, reversed in proportion; points already spent become a debt."""
    here = lease_at(refund.origin.till)
    of_all = _entries(
        programme_wallet(refund.programme), merchant, (EntryKind.REVERSAL, REDEEMED, here, refund.shared_back)
    )
    if refund.wallet is None:
        return of_all
    of_member = _entries(
        refund.wallet,
        merchant,
        (EntryKind.REVERSAL, REDEEMED, here, (*_takes_of(refund.tenders), *refund.spent_back)),
        (EntryKind.REVERSAL, here, ACCRUED, refund.points_back),
        (EntryKind.REVERSAL, OWED, here, refund.debt),
    )
    return (*of_member, *of_all)


def entries_of_deal(deal: ValueDeal, merchant: MerchantId) -> tuple[Entry, ...]:
    """Value credited, paid out or moved, each wallet against its own house row; what is over the cap goes on home."""
    here = lease_at(deal.origin.till)
    match deal:
        case TopUp(holder=holder):
            return (
                *entries_of_top_up(deal.origin.till, holder.wallet, deal.credits, deal.returned, merchant),
                *_entries(holder.wallet, merchant, (EntryKind.REDEMPTION, here, REDEEMED, deal.rights)),
                *_entries(
                    programme_wallet(deal.programme), merchant, (EntryKind.REDEMPTION, here, REDEEMED, deal.shared)
                ),
            )
        case PrincipalRefund(holder=holder):
            return (
                *_entries(
                    holder.wallet,
                    merchant,
                    (EntryKind.PRINCIPAL_REFUND, here, TOPPED_UP, deal.taken),
                    (EntryKind.REVERSAL, REDEEMED, here, deal.rights_back),
                ),
                *_entries(
                    programme_wallet(deal.programme), merchant, (EntryKind.REVERSAL, REDEEMED, here, deal.shared_back)
                ),
            )
        case ServiceDeal():
            return _entries_of_service(deal, merchant)
        case Transfer(source=source, target=target):
            return (
                *_entries(source.wallet, merchant, (EntryKind.TRANSFER, here, TRANSFERRED, deal.moved)),
                *_entries(
                    target.wallet,
                    merchant,
                    (EntryKind.TRANSFER, TRANSFERRED, here, deal.moved),
                    (EntryKind.LEASE_RETURN, here, OFFICE, deal.returned),
                ),
            )


def _entries_of_service(deal: ServiceDeal, merchant: MerchantId) -> tuple[Entry, ...]:
    """What it used up and what it made, in the member's wallet; limits for all in the programme's; undone, back."""
    here = lease_at(deal.origin.till)
    if deal.undoes:
        return (
            *_entries(
                deal.holder.wallet,
                merchant,
                (EntryKind.REVERSAL, here, ACCRUED, deal.taken),
                (EntryKind.REVERSAL, REDEEMED, here, deal.brought),
            ),
            *_entries(programme_wallet(deal.programme), merchant, (EntryKind.REVERSAL, REDEEMED, here, deal.shared)),
        )
    return (
        *_entries(
            deal.holder.wallet,
            merchant,
            (EntryKind.REDEMPTION, here, REDEEMED, deal.taken),
            (EntryKind.ACCRUAL, ACCRUED, here, deal.brought),
        ),
        *_entries(programme_wallet(deal.programme), merchant, (EntryKind.REDEMPTION, here, REDEEMED, deal.shared)),
    )


def entries_of_top_up(
    till: TillId, wallet: WalletId, credited: Sequence[Take], returned: Sequence[Take], merchant: MerchantId
) -> tuple[Entry, ...]:
    """Value bought at a till, and what of it goes on to head office at once."""
    here = lease_at(till)
    return _entries(
        wallet,
        merchant,
        (EntryKind.TOP_UP, TOPPED_UP, here, credited),
        (EntryKind.LEASE_RETURN, here, OFFICE, returned),
    )


def entries_of_opening(
    till: TillId, wallet: WalletId, there: Sequence[Take], elsewhere: Sequence[Take], merchant: MerchantId
) -> tuple[Entry, ...]:
    """What a wallet held before these books began, and what of it this till does not hold."""
    here = lease_at(till)
    return _entries(
        wallet,
        merchant,
        (EntryKind.ADJUSTMENT, OPENED, here, there),
        (EntryKind.LEASE_RETURN, here, OFFICE, elsewhere),
    )


def sale_event_body(sale: Sale, entries: Sequence[Entry]) -> dict[str, Any]:
    """The body of a sale event: the facts and the entries they post."""
    return {**sale_to_body(sale), "entries": entries_to_json(entries)}


def refund_event_body(refund: Refund, entries: Sequence[Entry]) -> dict[str, Any]:
    """The body of a refund event: the facts and the entries they post."""
    return {**refund_to_body(refund), "entries": entries_to_json(entries)}


def deal_event_body(deal: ValueDeal, entries: Sequence[Entry]) -> dict[str, Any]:
    """The body of the deal's event: the facts and the entries they post."""
    return {**deal_to_body(deal), "entries": entries_to_json(entries)}


def entries_to_json(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Entries as they stand in a body."""
    return [
        {"kind": entry.kind.value, "postings": [posting_to_row(posting) for posting in entry.postings]}
        for entry in entries
    ]


def entries_of_body(body: Json) -> tuple[Entry, ...]:
    """The entries a body carries; none for an event that moves no value."""
    return tuple(
        Entry(EntryKind(entry["kind"]), tuple(posting_from_row(row) for row in entry["postings"]))
        for entry in body.get("entries", ())
    )


def _takes_of(tenders: Sequence[SaleTender]) -> tuple[Take, ...]:
    return tuple(take for tender in tenders for take in tender.takes if take.amount)


def _entries(
    wallet: WalletId, merchant: MerchantId, *moves: tuple[EntryKind, Place, Place, Sequence[Take]]
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            kind,
            tuple(
                posting
                for take in takes
                for posting in _pair(wallet, take.unit, take.lot, source, target, take.amount, merchant)
            ),
        )
        for kind, source, target, takes in moves
        if takes
    )


def _pair(
    wallet: WalletId, unit: Unit, lot: Lot, source: Place, target: Place, amount: int, merchant: MerchantId
) -> tuple[Posting, Posting]:
    return (
        Posting(wallet, unit, lot, source, -amount, merchant),
        Posting(wallet, unit, lot, target, amount, merchant),
    )
