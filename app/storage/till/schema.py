"""The tables of `till.db`.

A row of an event's facts carries the event's `pos`, an integer that rises by one with every event: new rows go to the
end of their tables, which costs half of what random ids do. Booleans are 0 or 1, times UTC milliseconds, dates ISO.
"""

from functools import lru_cache

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _event_key() -> Column[int]:
    return Column("pos", Integer, ForeignKey("event.pos"), primary_key=True, autoincrement=False)


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _words(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _flag(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)"), nullable=False)


def _table(name: str, *parts: Column[int] | Column[str] | Column[bytes] | CheckConstraint | UniqueConstraint) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _clustered(name: str, *parts: Column[int] | Column[str] | Column[bytes] | CheckConstraint) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=False)


# --- the journal and the ledger

event = _table(
    "event",
    _key("pos"),
    _words("till"),
    _number("epoch"),
    _number("seq"),
    _words("id"),
    _words("kind"),
    _number("version"),
    _number("recorded_at"),
    _words("business_date"),
    _bytes("payload"),
    _bytes("prev_hash"),
    _bytes("hash"),
    _bytes("words_key"),
    UniqueConstraint("till", "epoch", "seq"),
    UniqueConstraint("id"),
)

posting = _table(
    "posting",
    Column("id", Integer, primary_key=True),
    Column("event", Integer, ForeignKey("event.pos"), nullable=False),
    _number("entry"),
    _words("wallet"),
    _words("unit"),
    _words("lot"),
    _words("place"),
    _number("amount"),
    _words("merchant"),
)
Index("posting_of_wallet", posting.c.wallet, posting.c.event)

lease = _clustered(
    "lease",
    Column("wallet", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("lot", Text, primary_key=True),
    _number("granted"),
    _number("credited"),
    _number("spent"),
    _number("returned"),
    Column("epoch", Integer, primary_key=True),
    CheckConstraint("granted >= 0 AND credited >= 0 AND spent >= 0 AND returned >= 0", name="totals_not_negative"),
    CheckConstraint("granted + credited - spent - returned >= 0", name="holds_no_less_than_nothing"),
)

# --- sales and refunds

sale = _table(
    "sale",
    _event_key(),
    _words("id"),
    _words("till"),
    _number("epoch"),
    _number("receipt"),
    _words("shift"),
    _words("operator"),
    _words("business_date"),
    _number("at"),
    _number("corrected_at"),
    _words("wallet", nullable=True),
    _words("member", nullable=True),
    _words("card", nullable=True),
    _number("total_minor"),
    _number("saving_minor"),
    _number("change_minor"),
    _number("line_count"),
    _number("refunded_minor"),
    UniqueConstraint("id"),
    UniqueConstraint("epoch", "receipt"),
    CheckConstraint("refunded_minor BETWEEN 0 AND total_minor", name="refunds_no_more_than_was_paid"),
)
Index("sale_of_wallet", sale.c.wallet, sale.c.pos, sqlite_where=sale.c.wallet.is_not(None))

sale_line = _clustered(
    "sale_line",
    Column("sale", Integer, ForeignKey("sale.pos"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _words("product"),
    _words("name"),
    _number("quantity_milli"),
    _number("net_minor"),
    _number("tax_rate_basis_points"),
    _number("tax_minor"),
    _number("refunded_milli"),
    _number("refunded_minor"),
    CheckConstraint("refunded_milli BETWEEN 0 AND quantity_milli", name="refunds_no_more_than_was_sold"),
    CheckConstraint("refunded_minor BETWEEN 0 AND net_minor", name="refunds_no_more_than_it_cost"),
)

sale_tender = _clustered(
    "sale_tender",
    Column("sale", Integer, ForeignKey("sale.pos"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _words("kind"),
    _words("type"),
    _number("amount_minor"),
    _number("given_minor"),
    _words("reference"),
)

# Sales of other tills that this one was lent the right to refund; their facts stand in the event.
sale_taken_over = _table("sale_taken_over", _event_key(), _words("id"), _words("number"))
Index("sale_taken_over_by_id", sale_taken_over.c.id, sale_taken_over.c.pos)
Index("sale_taken_over_by_number", sale_taken_over.c.number, sale_taken_over.c.pos)

# `sale` is the event that holds the sale: its own, or the one by which it was taken over.
refund = _table(
    "refund",
    _event_key(),
    _words("id"),
    Column("sale", Integer, ForeignKey("event.pos"), nullable=False),
    _words("till"),
    _number("epoch"),
    _number("receipt"),
    _words("shift"),
    _words("operator"),
    _words("approved_by"),
    _words("business_date"),
    _number("at"),
    _number("corrected_at"),
    _words("wallet", nullable=True),
    _number("total_minor"),
    UniqueConstraint("id"),
    UniqueConstraint("epoch", "receipt"),
)
Index("refund_of_sale", refund.c.sale)
Index("refund_of_wallet", refund.c.wallet, refund.c.pos, sqlite_where=refund.c.wallet.is_not(None))

refund_line = _clustered(
    "refund_line",
    Column("refund", Integer, ForeignKey("refund.pos"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _number("quantity_milli"),
    _number("amount_minor"),
    _number("tax_rate_basis_points"),
    _number("tax_minor"),
)

refund_tender = _clustered(
    "refund_tender",
    Column("refund", Integer, ForeignKey("refund.pos"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _words("kind"),
    _words("type"),
    _number("amount_minor"),
)

# --- value bought, paid back, moved; cards changed here and not yet in the directory

value_deal = _table(
    "value_deal",
    _event_key(),
    _words("id"),
    _words("kind"),
    _words("till"),
    _number("epoch"),
    _number("receipt"),
    _words("shift"),
    _words("operator"),
    _words("business_date"),
    _number("at"),
    _words("wallet"),
    _words("target", nullable=True),
    _number("amount_minor"),
    UniqueConstraint("id"),
    UniqueConstraint("epoch", "receipt"),
)
Index("value_deal_of_wallet", value_deal.c.wallet, value_deal.c.pos)

value_tender = _clustered(
    "value_tender",
    Column("deal", Integer, ForeignKey("value_deal.pos"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _words("kind"),
    _words("type"),
    _number("amount_minor"),
    _number("given_minor"),
    _words("reference"),
)

card = _clustered(
    "card",
    Column("number", Text, primary_key=True),
    _words("wallet"),
    _words("member", nullable=True),
    _words("state"),
    Column("changed", Integer, ForeignKey("event.pos"), nullable=False),
)
Index("card_of_wallet", card.c.wallet)

# What was told of members here and is not yet in the directory; the facts themselves stand in their events.
member_told = _table(
    "member_told",
    _event_key(),
    _words("member"),
    _words("wallet"),
    _words("name"),
    _words("phone"),
    _words("given"),
    _words("initials"),
    _words("pinyin"),
)
Index("member_told_of", member_told.c.member, member_told.c.pos)

# Follow-ups ticked off and complaints; what was said stands in the events.
care = _table("care", _event_key(), _words("wallet"), _words("key"), _words("step"))
Index("care_of_wallet", care.c.wallet, care.c.pos)

# --- the drawer

shift = _table(
    "shift",
    _event_key(),
    _words("id"),
    _number("number"),
    _words("business_date"),
    _number("opened_at"),
    _words("opened_by"),
    _number("float_minor"),
    _number("drawer_openings"),
    Column("closed", Integer, ForeignKey("event.pos"), nullable=True),
    _number("closed_at", nullable=True),
    _words("closed_by", nullable=True),
    _number("counted_minor", nullable=True),
    _number("expected_minor", nullable=True),
    UniqueConstraint("id"),
)
Index("one_open_shift", text("(1)"), unique=True, sqlite_where=shift.c.closed.is_(None), _table=shift)

cash_movement = _table(
    "cash_movement",
    _event_key(),
    _words("shift"),
    _words("direction"),
    _number("amount_minor"),
    _words("operator"),
    _words("reason"),
    _words("receipt"),
)

# --- what a till cannot open without

staff = _table(
    "staff",
    Column("id", Text, primary_key=True),
    _words("name"),
    _words("role"),
    _words("pin_hash"),
    _number("failures"),
    _number("locked_until"),
)

product = _table(
    "product",
    _key("pos"),
    _words("id"),
    _words("name"),
    _number("price_minor"),
    _words("measure"),
    _words("gtin"),
    _words("plu"),
    _words("category"),
    _words("brand"),
    _words("goods_class"),
    _number("member_price_minor", nullable=True),
    _number("tax_rate_basis_points"),
    _words("initials"),
    _flag("quick_key"),
    _flag("for_sale"),
    UniqueConstraint("id"),
)
Index("product_by_gtin", product.c.gtin, unique=True, sqlite_where=product.c.gtin != text("''"))
Index("product_by_plu", product.c.plu, unique=True, sqlite_where=product.c.plu != text("''"))
Index("product_by_initials", product.c.initials, product.c.name)
Index("product_by_name", product.c.name)

config = _clustered(
    "config",
    Column("name", Text, primary_key=True),
    _words("text"),
)

# Rows that head office has sent down, as they came: what this version does not know is kept for the next.
fed = _clustered(
    "fed",
    Column("stream", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _number("n"),
    _words("content"),
)

# --- work at hand

spool = Table(
    "spool",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _words("kind"),
    _words("about"),
    _words("state"),
    _flag("is_reprint"),
    _flag("kick_drawer"),
    _number("attempts"),
    _words("content", nullable=True),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
Index("spool_waiting", spool.c.id, sqlite_where=text("state IN ('waiting', 'begun')"))

held_basket = Table(
    "held_basket",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _words("label"),
    _number("held_at"),
    _words("operator"),
    _words("content"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

till_state = _table(
    "till_state",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    _words("till"),
    _number("epoch"),
    _words("merchant"),
    _number("pos"),
    _number("seq"),
    _bytes("head_hash"),
    _number("high_water_ms"),
    _flag("leases_frozen"),
    _number("perpetual_minor"),
    _number("last_receipt"),
    _number("last_shift"),
)


@lru_cache
def insert_rows(table: Table, count: int = 1) -> str:
    """The one statement that inserts `count` whole rows, their values in the order of the columns."""
    row = f"({', '.join('?' * len(table.columns))})"
    return f"INSERT INTO {table.name} VALUES {', '.join([row] * count)}"


def column_names(table: Table) -> tuple[str, ...]:
    """The table's columns in their order."""
    return tuple(column.name for column in table.columns)
