from app.domain.figures.rfm import Group, Habits, cells, groups


def test_five_members_fill_the_five_bands() -> None:
    members = [Habits(recency_days=100 - place, orders=place, spend_minor=place * 100) for place in range(5)]
    assert dict(cells(members)) == {(band, band, band): 1 for band in range(1, 6)}


def test_equal_members_share_a_band() -> None:
    assert sum(cells([Habits(1, 1, 1)] * 7).values()) == 7
    assert len(cells([Habits(1, 1, 1)] * 7)) == 1


def test_every_cell_has_a_name() -> None:
    everywhere = {(r, f, m): 1 for r in range(1, 6) for f in range(1, 6) for m in range(1, 6)}
    named = groups(everywhere)
    assert set(named) == set(Group)
    assert sum(named.values()) == 125
    assert named[Group.CHAMPION] == 8
    assert groups({(5, 1, 1): 3}) == {Group.NEW: 3}
