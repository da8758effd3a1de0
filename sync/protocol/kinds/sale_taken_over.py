"""`sale_taken_over`: a till was lent the right to refund a sale of another till, and has its facts."""

from sync.protocol.kinds.body import Body, Facts


class SaleTakenOver(Body):
    """The bodies as their tills wrote them, without entries: the sale, and its refunds so far."""

    sale: Facts
    refunds: tuple[Facts, ...]
