"""The tables of head office.

Every table belongs to a group, and all its keys hold the group's column, so that the same tables can be spread over
machines: `wallet` (a member's value: no invariant and no lock spans two wallets), `till` (chains of events), `stream`
(feeds), `own` (a lookup spread by its own first column), `local` (a row or two in one place). Times are UTC
milliseconds and passed in; nothing here counts by itself.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()

# A strict table of SQLite knows INTEGER only, which holds 64 bits there.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")

# Compared by their bytes, as SQLite and Python do: quicker, the same in every country, and no index breaks when the
# server's system sorts its language in a new way.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")

GROUPS = ("wallet", "till", "stream", "own", "local")

ABOVE_ZERO = "balance >= 0 OR substr(place, 1, 6) = 'house:'"


def _key(name: str) -> Column[str]:
    return Column(name, _TEXT, primary_key=True)


def _key_number(name: str) -> Column[int]:
    return Column(name, _WHOLE, primary_key=True, autoincrement=False)


def _text(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, _TEXT, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, _WHOLE, nullable=nullable)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _table(name: str, group: str, *parts: Column[Any] | CheckConstraint, clustered: bool = False) -> Table:
    return Table(name, metadata, *parts, info={"group": group}, sqlite_strict=True, sqlite_with_rowid=not clustered)


# --- by wallet: what belongs to whom

accounts = _table(
    "accounts",
    "wallet",
    _key("wallet"),
    _key("unit"),
    _key("lot"),
    _key("place"),
    _number("balance"),
    CheckConstraint(ABOVE_ZERO, name="a_members_account_is_never_below_zero"),
    clustered=True,
)
Index("accounts_by_place", accounts.c.place)

postings = _table(
    "postings",
    "wallet",
    _key("wallet"),
    _key("source"),
    _key_number("line"),
    _text("kind"),
    _text("unit"),
    _text("lot"),
    _text("place"),
    _number("amount"),
    _text("merchant"),
    _number("posted_at"),
)

leases = _table(
    "leases",
    "wallet",
    _key("wallet"),
    _key("unit"),
    _key("lot"),
    _key("till"),
    _key_number("epoch"),
    _number("granted"),
    CheckConstraint("granted >= 0", name="a_total_is_never_below_zero"),
    clustered=True,
)

Index("leases_of_till", leases.c.till, leases.c.epoch)

lease_answers = _table(
    "lease_answers",
    "wallet",
    _key("wallet"),
    _key("id"),
    _bytes("request_hash"),
    _text("answer"),
    _number("answered_at"),
)

staged_grants = _table(
    "staged_grants",
    "wallet",
    _key("wallet"),
    _key("unit"),
    _key("lot"),
    _key("till"),
    _key_number("epoch"),
    _number("total"),
)
Index("staged_grants_of_till", staged_grants.c.till, staged_grants.c.epoch)

standings = _table(
    "standings",
    "wallet",
    _key("wallet"),
    _text("person"),
    _text("nights_through"),
    _text("due_on"),
    _number("next_n"),
)
Index("standings_due", standings.c.due_on)

life = _table(
    "life",
    "wallet",
    _key("wallet"),
    _key_number("n"),
    _text("kind"),
    _text("body"),
    clustered=True,
)

marks = _table("marks", "wallet", _key("wallet"), _key("mark"), clustered=True)

awaited = _table(
    "awaited",
    "wallet",
    _key("wallet"),
    _key("unit"),
    _key("lot"),
    _key("target"),
    _number("amount"),
    CheckConstraint("amount > 0", name="something_is_waited_for"),
)

messages = _table(
    "messages",
    "wallet",
    _key("wallet"),
    _key("message"),
    _key("about"),
    _text("day"),
    _number("queued_at"),
)

minted = _table("minted", "wallet", _key("wallet"), _key("unit"), _number("count"))

members = _table(
    "members",
    "wallet",
    _key("wallet"),
    _text("member"),
    _text("name"),
    _text("phone"),
    _text("birthday"),
    _text("gender"),
    _text("kind"),
    _text("fields"),
    _text("referrer"),
    _text("joined_on"),
    _text("colleague"),
    _text("registered_by"),
    _number("registered_at"),
)

consents = _table("consents", "wallet", _key("wallet"), _key("consent"), _number("given"), _text("told_by"))

# Members whose row in the stream of members is to be written anew; `times` rises, so that each word of it is a lock.
announced = _table("announced", "wallet", _key("wallet"), _number("times"))

merges = _table(
    "merges",
    "wallet",
    _key("wallet"),
    _text("member"),
    _text("survivor"),
    _text("reason"),
    _text("recalled"),
    _number("merged_at"),
)

erased = _table("erased", "wallet", _key("wallet"), _number("erased_at"))

# --- by till: what happened where

tills = _table(
    "tills",
    "till",
    _key("till"),
    _text("shop"),
    _text("merchant"),
    _number("epoch"),
)

chains = _table(
    "chains",
    "till",
    _key("till"),
    _key_number("epoch"),
    _text("status"),
    _text("reason"),
    _bytes("public_key"),
    _number("last_seq"),
    _bytes("last_hash"),
    _number("applied_seq"),
    _text("joined_epoch"),
    _text("hello_epoch"),
    _number("target_seq"),
    _number("leased_money"),
    _number("enrolled_at"),
    _number("seen_at"),
    _number("said_seq"),
    CheckConstraint("status IN ('active', 'fenced', 'written_off')", name="a_status_is_known"),
    CheckConstraint("applied_seq <= last_seq", name="applied_is_what_is_there"),
)

journal = _table(
    "journal",
    "till",
    _key("till"),
    _key_number("epoch"),
    _key_number("seq"),
    _text("id"),
    _text("kind"),
    _number("version"),
    _text("business_date"),
    _number("received_at"),
    _bytes("hash"),
    _bytes("payload"),
)
Index("journal_by_id", journal.c.till, journal.c.id)

strays = _table(
    "strays",
    "till",
    _key("till"),
    _key_number("epoch"),
    Column("hash", LargeBinary, primary_key=True),
    _number("seq"),
    _number("received_at"),
    _bytes("prev_hash"),
    _bytes("payload"),
)

suspense = _table(
    "suspense",
    "till",
    _key("till"),
    _key("id"),
    _number("epoch"),
    _number("seq"),
    _text("rule"),
    _text("wallet", nullable=True),
    _text("unit", nullable=True),
    _text("lot", nullable=True),
    _number("amount"),
    _number("noted_at"),
)

parked = _table(
    "parked",
    "till",
    _key("till"),
    _key("source"),
    _number("epoch"),
    _number("seq"),
    _bytes("stray_hash"),
    _text("rule"),
    _number("parked_at"),
    _text("ending"),
    _text("first_person"),
    _text("second_person"),
    _text("reason"),
    _number("ended_at"),
    CheckConstraint("ending IN ('', 'posted', 'closed')", name="an_ending_is_known"),
)

write_offs = _table(
    "write_offs",
    "till",
    _key("till"),
    _key_number("epoch"),
    _text("source"),
    _text("first_person"),
    _text("second_person"),
    _text("reason"),
    _number("written_off_at"),
)

# Empty where the member was forgotten; the wallet is empty until the event has been read.
member_keys = _table(
    "member_keys",
    "till",
    _key("till"),
    _key_number("epoch"),
    _key_number("seq"),
    _text("wallet"),
    _bytes("words_key"),
)
Index("member_keys_of", member_keys.c.wallet)
# The few of which each HELLO tells.
KEY_IS_GONE = text("length(words_key) = 0")
Index("member_keys_gone", member_keys.c.till, sqlite_where=KEY_IS_GONE, postgresql_where=KEY_IS_GONE)

enlisted = _table("enlisted", "till", _key("till"), _key_number("epoch"), _number("seq"))
reacted = _table("reacted", "till", _key("till"), _key_number("epoch"), _number("seq"))

nights = _table(
    "nights",
    "till",
    _key("till"),
    _key_number("epoch"),
    _key("night"),
    _text("summary"),
    _text("signature"),
    _text("verdict"),
    _text("answer_signature"),
    _text("answer_key"),
    _number("heard_at"),
)

replayed = _table(
    "replayed",
    "till",
    _key("till"),
    _key_number("epoch"),
    _number("seq"),
    _number("priced"),
    _number("passed_over"),
    _number("late"),
)

disputes = _table(
    "disputes",
    "till",
    _key("till"),
    _key_number("epoch"),
    _key_number("seq"),
    _key("kind"),
    _text("sale"),
    _text("facts"),
    _number("noted_at"),
    _text("ended_by"),
    _text("reason"),
    _number("ended_at"),
)

# --- by stream: what goes down to the tills

feed = _table("feed", "stream", _key("stream"), _key_number("n"), _text("change"), clustered=True)
feed_heads = _table("feed_heads", "stream", _key("stream"), _number("n"))

stream_rows = _table(
    "stream_rows",
    "stream",
    _key("stream"),
    _key("id"),
    _number("n"),
    _number("gone"),
    _number("changed_at"),
    _text("content"),
    CheckConstraint("gone IN (0, 1)", name="a_row_is_there_or_gone"),
    clustered=True,
)
Index("stream_rows_by_number", stream_rows.c.stream, stream_rows.c.n)

stream_heads = _table(
    "stream_heads",
    "stream",
    _key("stream"),
    _number("n"),
    _number("floor"),
    _number("live"),
    _text("checkpoint"),
)

copies = _table(
    "copies",
    "stream",
    _key("stream"),
    _number("cursor"),
    _text("server_epoch"),
    _text("file"),
    _bytes("secret"),
    _number("size"),
    _text("chunks"),
    _text("applied"),
    _number("built_at"),
    _number("wanted_at"),
)

# --- by its own value

enrol_codes = _table(
    "enrol_codes",
    "own",
    _key("code"),
    _bytes("secret_hash"),
    _text("shop"),
    _text("merchant"),
    _number("expires_at"),
    _number("tries_left"),
    _text("used_by"),
)

programme_versions = _table(
    "programme_versions",
    "own",
    _key_number("n"),
    _text("programme"),
    _number("version"),
    _text("text"),
    _bytes("hash"),
    _text("effective_from"),
    _number("published_at"),
    _text("published_by"),
    _number("restores"),
)

member_wallets = _table("member_wallets", "own", _key("member"), _text("wallet"))
member_phones = _table("member_phones", "own", _key("phone"), _text("wallet"))
cards = _table("cards", "own", _key("card"), _text("wallet"), _text("member"), _text("state"))
Index("cards_by_wallet", cards.c.wallet)
open_tokens = _table(
    "open_tokens",
    "own",
    _key("name"),
    _text("public_key"),
    _text("scopes"),
    _text("merchant"),
    _number("made_at"),
    _number("expires_at"),
    _number("closed_at"),
)
open_calls = _table("open_calls", "own", _key("call"), _bytes("request_hash"), _text("answer"), _number("answered_at"))
# A shop's history while it comes in.
joining = _table("joining", "own", _key("digest"), _key_number("begins"), _bytes("content"))

# A raffle: the seed promised by its hash, then drawn once; entries and winners as JSON, so that anyone can check.
raffles = _table(
    "raffles",
    "own",
    _key("raffle"),
    _text("seed"),
    _number("promised_at"),
    _number("drawn_at"),
    _text("drawn_by"),
    _text("entries"),
    _text("winners"),
)

# Who has left, and who looks after their members since.
hand_overs = _table(
    "hand_overs",
    "own",
    _key("id"),
    _text("gone"),
    _text("taker"),
    _text("reason"),
    _text("person"),
    _number("members"),
    _number("handed_at"),
)

# What goods cost the shop: head office's own, no till hears of it.
costs = _table("costs", "own", _key("product"), _number("cost_minor"))

shop_regions = _table("shop_regions", "own", _key("shop"), _text("region"))

# --- in one place

office_state = Table(
    "office_state",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    _text("server_epoch"),
    _text("mode"),
    _text("merchant"),
    _number("began_at"),
    CheckConstraint("mode IN ('normal', 'recovery')", name="a_mode_is_known"),
    info={"group": "local"},
    sqlite_strict=True,
)
