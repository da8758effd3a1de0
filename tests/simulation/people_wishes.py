"""What members have asked for is kept: a no is a no, and who wanted to be forgotten is."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from app.domain.ids import WalletId
from app.domain.member import Consent
from app.domain.people.facts import ConsentChange, Erasure, Registration
from app.services.read_people import member_of
from sync.office.storage.schema import erased
from tests.simulation.headoffice import HeadOffice
from tests.simulation.member_till import MemberTill
from tests.simulation.people_told import known_members, survivors_of, told_facts


def assert_no_is_no(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Who has said no, and never yes to somebody who knew of a no, is asked for nothing."""
    noes: defaultdict[WalletId, set[str]] = defaultdict(set)
    lifted: set[str] = set()
    for event, fact in told_facts(tills):
        if isinstance(fact, Registration) and fact.consents.get(Consent.MESSAGES) is False:
            noes[fact.wallet].add(event)
        if isinstance(fact, ConsentChange):
            if not fact.given:
                noes[fact.wallet].add(event)
            elif fact.over:
                lifted.add(fact.over)
    ends, known = survivors_of(office, set(noes)), known_members(office)
    groups: defaultdict[WalletId, set[str]] = defaultdict(set)
    for wallet, events in noes.items():
        groups[ends[wallet]] |= events
    for end, events in groups.items():
        if end in known and not events & lifted:
            said = known[end].member.consents[Consent.MESSAGES]
            assert not said.given, f"{end} has said no"


def assert_forgotten_is_forgotten(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Of whoever wanted to be forgotten nobody knows a name, whatever tills that had not heard have told since."""
    forgotten = set(office.world.database.read(lambda c: c.execute(select(erased.c.wallet)).scalars().all()))
    told, known = [fact for _, fact in told_facts(tills)], known_members(office)
    assert not forgotten & set(known), f"head office still knows {forgotten & set(known)}"
    ends = survivors_of(office, {fact.wallet for fact in told if isinstance(fact, Registration | Erasure)})
    for fact in told:
        if isinstance(fact, Erasure):
            assert ends[fact.wallet] in forgotten | set(known), f"{fact.wallet} is neither forgotten nor somebody"
        if isinstance(fact, Registration) and ends[fact.wallet] in forgotten:
            for till in tills:
                with till.store.unit_of_work() as uow:
                    here = member_of(uow, till.directory, fact.member)
                assert here is None or not here.name, f"{till.name} still knows {fact.member}"
