"""The chain: people, what goes down to the shops, nights, disputes, the open door."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
