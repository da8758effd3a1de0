"""The endpoints of the open door."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from sync.office.services.door.answer_call import AnswerCall
from sync.office.services.door.calls import Call, CallRefusedError, Refusal
from sync.office.services.world import World
from sync.protocol.open_door import ActionDone, ActionUndone, Done, FriendBrought, OrderPaid, OrderReturned

_STATUS = {
    Refusal.ID_REUSED: 409,
    Refusal.RECOVERY: 503,
    Refusal.NO_PROGRAMME: 503,
    Refusal.UNKNOWN_MEMBER: 404,
    Refusal.UNKNOWN_CALL: 404,
    Refusal.MORE_THAN_BOUGHT: 409,
    Refusal.NOT_ENOUGH: 409,
    Refusal.LENT_OUT: 409,
}
_RETRY_SECONDS = {Refusal.RECOVERY: 60, Refusal.NO_PROGRAMME: 60, Refusal.LENT_OUT: 5}


class OutOfScopeError(Exception):
    """The token may not tell this."""


def add_open_door(app: FastAPI, world: World) -> None:
    """Add them to the application."""
    answer = AnswerCall(world)

    def answered(request: Request, scope: str, call: Call) -> Done:
        token = request.scope["membertill.caller"]
        if scope not in token.scopes:
            raise OutOfScopeError
        return answer(token, call)

    @app.post("/v1/open/actions")
    def post_action(request: Request, call: ActionDone) -> Done:
        """A member did one of the programme's actions: signed in, shared, reviewed, came by, …"""
        return answered(request, "actions", call)

    @app.post("/v1/open/actions/undone")
    def post_undone(request: Request, call: ActionUndone) -> Done:
        """An action is no longer so: what it brought goes back."""
        return answered(request, "actions", call)

    @app.post("/v1/open/referrals")
    def post_referral(request: Request, call: FriendBrought) -> Done:
        """A member has brought a friend."""
        return answered(request, "actions", call)

    @app.post("/v1/open/orders")
    def post_order(request: Request, call: OrderPaid) -> Done:
        """An order was paid elsewhere."""
        return answered(request, "orders", call)

    @app.post("/v1/open/returns")
    def post_return(request: Request, call: OrderReturned) -> Done:
        """Goods of such an order came back."""
        return answered(request, "orders", call)

    app.add_exception_handler(CallRefusedError, _refused)
    app.add_exception_handler(OutOfScopeError, _out_of_scope)


def _refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CallRefusedError)
    wait = _RETRY_SECONDS.get(error.why)
    headers = {"Retry-After": str(wait)} if wait else None
    return JSONResponse({"error": error.why.value, "why": error.why.name.lower()}, _STATUS.get(error.why, 422), headers)


def _out_of_scope(_request: Request, _error: Exception) -> JSONResponse:
    return JSONResponse({"error": "this token may not tell that", "why": "scope"}, 403)
