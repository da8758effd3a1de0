"""The network between one till and head office, in one process: it drops, doubles, delays and reorders.

Every message goes through its bytes, as on the real wire. What comes late comes after the till has given up on it, so
its answer is lost. While a till waits for an answer the world goes on: other tills talk, head office is restored, the
till itself sells, crashes or is put back.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from pydantic import TypeAdapter

from sync.client.office import NotEnrolledError, UnreachableError
from sync.office.services.errors import UnknownTillError
from sync.office.services.night.audit_night import AuditNight
from sync.office.services.streams.feed_tills import FeedTills
from sync.office.services.tills.lend import LendValue
from sync.office.services.tills.say_hello import SayHello
from sync.office.services.tills.take_push import TakePush
from sync.office.services.world import World
from sync.protocol.messages import (
    AUDIT_ANSWER,
    HELLO_ANSWER,
    LEASE_ANSWER,
    PUSH_ANSWER,
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
from sync.protocol.wire import Frame, decode, encode
from tests.simulation.crash import CrashError

T = TypeVar("T")
_CHANGES: TypeAdapter[Changes] = TypeAdapter(Changes)


class GoneError(BaseException):
    """The till that asked is not there any more: it was started again while it waited."""


def nothing() -> None:
    """Nothing happens."""


@dataclass
class Weather:
    """How bad the network is: chances in percent, and the requests that are still on their way.

    `happened` is told of every message; `meanwhile` is what goes on in the world while one till waits.
    """

    chance: Random
    drop: int = 12
    delay: int = 8
    double: int = 12
    lose_answer: int = 12
    interrupt: int = 12
    late: list[Callable[[], object]] = field(default_factory=list)
    happened: Callable[[], None] = nothing
    meanwhile: Callable[[], None] = nothing

    def clear_up(self) -> None:
        """From now on everything arrives, once, and nobody comes in between."""
        self.drop = self.delay = self.double = self.lose_answer = self.interrupt = 0

    def deliver_late(self) -> None:
        """One of the late requests arrives; nobody waits for its answer."""
        if self.late:
            request = self.late.pop(self.chance.randrange(len(self.late)))
            with suppress(CrashError, UnknownTillError):
                request()
            self.happened()

    def carry(self, request: Callable[[], T]) -> T:
        """Take a request there and its answer back, or not."""
        if self._happens(self.interrupt):
            self.meanwhile()
        if self._happens(self.drop):
            self.happened()
            raise UnreachableError("dropped")
        if self._happens(self.delay):
            self.late.append(request)
            self.happened()
            raise UnreachableError("late")
        answer = self._delivered(request)
        if self._happens(self.double):
            self._delivered(request)
        if self._happens(self.double):
            self.late.append(request)
        if self._happens(self.interrupt):
            self.meanwhile()
        if self._happens(self.lose_answer):
            raise UnreachableError("the answer was lost")
        return answer

    def _delivered(self, request: Callable[[], T]) -> T:
        try:
            return request()
        except CrashError as error:
            raise UnreachableError("head office crashed") from error
        except UnknownTillError as error:
            raise NotEnrolledError from error
        finally:
            self.happened()

    def _happens(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent


@dataclass
class Line:
    """A till's line to the head office there is at the moment; `starts` counts how often the till was started."""

    weather: Weather
    world: Callable[[], World]
    starts: int = 0

    def hello(self, message: Hello) -> HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade:
        text = message.model_dump_json()
        return self._carry(
            lambda: HELLO_ANSWER.validate_json(
                SayHello(self.world())(Hello.model_validate_json(text)).model_dump_json()
            )
        )

    def push(self, frame: Frame) -> Ack | Gap | PushFenced:
        packed = encode(frame)
        return self._carry(lambda: PUSH_ANSWER.validate_json(TakePush(self.world())(decode(packed)).model_dump_json()))

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        text = message.model_dump_json()
        return self._carry(
            lambda: LEASE_ANSWER.validate_json(
                LendValue(self.world())(LeaseRequest.model_validate_json(text)).model_dump_json()
            )
        )

    def pull(self, message: Pull) -> Changes:
        text = message.model_dump_json()
        return self._carry(
            lambda: _CHANGES.validate_json(FeedTills(self.world())(Pull.model_validate_json(text)).model_dump_json())
        )

    def audit(self, message: Audit) -> Audited | AuditAgain:
        text = message.model_dump_json()
        return self._carry(
            lambda: AUDIT_ANSWER.validate_json(
                AuditNight(self.world())(Audit.model_validate_json(text)).model_dump_json()
            )
        )

    def _carry(self, request: Callable[[], T]) -> T:
        starts = self.starts
        try:
            return self.weather.carry(request)
        finally:
            if self.starts != starts:
                raise GoneError
