"""The endpoint by which a single shop joins with its history."""

from typing import Annotated

from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse

from sync.office.services.errors import RecoveryError
from sync.office.services.joining.history_file import HistoryRefusedError
from sync.office.services.joining.take_shop_over import TakeShopOver
from sync.office.services.world import World
from sync.protocol.history import CONTENT_TYPE, Received, unpack_part
from sync.protocol.messages import Enrolled


def add_joining(app: FastAPI, world: World) -> None:
    """Add it to the application."""
    take_over = TakeShopOver(world)

    @app.post("/v1/join")
    def post_join(request: Request, _: Annotated[bytes, Body(media_type=CONTENT_TYPE)]) -> Received | Enrolled:
        """Take a single shop in by its one-time code, its history part by part."""
        return take_over(*unpack_part(request.scope["membertill.body"]))

    def refused(_request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"error": str(error)}, 403)

    def waits(_request: Request, _error: Exception) -> JSONResponse:
        return JSONResponse({"error": "head office waits for its tills after a restore"}, 503, {"Retry-After": "60"})

    app.add_exception_handler(HistoryRefusedError, refused)
    app.add_exception_handler(RecoveryError, waits)
