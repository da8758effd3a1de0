"""A code of head office as a person reads it, and why head office took nobody in by it."""

from app.ports.set_up import Hitch, OfficeAddress, Stuck
from sync.client.office import AnswerUnreadableError, BusyError, NotEnrolledError, OfficeError
from sync.client.transport import Invitation
from sync.protocol.code_refusal import CodeRefusal

_SHOWN_DIGITS = 16
_CODES = {
    CodeRefusal.WRONG: Hitch.CODE_WRONG,
    CodeRefusal.EXPIRED: Hitch.CODE_EXPIRED,
    CodeRefusal.SPENT: Hitch.CODE_SPENT,
    CodeRefusal.USED: Hitch.CODE_USED,
}


def address_in(code: str) -> OfficeAddress | None:
    """What a code says, its fingerprint in groups of four for two people to compare; None where it is no whole code."""
    try:
        read = Invitation.read(code)
    except ValueError:
        return None
    digits = read.fingerprint[:_SHOWN_DIGITS]
    groups = (digits[place : place + 4] for place in range(0, _SHOWN_DIGITS, 4))
    return OfficeAddress(read.address, " ".join(groups))


def stuck_of(error: OfficeError) -> Stuck:
    """Why it could not be had."""
    match error:
        case NotEnrolledError():
            said = str(error)
            known = next((hitch for refusal, hitch in _CODES.items() if said == refusal), Hitch.REFUSED)
            return Stuck(known, said)
        case BusyError():
            return Stuck(Hitch.BUSY)
        case AnswerUnreadableError():
            return Stuck(Hitch.STRANGER)
    # Something answers there, with another certificate than the one the code names.
    return Stuck(Hitch.STRANGER if "SSL" in str(error) else Hitch.UNREACHABLE, str(error))
