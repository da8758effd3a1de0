"""The endpoints: each reads a message, asks one service, writes its answer."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Body, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from sync.office.services.errors import (
    CopyGoneError,
    CopyNotReadyError,
    EnrolmentRefusedError,
    IdReusedError,
    LookedUpTooOftenError,
    UnknownTillError,
    UnsignedSummaryError,
)
from sync.office.services.ledger.report import Report
from sync.office.services.people.limit_look_ups import LimitLookUps
from sync.office.services.tills.enrol import EnrolTill
from sync.office.services.tills.lend import LendValue
from sync.office.services.tills.listen import FeedHeads
from sync.office.services.tills.say_hello import SayHello
from sync.office.services.tills.take_push import TakePush
from sync.office.services.world import World
from sync.office.storage.chains import find_chain
from sync.office.storage.engines import ContendedError, OfficeUnavailableError
from sync.office.web.answering import in_one_turn
from sync.office.web.callers import Callers
from sync.office.web.downward import add_feeds
from sync.office.web.gate import Gate
from sync.office.web.joining import add_joining
from sync.office.web.listening import Listening
from sync.office.web.nightly import add_audit
from sync.office.web.nonces import Nonces
from sync.office.web.open_door import add_open_door
from sync.office.web.refunds import add_refunds
from sync.office.web.signatures import Signatures
from sync.office.web.signer import NotTheSignerError, check_signer
from sync.protocol.messages import (
    Ack,
    Enrol,
    Enrolled,
    Gap,
    Hello,
    HelloAnswer,
    LeaseAnswer,
    LeaseRequest,
    PushFenced,
)
from sync.protocol.streams import LOOKED_UP_TOO_OFTEN
from sync.protocol.wire import CONTENT_TYPE, MalformedFrameError, decode


def make_application(world: World, *, version: str, nonces: Nonces | None = None) -> Gate:
    """The whole web application of one head office."""
    registry = CollectorRegistry()
    app = FastAPI(title="membertill head office", version=version, docs_url=None, redoc_url=None)
    listening = Listening(FeedHeads(world))
    _add_endpoints(app, world, registry)
    limit = LimitLookUps(world)
    add_feeds(app, world, listening, limit)
    add_audit(app, world)
    add_refunds(app, world, limit)
    add_open_door(app, world)
    add_joining(app, world)
    _add_refusals(app)

    def key_of(till: str, epoch: int) -> bytes | None:
        chain = world.database.read(lambda connection: find_chain(connection, till, epoch))
        return chain.public_key if chain else None

    return Gate(
        app,
        signatures=Signatures(key_of),
        nonces=nonces or Nonces(),
        clock=world.clock,
        registry=registry,
        listening=listening,
        callers=Callers(world),
    )


def _add_endpoints(app: FastAPI, world: World, registry: CollectorRegistry) -> None:
    say_hello, take_push, lend = SayHello(world), TakePush(world), LendValue(world)
    enrol, report = EnrolTill(world), Report(world)
    taken = Counter("membertill_events", "Events taken in", registry=registry)

    @app.post("/v1/enrol")
    def post_enrol(message: Enrol) -> Enrolled:
        """Take a till in by its one-time code."""
        return enrol(message)

    @app.post("/v1/hello", response_model=HelloAnswer)
    async def post_hello(request: Request, message: Hello) -> Response:
        """Where a till stands, and what comes next."""
        check_signer(request, message.till, message.epoch)
        return await in_one_turn(lambda: say_hello(message))

    @app.post("/v1/push", response_model=Ack | Gap | PushFenced, responses={409: {"model": Gap}})
    async def post_push(request: Request, _: Annotated[bytes, Body(media_type=CONTENT_TYPE)]) -> Response:
        """Take events in."""

        def take() -> Ack | Gap | PushFenced:
            frame = decode(request.scope["membertill.body"])
            check_signer(request, frame.till, frame.epoch)
            answer = take_push(frame)
            if not isinstance(answer, Gap):
                taken.inc(len(frame.links))
            return answer

        return await in_one_turn(take, lambda answer: 409 if isinstance(answer, Gap) else 200)

    @app.post("/v1/lease", response_model=LeaseAnswer)
    async def post_lease(request: Request, message: LeaseRequest) -> Response:
        """Lend value."""
        check_signer(request, message.till, message.epoch)
        return await in_one_turn(lambda: lend(message))

    @app.get("/healthz")
    def get_health() -> dict[str, str]:
        """Whether the database answers, and the mode."""
        return {"mode": report.state().mode.value}

    @app.get("/metrics")
    def get_metrics() -> Response:
        """Figures for Prometheus."""
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _add_refusals(app: FastAPI) -> None:
    def refuse(status: int, why: str, **headers: str) -> Any:
        def handler(_request: Request, _error: Exception) -> JSONResponse:
            return JSONResponse({"error": why}, status, headers or None)

        return handler

    def malformed(_request: Request, error: Exception) -> JSONResponse:
        # Where it is wrong, never what stood there: that may be a member's.
        faults = error.errors() if isinstance(error, RequestValidationError) else []
        where = [".".join(str(part) for part in fault["loc"]) for fault in faults[:10]]
        return JSONResponse({"error": "malformed", "where": where}, 400)

    def not_so(_request: Request, error: Exception) -> JSONResponse:
        # What the framework refuses by itself: bytes that are no JSON, no such path, no such method.
        status = error.status_code if isinstance(error, HTTPException) else 500
        return JSONResponse({"error": "malformed" if status == 400 else HTTPStatus(status).phrase.lower()}, status)

    def not_enrolled(_request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"error": str(error)}, 403)

    def too_often(_request: Request, error: Exception) -> JSONResponse:
        seconds = error.seconds if isinstance(error, LookedUpTooOftenError) else 1
        return JSONResponse({"error": LOOKED_UP_TOO_OFTEN}, 429, {"Retry-After": str(seconds)})

    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(MalformedFrameError, malformed)
    app.add_exception_handler(UnsignedSummaryError, refuse(400, "this summary is not signed by its till"))
    app.add_exception_handler(HTTPException, not_so)
    app.add_exception_handler(Exception, not_so)
    app.add_exception_handler(EnrolmentRefusedError, not_enrolled)
    app.add_exception_handler(NotTheSignerError, refuse(403, "signed by another till"))
    app.add_exception_handler(LookedUpTooOftenError, too_often)
    app.add_exception_handler(UnknownTillError, refuse(401, "this till is not known here"))
    app.add_exception_handler(CopyNotReadyError, refuse(503, "the file is being built", **{"Retry-After": "5"}))
    app.add_exception_handler(CopyGoneError, refuse(410, "there is another file by now"))
    app.add_exception_handler(IdReusedError, refuse(422, "this id was another request's"))
    for away in (SQLAlchemyError, PoolTimeoutError, OfficeUnavailableError, ContendedError):
        app.add_exception_handler(away, refuse(503, "the database is away", **{"Retry-After": "5"}))
