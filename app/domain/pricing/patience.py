"""How long a search may go on, counted in what it goes over and never in time: so it stops at the same place anywhere.

A unit is about as much work as to go over one edge of a graph.
"""

A_STEP, A_STATE, A_SHIFT, AN_EDGE_MADE = 10, 15, 15, 20
"""A piece in one state of the item step, one state of a walk, sums taken over an edge, an edge made and shrunk."""
A_WAY, A_PLAN, A_COUNTER = 300, 300, 300
"""A way reckoned under a plan, a plan with its needs, a counter with one more later offer used."""


class OutOfPatienceError(Exception):
    """The search would go on for longer than it may."""


class Patience:
    """So many units are left; endless without a number, for every search has its own limits."""

    def __init__(self, units: int | None = None) -> None:
        self._left = units

    def spend(self, units: int) -> None:
        """Go on, if there is patience left for it.

        Raises: OutOfPatienceError.
        """
        if self._left is not None:
            self._left -= units
            if self._left < 0:
                raise OutOfPatienceError
