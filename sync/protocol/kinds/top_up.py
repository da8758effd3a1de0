"""`top_up`: value was bought; a principal lot and what the offers added, less what lies over the card's cap."""

from sync.protocol.kinds.body import Body, EntryBody, Holder, Money, Origin, Take, Tender, Whole
from sync.protocol.messages import Name, Text


class TopUp(Body):
    """`credits` are the lots made, `rights` those its offers used up, `returned` what went on to head office."""

    id: Name
    origin: Origin
    currency: Text
    holder: Holder
    tenders: tuple[Tender, ...]
    change: Money = 0
    credits: tuple[Take, ...]
    rights: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    programme: tuple[Text, Whole] = ("", 0)
    returned: tuple[Take, ...] = ()
    offers: tuple[Name, ...] = ()
    entries: tuple[EntryBody, ...]
