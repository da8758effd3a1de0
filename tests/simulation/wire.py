"""The network between one till and head office, in one process: it drops, doubles, delays and reorders.

Every message goes through its bytes, as on the real wire. What comes late comes after the till has given up on it, so
its answer is lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter

from sync.client.office import NotEnrolledError, UnreachableError
from sync.office.services.errors import UnknownTillError
from sync.office.services.feed_tills import FeedTills
from sync.office.services.lend import LendValue
from sync.office.services.say_hello import SayHello
from sync.office.services.take_push import TakePush
from sync.office.services.world import World
from sync.protocol.messages import (
    HELLO_ANSWER,
    LEASE_ANSWER,
    PUSH_ANSWER,
    Ack,
    Again,
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
A = TypeVar("A", bound=BaseModel)
_CHANGES: TypeAdapter[Changes] = TypeAdapter(Changes)


@dataclass
class Weather:
    """How bad the network is: chances in percent, and the requests that are still on their way."""

    chance: Random
    drop: int = 12
    delay: int = 8
    double: int = 12
    lose_answer: int = 12
    late: list[Callable[[], object]] = field(default_factory=list)

    def clear_up(self) -> None:
        """From now on everything arrives, once."""
        self.drop = self.delay = self.double = self.lose_answer = 0

    def deliver_late(self) -> None:
        """One of the late requests arrives; nobody waits for its answer."""
        if self.late:
            request = self.late.pop(self.chance.randrange(len(self.late)))
            try:
                request()
            except (CrashError, UnknownTillError):
                return

    def _happens(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent

    def carry(self, request: Callable[[], T]) -> T:
        """Take a request there and its answer back, or not."""
        if self._happens(self.drop):
            raise UnreachableError("dropped")
        if self._happens(self.delay):
            self.late.append(request)
            raise UnreachableError("late")
        try:
            answer = request()
            if self._happens(self.double):
                request()
        except CrashError as error:
            raise UnreachableError("head office crashed") from error
        except UnknownTillError as error:
            raise NotEnrolledError from error
        if self._happens(self.double):
            self.late.append(request)
        if self._happens(self.lose_answer):
            raise UnreachableError("the answer was lost")
        return answer


@dataclass
class Line:
    """A till's line to the head office there is at the moment."""

    weather: Weather
    world: Callable[[], World]

    def hello(self, message: Hello) -> HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade:
        text = message.model_dump_json()
        return self.weather.carry(
            lambda: HELLO_ANSWER.validate_json(
                SayHello(self.world())(Hello.model_validate_json(text)).model_dump_json()
            )
        )

    def push(self, frame: Frame) -> Ack | Gap | PushFenced:
        packed = encode(frame)
        return self.weather.carry(
            lambda: PUSH_ANSWER.validate_json(TakePush(self.world())(decode(packed)).model_dump_json())
        )

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        text = message.model_dump_json()
        return self.weather.carry(
            lambda: LEASE_ANSWER.validate_json(
                LendValue(self.world())(LeaseRequest.model_validate_json(text)).model_dump_json()
            )
        )

    def pull(self, message: Pull) -> Changes:
        text = message.model_dump_json()
        return self.weather.carry(
            lambda: _CHANGES.validate_json(FeedTills(self.world())(Pull.model_validate_json(text)).model_dump_json())
        )
