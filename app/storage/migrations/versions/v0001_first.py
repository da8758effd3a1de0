"""The first schema: journal, ledger, leases, sales, refunds, shifts, staff, catalogue, spool."""

from alembic import op

revision = "0001"
down_revision = None

# As SQLite had it on the day of release, word for word: it must not follow `schema.py` when that goes on.
STATEMENTS = (
    """
CREATE TABLE event (
    pos INTEGER NOT NULL,
    till TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    payload BLOB NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    words_key BLOB NOT NULL,
    PRIMARY KEY (pos),
    UNIQUE (till, epoch, seq),
    UNIQUE (id)
)
 STRICT
    """,
    """
CREATE TABLE lease (
    wallet TEXT NOT NULL,
    unit TEXT NOT NULL,
    lot TEXT NOT NULL,
    granted INTEGER NOT NULL,
    credited INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    PRIMARY KEY (wallet, unit, lot, epoch),
    CONSTRAINT totals_not_negative CHECK (granted >= 0 AND credited >= 0 AND spent >= 0 AND returned >= 0),
    CONSTRAINT holds_no_less_than_nothing CHECK (granted + credited - spent - returned >= 0)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE staff (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    failures INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
    """,
    """
CREATE TABLE product (
    pos INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    price_minor INTEGER NOT NULL,
    measure TEXT NOT NULL,
    gtin TEXT NOT NULL,
    plu TEXT NOT NULL,
    category TEXT NOT NULL,
    brand TEXT NOT NULL,
    goods_class TEXT NOT NULL,
    member_price_minor INTEGER,
    tax_rate_basis_points INTEGER NOT NULL,
    initials TEXT NOT NULL,
    quick_key INTEGER NOT NULL CHECK (quick_key IN (0, 1)),
    for_sale INTEGER NOT NULL CHECK (for_sale IN (0, 1)),
    PRIMARY KEY (pos),
    UNIQUE (id)
)
 STRICT
    """,
    "CREATE INDEX product_by_name ON product (name)",
    "CREATE UNIQUE INDEX product_by_gtin ON product (gtin) WHERE gtin != ''",
    "CREATE UNIQUE INDEX product_by_plu ON product (plu) WHERE plu != ''",
    "CREATE INDEX product_by_initials ON product (initials, name)",
    """
CREATE TABLE config (
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (name)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE fed (
    stream TEXT NOT NULL,
    id TEXT NOT NULL,
    n INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (stream, id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE spool (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL,
    is_reprint INTEGER NOT NULL CHECK (is_reprint IN (0, 1)),
    kick_drawer INTEGER NOT NULL CHECK (kick_drawer IN (0, 1)),
    attempts INTEGER NOT NULL,
    content TEXT
)
 STRICT
    """,
    "CREATE INDEX spool_waiting ON spool (id) WHERE state IN ('waiting', 'begun')",
    """
CREATE TABLE held_basket (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    held_at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    content TEXT NOT NULL
)
 STRICT
    """,
    """
CREATE TABLE till_state (
    id INTEGER NOT NULL CHECK (id = 1),
    till TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    merchant TEXT NOT NULL,
    pos INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    high_water_ms INTEGER NOT NULL,
    leases_frozen INTEGER NOT NULL CHECK (leases_frozen IN (0, 1)),
    perpetual_minor INTEGER NOT NULL,
    last_receipt INTEGER NOT NULL,
    last_shift INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
    """,
    """
CREATE TABLE posting (
    id INTEGER NOT NULL,
    event INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    wallet TEXT NOT NULL,
    unit TEXT NOT NULL,
    lot TEXT NOT NULL,
    place TEXT NOT NULL,
    amount INTEGER NOT NULL,
    merchant TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(event) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE INDEX posting_of_wallet ON posting (wallet, event)",
    """
CREATE TABLE sale (
    pos INTEGER NOT NULL,
    id TEXT NOT NULL,
    till TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    receipt INTEGER NOT NULL,
    shift TEXT NOT NULL,
    operator TEXT NOT NULL,
    business_date TEXT NOT NULL,
    at INTEGER NOT NULL,
    corrected_at INTEGER NOT NULL,
    wallet TEXT,
    member TEXT,
    card TEXT,
    total_minor INTEGER NOT NULL,
    saving_minor INTEGER NOT NULL,
    change_minor INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    refunded_minor INTEGER NOT NULL,
    PRIMARY KEY (pos),
    UNIQUE (id),
    UNIQUE (epoch, receipt),
    CONSTRAINT refunds_no_more_than_was_paid CHECK (refunded_minor BETWEEN 0 AND total_minor),
    FOREIGN KEY(pos) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE INDEX sale_of_wallet ON sale (wallet, pos) WHERE wallet IS NOT NULL",
    """
CREATE TABLE shift (
    pos INTEGER NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    float_minor INTEGER NOT NULL,
    drawer_openings INTEGER NOT NULL,
    closed INTEGER,
    closed_at INTEGER,
    closed_by TEXT,
    counted_minor INTEGER,
    expected_minor INTEGER,
    PRIMARY KEY (pos),
    UNIQUE (id),
    FOREIGN KEY(pos) REFERENCES event (pos),
    FOREIGN KEY(closed) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE UNIQUE INDEX one_open_shift ON shift ((1)) WHERE closed IS NULL",
    """
CREATE TABLE cash_movement (
    pos INTEGER NOT NULL,
    shift TEXT NOT NULL,
    direction TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    operator TEXT NOT NULL,
    reason TEXT NOT NULL,
    receipt TEXT NOT NULL,
    PRIMARY KEY (pos),
    FOREIGN KEY(pos) REFERENCES event (pos)
)
 STRICT
    """,
    """
CREATE TABLE sale_line (
    sale INTEGER NOT NULL,
    number INTEGER NOT NULL,
    product TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    net_minor INTEGER NOT NULL,
    tax_rate_basis_points INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    refunded_milli INTEGER NOT NULL,
    refunded_minor INTEGER NOT NULL,
    PRIMARY KEY (sale, number),
    CONSTRAINT refunds_no_more_than_was_sold CHECK (refunded_milli BETWEEN 0 AND quantity_milli),
    CONSTRAINT refunds_no_more_than_it_cost CHECK (refunded_minor BETWEEN 0 AND net_minor),
    FOREIGN KEY(sale) REFERENCES sale (pos)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE sale_tender (
    sale INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    given_minor INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (sale, number),
    FOREIGN KEY(sale) REFERENCES sale (pos)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE refund (
    pos INTEGER NOT NULL,
    id TEXT NOT NULL,
    sale INTEGER NOT NULL,
    till TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    receipt INTEGER NOT NULL,
    shift TEXT NOT NULL,
    operator TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    business_date TEXT NOT NULL,
    at INTEGER NOT NULL,
    corrected_at INTEGER NOT NULL,
    wallet TEXT,
    total_minor INTEGER NOT NULL,
    PRIMARY KEY (pos),
    UNIQUE (id),
    UNIQUE (epoch, receipt),
    FOREIGN KEY(pos) REFERENCES event (pos),
    FOREIGN KEY(sale) REFERENCES event (pos)
)
 STRICT
    """,
    """
CREATE TABLE sale_taken_over (
    pos INTEGER NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (pos),
    FOREIGN KEY(pos) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE INDEX sale_taken_over_by_id ON sale_taken_over (id, pos)",
    "CREATE INDEX sale_taken_over_by_number ON sale_taken_over (number, pos)",
    "CREATE INDEX refund_of_sale ON refund (sale)",
    "CREATE INDEX refund_of_wallet ON refund (wallet, pos) WHERE wallet IS NOT NULL",
    """
CREATE TABLE refund_line (
    refund INTEGER NOT NULL,
    number INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    tax_rate_basis_points INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    PRIMARY KEY (refund, number),
    FOREIGN KEY(refund) REFERENCES refund (pos)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE refund_tender (
    refund INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (refund, number),
    FOREIGN KEY(refund) REFERENCES refund (pos)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE value_deal (
    pos INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    till TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    receipt INTEGER NOT NULL,
    shift TEXT NOT NULL,
    operator TEXT NOT NULL,
    business_date TEXT NOT NULL,
    at INTEGER NOT NULL,
    wallet TEXT NOT NULL,
    target TEXT,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (pos),
    UNIQUE (id),
    UNIQUE (epoch, receipt),
    FOREIGN KEY(pos) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE INDEX value_deal_of_wallet ON value_deal (wallet, pos)",
    """
CREATE TABLE card (
    number TEXT NOT NULL,
    wallet TEXT NOT NULL,
    member TEXT,
    state TEXT NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(changed) REFERENCES event (pos)
)
 WITHOUT ROWID,
 STRICT
    """,
    "CREATE INDEX card_of_wallet ON card (wallet)",
    """
CREATE TABLE member_told (
    pos INTEGER NOT NULL,
    member TEXT NOT NULL,
    wallet TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    given TEXT NOT NULL,
    initials TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    PRIMARY KEY (pos),
    FOREIGN KEY(pos) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE INDEX member_told_of ON member_told (member, pos)",
    """
CREATE TABLE care (
    pos INTEGER NOT NULL,
    wallet TEXT NOT NULL,
    "key" TEXT NOT NULL,
    step TEXT NOT NULL,
    PRIMARY KEY (pos),
    FOREIGN KEY(pos) REFERENCES event (pos)
)
 STRICT
    """,
    "CREATE INDEX care_of_wallet ON care (wallet, pos)",
    """
CREATE TABLE value_tender (
    deal INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    given_minor INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (deal, number),
    FOREIGN KEY(deal) REFERENCES value_deal (pos)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TRIGGER event_no_delete
BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER event_no_update
BEFORE UPDATE OF pos, till, epoch, seq, id, kind, version, recorded_at, business_date, payload, prev_hash, hash ON event
BEGIN SELECT RAISE(ABORT, 'event: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER posting_no_delete
BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'posting: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER posting_no_update
BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'posting: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_tender_no_delete
BEFORE DELETE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'sale_tender: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_tender_no_update
BEFORE UPDATE ON sale_tender
BEGIN SELECT RAISE(ABORT, 'sale_tender: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER refund_no_delete
BEFORE DELETE ON refund
BEGIN SELECT RAISE(ABORT, 'refund: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER refund_no_update
BEFORE UPDATE ON refund
BEGIN SELECT RAISE(ABORT, 'refund: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER refund_line_no_delete
BEFORE DELETE ON refund_line
BEGIN SELECT RAISE(ABORT, 'refund_line: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER refund_line_no_update
BEFORE UPDATE ON refund_line
BEGIN SELECT RAISE(ABORT, 'refund_line: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER refund_tender_no_delete
BEFORE DELETE ON refund_tender
BEGIN SELECT RAISE(ABORT, 'refund_tender: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER refund_tender_no_update
BEFORE UPDATE ON refund_tender
BEGIN SELECT RAISE(ABORT, 'refund_tender: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER cash_movement_no_delete
BEFORE DELETE ON cash_movement
BEGIN SELECT RAISE(ABORT, 'cash_movement: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER cash_movement_no_update
BEFORE UPDATE ON cash_movement
BEGIN SELECT RAISE(ABORT, 'cash_movement: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_no_delete
BEFORE DELETE ON sale
BEGIN SELECT RAISE(ABORT, 'sale: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_no_update
BEFORE UPDATE OF pos, id, till, epoch, receipt, shift, operator, business_date, at, corrected_at, wallet,
member, card, total_minor, saving_minor, change_minor, line_count ON sale
BEGIN SELECT RAISE(ABORT, 'sale: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_line_no_delete
BEFORE DELETE ON sale_line
BEGIN SELECT RAISE(ABORT, 'sale_line: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_line_no_update
BEFORE UPDATE OF sale, number, product, name, quantity_milli, net_minor, tax_rate_basis_points, tax_minor ON
sale_line
BEGIN SELECT RAISE(ABORT, 'sale_line: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER shift_no_delete
BEFORE DELETE ON shift
BEGIN SELECT RAISE(ABORT, 'shift: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER shift_no_update
BEFORE UPDATE OF pos, id, number, business_date, opened_at, opened_by, float_minor ON shift
BEGIN SELECT RAISE(ABORT, 'shift: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER lease_no_delete
BEFORE DELETE ON lease
BEGIN SELECT RAISE(ABORT, 'lease: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER lease_no_update
BEFORE UPDATE OF wallet, unit, lot, epoch ON lease
BEGIN SELECT RAISE(ABORT, 'lease: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER till_state_no_delete
BEFORE DELETE ON till_state
BEGIN SELECT RAISE(ABORT, 'till_state: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER till_state_no_update
BEFORE UPDATE OF id, till ON till_state
BEGIN SELECT RAISE(ABORT, 'till_state: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER lease_only_up
BEFORE UPDATE ON lease WHEN NEW.granted < OLD.granted OR NEW.credited < OLD.credited OR NEW.spent < OLD.spent
OR NEW.returned < OLD.returned
BEGIN SELECT RAISE(ABORT, 'lease: a total never falls'); END
    """,
    """
CREATE TRIGGER sale_only_up
BEFORE UPDATE ON sale WHEN NEW.refunded_minor < OLD.refunded_minor
BEGIN SELECT RAISE(ABORT, 'sale: a total never falls'); END
    """,
    """
CREATE TRIGGER sale_line_only_up
BEFORE UPDATE ON sale_line WHEN NEW.refunded_milli < OLD.refunded_milli OR NEW.refunded_minor <
OLD.refunded_minor
BEGIN SELECT RAISE(ABORT, 'sale_line: a total never falls'); END
    """,
    """
CREATE TRIGGER shift_only_up
BEFORE UPDATE ON shift WHEN NEW.drawer_openings < OLD.drawer_openings
BEGIN SELECT RAISE(ABORT, 'shift: a total never falls'); END
    """,
    """
CREATE TRIGGER till_state_only_up
BEFORE UPDATE ON till_state WHEN NEW.pos < OLD.pos OR NEW.epoch < OLD.epoch
BEGIN SELECT RAISE(ABORT, 'till_state: a total never falls'); END
    """,
    """
CREATE TRIGGER value_deal_no_delete
BEFORE DELETE ON value_deal
BEGIN SELECT RAISE(ABORT, 'value_deal: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER value_deal_no_update
BEFORE UPDATE ON value_deal
BEGIN SELECT RAISE(ABORT, 'value_deal: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER value_tender_no_delete
BEFORE DELETE ON value_tender
BEGIN SELECT RAISE(ABORT, 'value_tender: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER value_tender_no_update
BEFORE UPDATE ON value_tender
BEGIN SELECT RAISE(ABORT, 'value_tender: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER event_only_forgotten
BEFORE UPDATE ON event WHEN length(NEW.words_key) > 0
BEGIN SELECT RAISE(ABORT, 'event: words and keys are only ever emptied'); END
    """,
    """
CREATE TRIGGER member_told_only_forgotten
BEFORE UPDATE ON member_told WHEN length(NEW.given) > 0 OR length(NEW.initials) > 0 OR length(NEW.name) > 0 OR
length(NEW.phone) > 0 OR length(NEW.pinyin) > 0
BEGIN SELECT RAISE(ABORT, 'member_told: words and keys are only ever emptied'); END
    """,
    """
CREATE TRIGGER member_told_no_delete
BEFORE DELETE ON member_told
BEGIN SELECT RAISE(ABORT, 'member_told: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER member_told_no_update
BEFORE UPDATE OF pos, member, wallet ON member_told
BEGIN SELECT RAISE(ABORT, 'member_told: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER care_no_delete
BEFORE DELETE ON care
BEGIN SELECT RAISE(ABORT, 'care: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER care_no_update
BEFORE UPDATE ON care
BEGIN SELECT RAISE(ABORT, 'care: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_taken_over_no_delete
BEFORE DELETE ON sale_taken_over
BEGIN SELECT RAISE(ABORT, 'sale_taken_over: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER sale_taken_over_no_update
BEFORE UPDATE ON sale_taken_over
BEGIN SELECT RAISE(ABORT, 'sale_taken_over: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER card_no_delete
BEFORE DELETE ON card
BEGIN SELECT RAISE(ABORT, 'card: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER card_no_update
BEFORE UPDATE OF number ON card
BEGIN SELECT RAISE(ABORT, 'card: facts are never changed or deleted'); END
    """,
    """
CREATE TRIGGER card_only_up
BEFORE UPDATE ON card WHEN NEW.changed < OLD.changed
BEGIN SELECT RAISE(ABORT, 'card: a total never falls'); END
    """,
    """
CREATE TRIGGER shift_closed_for_good
BEFORE UPDATE ON shift WHEN OLD.closed IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a closed shift stays as it is'); END
    """,
)


def upgrade() -> None:
    """Make the tables in an empty store."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
