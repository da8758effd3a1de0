"""Asking for a sale of another till, to refund it here."""

from typing import Annotated, Any, Literal

from pydantic import Field

from sync.protocol.messages import Epoch, Message, Name
from sync.protocol.streams import Sought


class SaleAsk(Message):
    """Which sale has this receipt number, and what was refunded of it."""

    message: Literal["sale_ask"] = "sale_ask"
    till: Name
    epoch: Epoch
    server_epoch: Name
    receipt: Sought


class SaleFound(Message):
    """The bodies as their tills wrote them. The right to refund it is asked for by a lease out of `wallet`."""

    answer: Literal["sale_found"] = "sale_found"
    server_epoch: Name
    wallet: Name
    sale: dict[str, Any]
    refunds: tuple[dict[str, Any], ...]


class SaleUnknown(Message):
    """Head office has no such sale, or not yet."""

    answer: Literal["sale_unknown"] = "sale_unknown"
    server_epoch: Name


SaleAnswer = Annotated[SaleFound | SaleUnknown, Field(discriminator="answer")]
