"""Why head office cannot serve a request at all; what may happen to an honest till is an answer instead."""


class UnknownTillError(Exception):
    """No chain of this till and epoch was ever enrolled here."""


class IdReusedError(Exception):
    """A lease request came under an id that another request had: never answered as if it were the same."""


class EnrolmentRefusedError(Exception):
    """The code is wrong, used or too old, or the till is still known under another key."""


class SecondPersonNeededError(Exception):
    """Writing a till off, or closing a parked event, takes two different persons."""


class NotParkedError(Exception):
    """No parked event of this name waits."""


class UnsignedSummaryError(Exception):
    """The key of this till did not sign this summary, or it speaks of another night."""


class LookedUpTooOftenError(Exception):
    """A till has looked up more than a till's customers ask for: not again for `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class CopyNotReadyError(Exception):
    """The ready-made file of members is being built: ask again in a moment."""


class CopyGoneError(Exception):
    """There is another file of members by now: ask for that."""


class NoSuchDisputeError(Exception):
    """No dispute has this name."""


class NoWordsError(Exception):
    """Whoever closes something says their name and a reason."""


class RecoveryError(Exception):
    """Head office was restored and waits for its tills: nothing is posted by hand meanwhile."""
