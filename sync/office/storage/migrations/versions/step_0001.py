"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "accounts",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("lot", _TEXT, nullable=False),
        sa.Column("place", _TEXT, nullable=False),
        sa.Column("balance", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint(
            "balance >= 0 OR substr(place, 1, 6) = 'house:'", name="a_members_account_is_never_below_zero"
        ),
        sa.PrimaryKeyConstraint("wallet", "unit", "lot", "place"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("accounts_by_place", "accounts", ["place"], unique=False)
    op.create_table(
        "chains",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("status", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("last_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(), nullable=False),
        sa.Column("applied_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("joined_epoch", _TEXT, nullable=False),
        sa.Column("hello_epoch", _TEXT, nullable=False),
        sa.Column("target_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("leased_money", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seen_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("said_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("status IN ('active', 'fenced', 'written_off')", name="a_status_is_known"),
        sa.CheckConstraint("applied_seq <= last_seq", name="applied_is_what_is_there"),
        sa.PrimaryKeyConstraint("till", "epoch"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "enrol_codes",
        sa.Column("code", _TEXT, nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("shop", _TEXT, nullable=False),
        sa.Column("merchant", _TEXT, nullable=False),
        sa.Column("expires_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tries_left", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("used_by", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("code"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "feed",
        sa.Column("stream", _TEXT, nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("change", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("stream", "n"),
        info={"group": "stream"},
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "feed_heads",
        sa.Column("stream", _TEXT, nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("stream"),
        info={"group": "stream"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "journal",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("business_date", _TEXT, nullable=False),
        sa.Column("received_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch", "seq"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("journal_by_id", "journal", ["till", "id"], unique=False)
    op.create_table(
        "lease_answers",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answer", _TEXT, nullable=False),
        sa.Column("answered_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet", "id"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "leases",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("lot", _TEXT, nullable=False),
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("granted", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("granted >= 0", name="a_total_is_never_below_zero"),
        sa.PrimaryKeyConstraint("wallet", "unit", "lot", "till", "epoch"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("leases_of_till", "leases", ["till", "epoch"], unique=False)
    op.create_table(
        "office_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("server_epoch", _TEXT, nullable=False),
        sa.Column("mode", _TEXT, nullable=False),
        sa.Column("merchant", _TEXT, nullable=False),
        sa.Column("began_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("mode IN ('normal', 'recovery')", name="a_mode_is_known"),
        sa.PrimaryKeyConstraint("id"),
        info={"group": "local"},
        sqlite_strict=True,
    )
    op.create_table(
        "parked",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stray_hash", sa.LargeBinary(), nullable=False),
        sa.Column("rule", _TEXT, nullable=False),
        sa.Column("parked_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ending", _TEXT, nullable=False),
        sa.Column("first_person", _TEXT, nullable=False),
        sa.Column("second_person", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("ended_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("ending IN ('', 'posted', 'closed')", name="an_ending_is_known"),
        sa.PrimaryKeyConstraint("till", "source"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "postings",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("lot", _TEXT, nullable=False),
        sa.Column("place", _TEXT, nullable=False),
        sa.Column("amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("merchant", _TEXT, nullable=False),
        sa.Column("posted_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet", "source", "line"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "staged_grants",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("lot", _TEXT, nullable=False),
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("total", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet", "unit", "lot", "till", "epoch"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("staged_grants_of_till", "staged_grants", ["till", "epoch"], unique=False)
    op.create_table(
        "strays",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("received_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch", "hash"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "suspense",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule", _TEXT, nullable=False),
        sa.Column("wallet", _TEXT, nullable=True),
        sa.Column("unit", _TEXT, nullable=True),
        sa.Column("lot", _TEXT, nullable=True),
        sa.Column("amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("noted_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "id"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "tills",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("shop", _TEXT, nullable=False),
        sa.Column("merchant", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "write_offs",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("first_person", _TEXT, nullable=False),
        sa.Column("second_person", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("written_off_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
