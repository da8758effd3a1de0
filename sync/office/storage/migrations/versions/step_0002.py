"""What head office does by itself: programme versions, members' lives, rights minted, messages queued."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make them."""
    _of_wallets()
    _of_the_rest()


def _of_wallets() -> None:
    op.create_table(
        "standings",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("person", _TEXT, nullable=False),
        sa.Column("nights_through", _TEXT, nullable=False),
        sa.Column("due_on", _TEXT, nullable=False),
        sa.Column("next_n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("standings_due", "standings", ["due_on"], unique=False)
    op.create_table(
        "life",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("body", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("wallet", "n"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "marks",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("mark", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("wallet", "mark"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "awaited",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("lot", _TEXT, nullable=False),
        sa.Column("target", _TEXT, nullable=False),
        sa.Column("amount", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("amount > 0", name="something_is_waited_for"),
        sa.PrimaryKeyConstraint("wallet", "unit", "lot", "target"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "messages",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("message", _TEXT, nullable=False),
        sa.Column("about", _TEXT, nullable=False),
        sa.Column("day", _TEXT, nullable=False),
        sa.Column("queued_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet", "message", "about"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "minted",
        sa.Column("wallet", _TEXT, nullable=False),
        sa.Column("unit", _TEXT, nullable=False),
        sa.Column("count", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet", "unit"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )


def _of_the_rest() -> None:
    op.create_table(
        "reacted",
        sa.Column("till", _TEXT, nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "programme_versions",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("programme", _TEXT, nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", _TEXT, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("effective_from", _TEXT, nullable=False),
        sa.Column("published_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("published_by", _TEXT, nullable=False),
        sa.Column("restores", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "member_wallets",
        sa.Column("member", _TEXT, nullable=False),
        sa.Column("wallet", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("member"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
