"""Leases: value lent to a till so that it can be spent offline. `till` is one end, `office` the other."""

from app.domain.lease.till import Grant, Lease, Take, after_posting, held, take, usable, with_back, without

__all__ = ["Grant", "Lease", "Take", "after_posting", "held", "take", "usable", "with_back", "without"]
