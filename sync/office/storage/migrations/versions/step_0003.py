"""The chain: people, what goes down to the shops, nights, disputes, the open door."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make them."""
    _people()
    _nights()
    _streams()
    _open_door()
    _raffles()


def _people() -> None:
    op.create_table(
        "members",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("member", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("phone", _TEXT, nullable=False),
        sa.Column("birthday", _TEXT, nullable=False),
        sa.Column("gender", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("fields", _TEXT, nullable=False),
        sa.Column("referrer", _TEXT, nullable=False),
        sa.Column("joined_on", _TEXT, nullable=False),
        sa.Column("colleague", _TEXT, nullable=False),
        sa.Column("registered_by", _TEXT, nullable=False),
        sa.Column("registered_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "consents",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("consent", _TEXT, nullable=False),
        sa.Column("given", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("told_by", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("wallet", "consent"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "merges",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("member", _TEXT, nullable=False),
        sa.Column("survivor", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("recalled", _TEXT, nullable=False),
        sa.Column("merged_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "erased",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("erased_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "enlisted",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "member_keys",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("words_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch", "seq"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("member_keys_of", "member_keys", ["wallet"], unique=False)
    gone = sa.text("length(words_key) = 0")
    op.create_index("member_keys_gone", "member_keys", ["till"], sqlite_where=gone, postgresql_where=gone)
    op.create_table(
        "member_phones",
        sa.Column("phone", _TEXT, nullable=False),
        sa.Column("wallet", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("phone"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "cards",
        sa.Column("card", _TEXT, nullable=False),
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("member", _TEXT, nullable=False),
        sa.Column("state", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("card"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("cards_by_wallet", "cards", ["wallet"], unique=False)


def _streams() -> None:
    op.create_table(
        "announced",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("times", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "stream_rows",
        sa.Column("stream", _TEXT, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("gone", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("changed_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", _TEXT, nullable=False),
        sa.CheckConstraint("gone IN (0, 1)", name="a_row_is_there_or_gone"),
        sa.PrimaryKeyConstraint("stream", "id"),
        info={"group": "stream"},
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("stream_rows_by_number", "stream_rows", ["stream", "n"], unique=False)
    op.create_table(
        "stream_heads",
        sa.Column("stream", _TEXT, nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("floor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("live", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("checkpoint", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("stream"),
        info={"group": "stream"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "copies",
        sa.Column("stream", _TEXT, nullable=False),
        sa.Column("cursor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("server_epoch", _TEXT, nullable=False),
        sa.Column("file", _TEXT, nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chunks", _TEXT, nullable=False),
        sa.Column("applied", _TEXT, nullable=False),
        sa.Column("built_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("wanted_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("stream"),
        info={"group": "stream"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "shop_regions",
        sa.Column("shop", _TEXT, nullable=False),
        sa.Column("region", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("shop"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )


def _nights() -> None:
    op.create_table(
        "nights",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("night", _TEXT, nullable=False),
        sa.Column("summary", _TEXT, nullable=False),
        sa.Column("signature", _TEXT, nullable=False),
        sa.Column("verdict", _TEXT, nullable=False),
        sa.Column("answer_signature", _TEXT, nullable=False),
        sa.Column("answer_key", _TEXT, nullable=False),
        sa.Column("heard_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch", "night"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "replayed",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("priced", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("passed_over", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("late", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "disputes",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("sale", _TEXT, nullable=False),
        sa.Column("facts", _TEXT, nullable=False),
        sa.Column("noted_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ended_by", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("ended_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch", "seq", "kind"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )


def _open_door() -> None:
    op.create_table(
        "open_tokens",
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("public_key", _TEXT, nullable=False),
        sa.Column("scopes", _TEXT, nullable=False),
        sa.Column("merchant", _TEXT, nullable=False),
        sa.Column("made_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expires_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("closed_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "joining",
        sa.Column("digest", _TEXT, nullable=False),
        sa.Column("begins", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "begins"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "open_calls",
        sa.Column("call", _TEXT, nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answer", _TEXT, nullable=False),
        sa.Column("answered_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("call"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )


def _raffles() -> None:
    op.create_table(
        "raffles",
        sa.Column("raffle", _TEXT, nullable=False),
        sa.Column("seed", _TEXT, nullable=False),
        sa.Column("promised_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("drawn_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("drawn_by", _TEXT, nullable=False),
        sa.Column("entries", _TEXT, nullable=False),
        sa.Column("winners", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("raffle"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "hand_overs",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("gone", _TEXT, nullable=False),
        sa.Column("taker", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("person", _TEXT, nullable=False),
        sa.Column("members", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("handed_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "costs",
        sa.Column("product", _TEXT, nullable=False),
        sa.Column("cost_minor", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("product"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
