"""The SQL of the look-ups.

A search by prefix takes at most 200 rows from an index and ranks those; ranking all that fit would cost 100 ms for
a common surname. Only the rows that are shown are read from the table.
"""

_MEMBER = (
    "member.id, member.wallet, member.name, member.phone, member.tier, member.birthday, member.joined_on, "
    "member.last_visit_on, member.measures, member.facts"
)

CARD = "SELECT number, wallet, member, state FROM card WHERE number = ?"
CARDS_OF = "SELECT number, wallet, member, state FROM card WHERE wallet = ? ORDER BY number"
MEMBER = f"SELECT {_MEMBER} FROM member WHERE id = ?"
BALANCES = "SELECT unit, amount FROM balance WHERE wallet = ?"
BY_PHONE = f"SELECT {_MEMBER} FROM member WHERE phone = ? ORDER BY last_visit_on DESC LIMIT +?"


def _ranked(*sources: str) -> str:
    union = " UNION ALL ".join(f"SELECT * FROM ({source})" for source in sources)
    return (
        f"WITH found (pos, rank, visit) AS ({union}), "
        "best AS (SELECT pos, min(rank) AS rank, visit FROM found GROUP BY pos ORDER BY 2, visit DESC, pos LIMIT +?3) "
        f"SELECT {_MEMBER} FROM best CROSS JOIN member USING (pos) ORDER BY best.rank, best.visit DESC, best.pos"
    )


def _exactly(table: str, pos: str, column: str, rank: int) -> str:
    return f"SELECT {pos}, {rank}, last_visit_on FROM {table} WHERE {column} = ?1 ORDER BY last_visit_on DESC LIMIT +?3"


def _beginning(table: str, pos: str, column: str, rank: int) -> str:
    return f"SELECT {pos}, {rank}, last_visit_on FROM {table} WHERE {column} > ?1 AND {column} < ?2 LIMIT 200"


BY_LAST_FOUR = (
    "WITH best AS (SELECT pos FROM (SELECT pos, last_visit_on FROM member WHERE substr(phone, -4) = ?1 "
    "AND name >= ?2 AND name < ?3 LIMIT 1000) ORDER BY last_visit_on DESC, pos LIMIT +?4) "
    f"SELECT {_MEMBER} FROM best CROSS JOIN member USING (pos) ORDER BY member.last_visit_on DESC, pos"
)
BY_NAME = _ranked(
    _exactly("member", "pos", "name", 0),
    _exactly("member", "pos", "given", 1),
    _beginning("member", "pos", "name", 2),
    _beginning("member", "pos", "given", 3),
)
BY_INITIALS = _ranked(
    _exactly("member", "pos", "initials", 0),
    _exactly("other_reading", "member", "initials", 0),
    _beginning("member", "pos", "initials", 1),
    _beginning("other_reading", "member", "initials", 1),
)
BY_PINYIN = _ranked(
    _exactly("member", "pos", "pinyin", 0),
    _exactly("other_reading", "member", "pinyin", 0),
    _beginning("member", "pos", "pinyin", 1),
    _beginning("other_reading", "member", "pinyin", 1),
)
