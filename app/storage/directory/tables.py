"""The tables of a directory file. It is a copy: a file of another version is fetched again, never migrated."""

VERSION = 5

TABLES = (
    """
    CREATE TABLE mark (
        id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, cursor INTEGER NOT NULL,
        applied_seq INTEGER NOT NULL, stream TEXT NOT NULL, server_epoch TEXT NOT NULL, total TEXT NOT NULL,
        followed_seq INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE member (
        pos INTEGER PRIMARY KEY, id TEXT NOT NULL, wallet TEXT NOT NULL, name TEXT NOT NULL, given TEXT NOT NULL,
        phone TEXT NOT NULL, tier TEXT, birthday TEXT NOT NULL, joined_on TEXT NOT NULL, last_visit_on TEXT NOT NULL,
        measures TEXT NOT NULL, facts TEXT NOT NULL, initials TEXT NOT NULL, pinyin TEXT NOT NULL
    ) STRICT
    """,
    # Names with more than one reading are few: their other readings do not widen the rows of all.
    """
    CREATE TABLE other_reading (
        member INTEGER NOT NULL, initials TEXT NOT NULL, pinyin TEXT NOT NULL, last_visit_on TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE card (
        number TEXT PRIMARY KEY, wallet TEXT NOT NULL, member TEXT, state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE balance (
        wallet TEXT NOT NULL, unit TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (wallet, unit)
    ) STRICT, WITHOUT ROWID
    """,
    # What the stream says of a wallet: its member's row, the number of its last change (0: a guest; below 0: gone), and
    # which of this till's events it has in it, posted and followed up, where it came behind the file.
    """
    CREATE TABLE holder (
        wallet TEXT PRIMARY KEY, member INTEGER, n INTEGER NOT NULL, applied_seq INTEGER, followed_seq INTEGER
    ) STRICT, WITHOUT ROWID
    """,
    # Who was looked up and is not carried: under which number of all members that was told, and when (UTC ms).
    """
    CREATE TABLE guest (
        wallet TEXT PRIMARY KEY, told INTEGER NOT NULL, told_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

# Each holds the date of the last visit, so that the best of a prefix are picked without reading a single member.
INDEXES = (
    "CREATE UNIQUE INDEX member_by_id ON member (id)",
    "CREATE INDEX member_by_phone ON member (phone, last_visit_on)",
    "CREATE INDEX member_by_last_four ON member (substr(phone, -4), name, last_visit_on)",
    "CREATE INDEX member_by_name ON member (name, last_visit_on)",
    "CREATE INDEX member_by_given ON member (given, last_visit_on)",
    "CREATE INDEX member_by_initials ON member (initials, last_visit_on)",
    "CREATE INDEX member_by_pinyin ON member (pinyin, last_visit_on)",
    "CREATE INDEX other_by_member ON other_reading (member)",
    "CREATE INDEX other_by_initials ON other_reading (initials, last_visit_on, member)",
    "CREATE INDEX other_by_pinyin ON other_reading (pinyin, last_visit_on, member)",
    "CREATE INDEX card_by_wallet ON card (wallet)",
)
