"""What must hold of members and of the tills' copies when everything has arrived."""

from collections.abc import Sequence

from sync.office.storage.merges import unsettled
from sync.office.storage.parked import open_parked, parked_nights
from tests.simulation.headoffice import HeadOffice
from tests.simulation.member_till import MemberTill
from tests.simulation.people_books import assert_given_once, assert_one_wallet_a_phone, assert_value_is_there
from tests.simulation.people_copies import assert_copies_are_equal
from tests.simulation.people_known import assert_cards_open, assert_guests_are_known, assert_members_are_known
from tests.simulation.people_wishes import assert_forgotten_is_forgotten, assert_no_is_no


def assert_all_is_well(office: HeadOffice, tills: Sequence[MemberTill], *, phones_stay: bool) -> None:
    """Everything has arrived everywhere."""
    assert office.world.database.read(unsettled) == [], "something still lies in a wallet that has ended"
    assert not office.world.database.read(parked_nights), "nights went wrong"
    assert not office.world.database.read(open_parked), "events could not be followed up"
    assert_one_wallet_a_phone(office, tills, phones_stay=phones_stay)
    assert_value_is_there(office, tills)
    assert_no_is_no(office, tills)
    assert_given_once(office, tills)
    assert_forgotten_is_forgotten(office, tills)


def assert_all_know_the_same(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Every till's copies are head office's rows, and so is what it makes of them at the counter."""
    for till in tills:
        assert_copies_are_equal(office, till)
    assert_members_are_known(office, tills)
    assert_cards_open(office, tills)
    assert_guests_are_known(office, tills)
