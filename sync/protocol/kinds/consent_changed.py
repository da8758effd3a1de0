"""`consent_changed`: a member allowed a use of their data, or forbade it."""

from sync.protocol.kinds.body import Body
from sync.protocol.messages import Name, Text


class ConsentChanged(Body):
    """`over` is the event of the decision that the till knew, empty for none: a yes lifts no other no than that."""

    member: Name
    wallet: Name
    consent: Name
    given: bool
    over: Text = ""
    operator: Name
