from app.domain.figures.card_abuse import CardSale, SuspiciousCard, suspicious_cards
from app.domain.ids import CardNumber, OperatorId

CHEN, ZHOU, STAFF, GUEST = OperatorId("chen"), OperatorId("zhou"), CardNumber("8800"), CardNumber("8811")
DAY = "2026-03-01"


def test_one_card_at_one_cashier_many_times_a_day_is_shown() -> None:
    sales = [CardSale(STAFF, CHEN, DAY, 100) for _ in range(4)]
    assert suspicious_cards(sales) == (SuspiciousCard(STAFF, CHEN, DAY, 4, 400),)


def test_other_days_cashiers_and_cards_do_not_add_up() -> None:
    sales = [CardSale(STAFF, CHEN, DAY, 1)] * 3
    others = [CardSale(STAFF, ZHOU, DAY, 1), CardSale(STAFF, CHEN, "2026-03-02", 1), CardSale(GUEST, CHEN, DAY, 1)]
    assert suspicious_cards([*sales, *others]) == ()
