"""The endpoint where a till finds a sale of another till, to refund it."""

from fastapi import FastAPI, Request

from sync.office.services.people.limit_look_ups import LimitLookUps
from sync.office.services.tills.refund_rights import FindSale
from sync.office.services.world import World
from sync.office.web.signer import check_signer
from sync.protocol.sales import SaleAnswer, SaleAsk


def add_refunds(app: FastAPI, world: World, limit: LimitLookUps) -> None:
    """Tills ask here by receipt number."""
    find = FindSale(world)

    @app.post("/v1/sale")
    def post_sale(request: Request, message: SaleAsk) -> SaleAnswer:
        """The sale and its refunds so far."""
        check_signer(request, message.till, message.epoch)
        limit(message.till, message.epoch, "receipt", message.receipt)
        return find(message)
