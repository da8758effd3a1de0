"""Head office as the till's client sees it, and the ways in which it cannot be had."""

from typing import Protocol

from sync.protocol.messages import (
    Ack,
    Again,
    Audit,
    AuditAgain,
    Audited,
    Changes,
    Denied,
    EpochChanged,
    Fenced,
    Gap,
    Granted,
    Hello,
    HelloOk,
    LeaseRequest,
    Pull,
    PushFenced,
    ResendFrom,
    Upgrade,
)
from sync.protocol.wire import Frame


class OfficeError(Exception):
    """Head office could not be had this time; the environment's fault, so try again later."""


class UnreachableError(OfficeError):
    """No answer came: whether the request arrived is not known."""


class BusyError(OfficeError):
    """Head office asks to come back in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"busy, {seconds} s")
        self.seconds = seconds


class LookedUpTooOftenError(BusyError):
    """This till has looked up more than its customers can have asked for."""


class GoneError(OfficeError):
    """What was asked for is not there any more: begin anew."""


class AnswerUnreadableError(OfficeError):
    """Something answered that is no head office of ours."""


class NotEnrolledError(OfficeError):
    """Head office does not know this till's key: a person has to enrol it."""


class RefusedByOfficeError(OfficeError):
    """Head office finds the message malformed: a bug on one of the sides, told to a person."""


class Office(Protocol):
    """What can be asked; every call may raise OfficeError."""

    def hello(self, message: Hello) -> HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade:
        """Say where this till stands."""

    def push(self, frame: Frame) -> Ack | Gap | PushFenced:
        """Send events."""

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        """Ask for value."""

    def pull(self, message: Pull) -> Changes:
        """Ask for changes."""

    def audit(self, message: Audit) -> Audited | AuditAgain:
        """Say what this till has, at night."""
