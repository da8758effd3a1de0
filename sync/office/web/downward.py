"""The endpoints of what goes down to the tills: feeds, the file of members, and the wait for news."""

from anyio.to_thread import run_sync
from fastapi import FastAPI, Request, Response

from sync.office.services.people.limit_look_ups import LimitLookUps
from sync.office.services.people.look_up_member import LookUpMember
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.feed_tills import FeedTills
from sync.office.services.streams.serve_copies import ServeCopies
from sync.office.services.world import World
from sync.office.storage.feed import lease_stream
from sync.office.web.answering import InPieces, in_one_turn
from sync.office.web.listening import Listening
from sync.office.web.signer import check_signer
from sync.protocol.messages import Changes, Listen, News, Pull
from sync.protocol.streams import AskChunk, AskCopy, Copy, Find, Found, PullAnswer, Rows, TooFar


def add_feeds(app: FastAPI, world: World, listening: Listening, limit: LimitLookUps) -> None:
    """Add them to the application."""
    leases, rows = FeedTills(world), FeedRows(world)
    copies, find = ServeCopies(world), LookUpMember(world)

    @app.post("/v1/pull", response_model=PullAnswer, responses={410: {"model": TooFar}})
    async def post_pull(request: Request, message: Pull) -> Response:
        """The till's lease feed, or a stream of rows."""
        check_signer(request, message.till, message.epoch)

        def pulled() -> Changes | Rows | TooFar:
            return leases(message) if message.stream == "leases" else rows(message)

        return await in_one_turn(pulled, lambda answer: 410 if isinstance(answer, TooFar) else 200)

    @app.post("/v1/copy")
    def post_copy(request: Request, message: AskCopy) -> Copy:
        """The ready-made file of the members that a till carries."""
        check_signer(request, message.till, message.epoch)
        return copies.tell(message)

    @app.post("/v1/chunk", response_class=Response)
    async def post_chunk(request: Request, message: AskChunk) -> Response:
        """A part of that file."""
        check_signer(request, message.till, message.epoch)
        return InPieces(await run_sync(copies.part, message), media_type="application/octet-stream")

    @app.post("/v1/find")
    def post_find(request: Request, message: Find) -> Found:
        """A member whom a till does not carry."""
        check_signer(request, message.till, message.epoch)
        by = next((name for name in ("card", "phone", "wallet") if getattr(message, name)), "")
        limit(message.till, message.epoch, by, getattr(message, by, ""))
        return find(message)

    @app.post("/v1/listen")
    async def post_listen(request: Request, message: Listen) -> News:
        """Wait for news of the till's lease feed."""
        check_signer(request, message.till, message.epoch)
        stream = lease_stream(message.till, message.epoch, message.server_epoch)
        head = await listening.until_news(stream, message.cursor, message.wait_ms / 1000)
        return News(server_epoch=message.server_epoch, head=head)
