"""Read members: the directory's copy, with what was told at this till over it until the directory has heard of it."""

from collections.abc import Sequence

from app.domain.ids import MemberId
from app.domain.member import Member
from app.domain.people.facts import ConsentChange, Erasure, ProfileChange, Registration, changed, decided, registered
from app.ports.directory import Directory
from app.ports.store import Sought, ToldFact, UnitOfWork
from app.services.office_tiers import in_office_tiers


def member_of(uow: UnitOfWork, directory: Directory, member_id: MemberId) -> Member | None:
    """One member as they are now."""
    member = _told(uow, directory, member_id)
    return in_office_tiers(uow, member) if member else None


def _told(uow: UnitOfWork, directory: Directory, member_id: MemberId) -> Member | None:
    copied = directory.member(member_id)
    since = directory.heard(copied.wallet) if copied else directory.mark().applied_seq
    member = _now(uow, copied, member_id, since)
    if copied is None and member is not None and directory.heard(member.wallet) > since:
        # The directory has heard of the wallet since, and of no such member in it: merged, or forgotten.
        return _now(uow, None, member_id, directory.heard(member.wallet))
    return member


def _now(uow: UnitOfWork, member: Member | None, member_id: MemberId, since: int) -> Member | None:
    for told in uow.people.told_of(member_id, since):
        member = _after(member, told)
    return member


def found_of(
    uow: UnitOfWork, directory: Directory, sought: Sought, text: str, found: Sequence[Member], limit: int
) -> Sequence[Member]:
    """`found` in the directory as they are now, and before them whom this till alone knows of so far."""
    since = directory.mark().applied_seq
    here = uow.people.seek(sought, text, since, limit)
    members = {member_id: member_of(uow, directory, member_id) for member_id in here}
    for member in found:
        now = members.get(member.id) or member_of(uow, directory, member.id)
        if now is not None and _is_still(sought, member, now):
            members[member.id] = now
    return [member for member in members.values() if member is not None and _fits(sought, text, member)][:limit]


def _is_still(sought: Sought, before: Member, now: Member) -> bool:
    """Whether what was looked for is what it was in the directory."""
    if sought in {Sought.PHONE, Sought.LAST_FOUR}:
        return before.phone == now.phone
    return before.name == now.name


def _fits(sought: Sought, text: str, member: Member) -> bool:
    """Whether a phone told here is still theirs: what was told later may say otherwise."""
    if sought is Sought.PHONE:
        return member.phone == text
    return sought is not Sought.LAST_FOUR or member.phone.endswith(text)


def _after(member: Member | None, told: ToldFact) -> Member | None:
    match told.fact:
        case Registration():
            return registered(told.fact, told.told_by, told.day)
        case ProfileChange() if member is not None:
            return changed(member, told.fact)
        case ConsentChange() if member is not None:
            return decided(member, told.fact, told.told_by)
        case Erasure():
            return None
    return member
