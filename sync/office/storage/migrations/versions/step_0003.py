"""The chain: people, what goes down to the shops, nights, disputes, the open door."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    _people()


def _people() -> None:
    op.create_table(
        "members",
        sa.Column("wallet", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("birthday", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("referrer", sa.Text(), nullable=False),
        sa.Column("joined_on", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "consents",
        sa.Column("wallet", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("given", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("told_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("wallet", "consent"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "merges",
        sa.Column("wallet", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("survivor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recalled", sa.Text(), nullable=False),
        sa.Column("merged_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("wallet"),
        info={"group": "wallet"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "enlisted",
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("till", "epoch"),
        info={"group": "till"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "member_phones",
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("wallet", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("phone"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "cards",
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("wallet", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("card"),
        info={"group": "own"},
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("cards_by_wallet", "cards", ["wallet"], unique=False)
