"""The text of a small club's programme: what each of them has, around what a test is about."""

_HEAD = """
format = 2
id = "club"
version = 1
effective_from = "2026-01-01"
currency = "CNY"
name = { en = "Club" }

[[tiers]]
id = "basic"
name = { en = "Basic" }
"""

_FOOT = """
[[tender_kinds]]
id = "cash"
type = "cash"
name = { en = "Cash" }
"""

SPEND = """
[[measures]]
id = "spend"
name = { en = "Spend" }
of = "spend"
"""


def gold_from(spend: str) -> str:
    """The tier Gold from a spend on, such as "500.00", and the measure; more of the tier may follow."""
    return f"""{SPEND}
[[tiers]]
id = "gold"
name = {{ en = "Gold" }}
enter = {{ measures = [{{ measure = "spend", at_least = "{spend}" }}] }}
"""


def club(about: str) -> str:
    """One tier, Basic, and cash, with `about` between them."""
    return _HEAD + about + _FOOT
