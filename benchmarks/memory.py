"""What the till occupies with a million members: after a day of 500 sales, and whether it grows over 10 000."""

from collections.abc import Iterator

from benchmarks.figures import Figure, Goal
from benchmarks.whole_till import whole_till

MEMBERS = 1_000_000
SALES_A_DAY = 500
MANY_SALES = 10_000
# Less than this in 10 000 sales is an allocator's breath.
_GROWTH_MB = 5.0


def run(members: int = MEMBERS, a_day: int = SALES_A_DAY, many: int = MANY_SALES) -> Iterator[Figure]:
    """Resident memory of the whole program, its window open and used."""
    with whole_till(members) as till:
        bare = till.bare(same_imports=False)
        told = till.ours([a_day, a_day + (many - a_day) // 2, many])
    if told is None:
        return
    limit = bare["rss"][0][1] if bare else None
    resident = dict(told["rss"])
    context = {"members": members, "resident_mb_by_sales": resident}
    for name, value, goal in (
        ("after_start", resident[0], None),
        ("after_a_day", resident[a_day], 200.0),
        (f"growth_to_{many}_sales", resident[many] - resident[a_day], _GROWTH_MB),
    ):
        yield Figure(
            bench="memory",
            figure=name,
            value=value,
            unit="MB",
            limit=limit,
            limit_is="bare Qt window",
            goal=goal,
            goal_is=Goal.VALUE_AT_MOST if goal else Goal.NONE,
            n=1,
            context=context,
        )
