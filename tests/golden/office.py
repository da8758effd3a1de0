"""A head office with a fixed clock and fixed dice, spoken to in the messages of the wire, and what was said to it."""

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import zstandard
from pydantic import BaseModel

from app.domain.ids import MerchantId
from sync.office.services.door.answer_call import AnswerCall
from sync.office.services.door.open_tokens import MakeToken
from sync.office.services.errors import CopyGoneError, CopyNotReadyError
from sync.office.services.joining.history_file import HistoryRefusedError
from sync.office.services.joining.take_shop_over import TakeShopOver
from sync.office.services.night.audit_night import AuditNight
from sync.office.services.night.sign_night import NightSigner
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.people.look_up_member import LookUpMember
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.feed_tills import FeedTills
from sync.office.services.streams.serve_copies import ServeCopies
from sync.office.services.tills.begin import begin_office
from sync.office.services.tills.enrol import EnrolTill, MakeCode
from sync.office.services.tills.lend import LendValue
from sync.office.services.tills.listen import FeedHeads
from sync.office.services.tills.refund_rights import FindSale
from sync.office.services.tills.restore import enter_recovery
from sync.office.services.tills.say_hello import SayHello
from sync.office.services.tills.take_push import TakePush
from sync.office.services.world import World
from sync.office.storage.engines import open_sqlite
from sync.office.storage.feed import lease_stream
from sync.office.storage.migrate import migrate
from sync.office.storage.open_door import find_token
from sync.protocol.history import HistoryPart
from sync.protocol.messages import Audit, Enrol, Hello, LeaseRequest, Listen, News, Pull
from sync.protocol.open_door import ActionDone
from sync.protocol.sales import SaleAsk
from sync.protocol.streams import AskChunk, AskCopy, Find
from sync.protocol.wire import decode

Json = dict[str, Any]
BEGAN_MS = 1_764_000_000_000


class Clock:
    """Stands still within a step."""

    def __init__(self) -> None:
        self.now = BEGAN_MS

    def now_ms(self) -> int:
        return self.now

    def day(self) -> str:
        return "2025-11-24"


class Dice:
    """Each step has bytes of its own, so that one step more or less changes no other."""

    def __init__(self) -> None:
        self._step, self._count = 0, 0

    def begin(self, step: int) -> None:
        self._step, self._count = step, 0

    def bytes(self, count: int) -> bytes:
        self._count += 1
        return (self._step * 1_000 + self._count).to_bytes(count, "big")


class Refusal(BaseModel):
    """What HTTP says by a number, and why in words."""

    status: int
    error: str


class Part(BaseModel):
    """Bytes that are others each time: how many there were."""

    length: int


class GoldenOffice:
    """Head office of one day; `steps` are the acts of persons and the requests, each with its answer."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mt-golden-")
        self._clock, self._dice = Clock(), Dice()
        database = open_sqlite(Path(self._folder.name) / "office.db", bytes(32))
        database.write(migrate)
        copies = Path(self._folder.name) / "copies"
        self._world = World(database, self._clock, self._dice, signer=NightSigner(bytes(range(32))), copies=copies)
        begin_office(self._world, MerchantId("shop"))
        self.steps: list[Json] = []

    def close(self) -> None:
        self._world.database.close()
        self._folder.cleanup()

    def act(self, name: str, **given: str) -> str:
        """Somebody at head office does something."""
        self._begin()
        answer = _ACTS[name](self._world, given)
        self.steps.append({"act": name, "given": given, "answer": answer})
        return answer

    def ask(self, path: str, request: Json) -> Json:
        """A till asks; what is answered, as JSON."""
        self._begin()
        answer = _ANSWERS[path](self._world, json.dumps(request, ensure_ascii=False)).model_dump(mode="json")
        self.steps.append({"path": path, "request": request, "answer": answer})
        return answer

    def _begin(self) -> None:
        self._clock.now = BEGAN_MS + 1_000 * len(self.steps)
        self._dice.begin(len(self.steps) + 1)


def _pulled(world: World, text: str) -> BaseModel:
    pull = Pull.model_validate_json(text)
    return FeedTills(world)(pull) if pull.stream == "leases" else FeedRows(world)(pull)


def _listened(world: World, text: str) -> BaseModel:
    listen = Listen.model_validate_json(text)
    stream = lease_stream(listen.till, listen.epoch, listen.server_epoch)
    return News(server_epoch=listen.server_epoch, head=FeedHeads(world)([stream]).get(stream, 0))


def _called(world: World, text: str) -> BaseModel:
    token = world.database.read(lambda connection: find_token(connection, "web"))
    assert token is not None
    return AnswerCall(world)(token, ActionDone.model_validate_json(text))


def _copy(world: World, text: str) -> BaseModel:
    try:
        return ServeCopies(world).tell(AskCopy.model_validate_json(text))
    except CopyNotReadyError:
        return Refusal(status=503, error="the file is being built")


def _chunk(world: World, text: str) -> BaseModel:
    try:
        return Part(length=len(ServeCopies(world).part(AskChunk.model_validate_json(text))))
    except CopyGoneError:
        return Refusal(status=410, error="there is another file by now")


def _joined(world: World, text: str) -> BaseModel:
    sent = json.loads(text)
    try:
        return TakeShopOver(world)(HistoryPart.model_validate(sent["part"]), bytes.fromhex(sent["content"]))
    except HistoryRefusedError as error:
        return Refusal(status=403, error=str(error))


def packed(push: Json) -> bytes:
    """The bytes of a PUSH: its first line and the exact bytes of its events."""
    lines = [json.dumps(push["head"]), *push["events"]]
    return zstandard.ZstdCompressor().compress("\n".join(lines).encode())


def _code(world: World, given: Mapping[str, str]) -> str:
    return MakeCode(world)(given["shop"])


def _publish(world: World, given: Mapping[str, str]) -> str:
    return str(PublishProgramme(world)(given["text"], given["effective_from"], given["by"]).n)


def _token(world: World, given: Mapping[str, str]) -> str:
    MakeToken(world)(given["caller"], ("actions",), 30)
    return given["caller"]


def _enlist(world: World, _given: Mapping[str, str]) -> str:
    return str(EnlistMembers(world)())


def _build(world: World, _given: Mapping[str, str]) -> str:
    return str(BuildCopies(world)())


def _restore(world: World, _given: Mapping[str, str]) -> str:
    return enter_recovery(world).server_epoch


_ANSWERS: Mapping[str, Callable[[World, str], BaseModel]] = {
    "/v1/enrol": lambda world, text: EnrolTill(world)(Enrol.model_validate_json(text)),
    "/v1/hello": lambda world, text: SayHello(world)(Hello.model_validate_json(text)),
    "/v1/push": lambda world, text: TakePush(world)(decode(packed(json.loads(text)))),
    "/v1/lease": lambda world, text: LendValue(world)(LeaseRequest.model_validate_json(text)),
    "/v1/pull": _pulled,
    "/v1/listen": _listened,
    "/v1/audit": lambda world, text: AuditNight(world)(Audit.model_validate_json(text)),
    "/v1/open/actions": _called,
    "/v1/sale": lambda world, text: FindSale(world)(SaleAsk.model_validate_json(text)),
    "/v1/find": lambda world, text: LookUpMember(world)(Find.model_validate_json(text)),
    "/v1/copy": _copy,
    "/v1/chunk": _chunk,
    "/v1/join": _joined,
}
_ACTS: Mapping[str, Callable[[World, Mapping[str, str]], str]] = {
    "build": _build,
    "code": _code,
    "enlist": _enlist,
    "publish": _publish,
    "restore": _restore,
    "token": _token,
}
