"""The right to refund a sale: one, at the till that sold it until another till asks."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import SaleId, TillId, WalletId
from app.domain.lease.office import Line, Standing
from app.domain.ledger import ACCRUED, OFFICE, EntryKind, lease_at, move
from app.domain.sale.elsewhere import REFUND_RIGHT, RIGHT_LOT, right_wallet, sale_of_wallet
from sync.office.services.errors import UnknownTillError
from sync.office.services.world import World
from sync.office.storage.chains import chains_of, find_chain, find_till
from sync.office.storage.feed import add_changes, lease_stream
from sync.office.storage.ledger import add_granted, begin_account, has_accounts, write_changes, write_lines
from sync.office.storage.receipts import holders_of_right, is_sale, refunds_of, sale_by_receipt
from sync.office.storage.state import OfficeState, read_state
from sync.protocol.messages import GrantChange
from sync.protocol.sales import SaleAsk, SaleFound, SaleUnknown

_ONE = 1


@dataclass(frozen=True, slots=True)
class FindSale:
    """Answer a till that wants to refund another till's sale."""

    world: World

    def __call__(self, ask: SaleAsk) -> SaleFound | SaleUnknown:
        """The sale and all its refunds that are here; UnknownTillError where the asking till is not known."""
        return self.world.database.read(lambda connection: _found(connection, ask))


def place_right(connection: Connection, world: World, state: OfficeState, wallet: WalletId) -> None:
    """Somebody asks for the first time: the right lies where the sale was made, or here where that till is lost."""
    named = sale_of_wallet(wallet)
    if named is None or has_accounts(connection, wallet) or not is_sale(connection, *named):
        return
    till = find_till(connection, named[0])
    chain = find_chain(connection, till.till, till.epoch) if till else None
    if chain is None:
        return
    is_lost = chain.status is Standing.WRITTEN_OFF
    target = OFFICE if is_lost else lease_at(chain.till)
    if not begin_account(connection, (wallet, REFUND_RIGHT, RIGHT_LOT.key, ACCRUED)):
        return  # another till asked in the same moment
    entry = move(
        EntryKind.ADJUSTMENT,
        wallet,
        REFUND_RIGHT,
        [(RIGHT_LOT, _ONE)],
        source=ACCRUED,
        target=target,
        merchant=state.merchant,
    )
    write_changes(connection, {(wallet, REFUND_RIGHT, RIGHT_LOT.key, at.place): at.amount for at in entry.postings})
    source = world.new_id()
    write_lines(connection, [Line(source, entry.kind, at) for at in entry.postings], world.clock.now_ms())
    if not is_lost:
        add_granted(connection, chain.till, chain.epoch, [(wallet, REFUND_RIGHT, RIGHT_LOT, _ONE)])
        grant = GrantChange(wallet=wallet, unit=REFUND_RIGHT, lot=RIGHT_LOT.key, total=_ONE)
        stream = lease_stream(chain.till, chain.epoch, state.server_epoch)
        add_changes(connection, stream, [grant.model_dump_json()])


def _found(connection: Connection, ask: SaleAsk) -> SaleFound | SaleUnknown:
    if find_chain(connection, ask.till, ask.epoch) is None:
        raise UnknownTillError
    state = read_state(connection)
    till, epoch, receipt = _parts(ask.receipt)
    chain = find_chain(connection, till, epoch)
    sale = sale_by_receipt(connection, chain, receipt) if chain else None
    if sale is None:
        return SaleUnknown(server_epoch=state.server_epoch)
    sale_id = SaleId(str(sale["sale"]))
    wallet = right_wallet(TillId(till), sale_id)
    tills = {TillId(till), *holders_of_right(connection, wallet)}
    chains = [each for name in sorted(tills) for each in chains_of(connection, name)]
    return SaleFound(
        server_epoch=state.server_epoch,
        wallet=wallet,
        sale=_without_entries(sale),
        refunds=tuple(map(_without_entries, refunds_of(connection, chains, sale_id))),
    )


def _parts(receipt: str) -> tuple[str, int, int]:
    """Till, epoch and number of a receipt; what is no number at all is a receipt of nobody."""
    rest, _, number = receipt.strip().upper().rpartition("-")
    till, _, epoch = rest.rpartition("-")
    if not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in (epoch, number)):
        return "", 0, 0
    return till, int(epoch), int(number)


def _without_entries(body: dict[str, object]) -> dict[str, object]:
    return {name: part for name, part in body.items() if name != "entries"}
