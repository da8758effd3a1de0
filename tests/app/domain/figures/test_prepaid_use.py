from app.domain.figures.prepaid_use import Prepaid, PrepaidUse, prepaid_use
from app.domain.ids import MemberId

DAY = "2026-06-30"


def test_who_prepaid_and_stays_away_shows_up_with_their_visits_a_month() -> None:
    away = Prepaid(MemberId("away"), "2026-01-01", 50_000, ("2026-02-01", "2026-03-01", "2026-04-01"))
    never = Prepaid(MemberId("never"), "2026-01-01", 80_000)
    comes = Prepaid(MemberId("comes"), "2026-01-01", 90_000, ("2026-06-20",))
    spent = Prepaid(MemberId("spent"), "2026-01-01", 0)
    assert prepaid_use([away, never, comes, spent], DAY, 60) == (
        PrepaidUse(MemberId("never"), 0, 180, 80_000),
        PrepaidUse(MemberId("away"), 50, 90, 50_000),
    )
