"""The programme that this till works by now; another one takes its place without a restart."""

from app.domain.programme.model import Programme


class ProgrammeInForce:
    """One for the whole till; used on the database worker, as all use cases are."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme

    def take_up(self, programme: Programme) -> None:
        """From now on this one counts. A sale in progress goes on under the one it began with."""
        self.programme = programme
