"""What the database itself refuses: facts are never changed or deleted, totals never fall.

Code that has a bug, or a person with the key and a database tool, meets these before `membertill verify` meets them.
"""

from collections.abc import Iterable

from sqlalchemy import Table

from app.storage.till import schema

# Facts: nothing of them ever changes.
_FACTS = (
    schema.posting,
    schema.sale_tender,
    schema.refund,
    schema.refund_line,
    schema.refund_tender,
    schema.value_deal,
    schema.value_tender,
    schema.sale_taken_over,
    schema.care,
    schema.cash_movement,
)

# By what a told member is found.
TOLD_WORDS = frozenset({"name", "phone", "given", "initials", "pinyin"})

# Facts with columns that do change.
_CHANGING: tuple[tuple[Table, frozenset[str]], ...] = (
    (schema.event, frozenset({"words_key"})),
    (schema.member_told, TOLD_WORDS),
    (schema.sale, frozenset({"refunded_minor"})),
    (schema.sale_line, frozenset({"refunded_milli", "refunded_minor"})),
    (
        schema.shift,
        frozenset({"drawer_openings", "closed", "closed_at", "closed_by", "counted_minor", "expected_minor"}),
    ),
    (schema.card, frozenset({"wallet", "member", "state", "changed"})),
    (schema.lease, frozenset({"granted", "credited", "spent", "returned"})),
    (schema.till_state, frozenset(schema.column_names(schema.till_state)) - {"id", "till"}),
)


def trigger_statements() -> tuple[str, ...]:
    """All triggers of `till.db`, as the statements that make them."""
    statements: list[str] = []
    for table in _FACTS:
        statements.append(_never(table, "delete", "DELETE"))
        statements.append(_never(table, "update", "UPDATE"))
    for table, changing in _CHANGING:
        fixed = [name for name in schema.column_names(table) if name not in changing]
        statements.append(_never(table, "delete", "DELETE"))
        statements.append(_never(table, "update", f"UPDATE OF {', '.join(fixed)}"))
    statements.append(_only_up(schema.lease, ("granted", "credited", "spent", "returned")))
    statements.append(_only_up(schema.sale, ("refunded_minor",)))
    statements.append(_only_up(schema.sale_line, ("refunded_milli", "refunded_minor")))
    statements.append(_only_up(schema.shift, ("drawer_openings",)))
    statements.append(_only_up(schema.card, ("changed",)))
    statements.append(_only_up(schema.till_state, ("pos", "epoch")))
    statements.append(_only_forgotten(schema.event, ("words_key",)))
    statements.append(_only_forgotten(schema.member_told, sorted(TOLD_WORDS)))
    statements.append(_CLOSED_FOR_GOOD)
    return tuple(statements)


_CLOSED_FOR_GOOD = (
    "CREATE TRIGGER shift_closed_for_good BEFORE UPDATE ON shift WHEN OLD.closed IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'a closed shift stays as it is'); END"
)


def _never(table: Table, name: str, what: str) -> str:
    return (
        f"CREATE TRIGGER {table.name}_no_{name} BEFORE {what} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name}: facts are never changed or deleted'); END"
    )


def _only_forgotten(table: Table, columns: Iterable[str]) -> str:
    is_said = " OR ".join(f"length(NEW.{column}) > 0" for column in columns)
    return (
        f"CREATE TRIGGER {table.name}_only_forgotten BEFORE UPDATE ON {table.name} WHEN {is_said} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name}: words and keys are only ever emptied'); END"
    )


def _only_up(table: Table, columns: Iterable[str]) -> str:
    falls = " OR ".join(f"NEW.{column} < OLD.{column}" for column in columns)
    return (
        f"CREATE TRIGGER {table.name}_only_up BEFORE UPDATE ON {table.name} WHEN {falls} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name}: a total never falls'); END"
    )
