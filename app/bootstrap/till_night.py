"""This till's night: when it is due, and the audit itself."""

from app.bootstrap.till import OpenTill
from app.domain.night.slot import minute_of, night_of
from app.domain.night.verdict import Difference, Verdict
from app.services.change_settings import settings_in
from sync.client.night import CONFIG_NAME, KeptNight, NightAudit, last_night
from sync.client.till import Run

# What passes by itself within a turn or two.
_PASSING = frozenset({Difference.NOT_ALL_PUSHED, Difference.NOT_POSTED})
_AGAIN_MS = 60 * 60 * 1000


class TillNight:
    """Knows the latest slot of this till. Whatever was missed, with the till off or without a line, is due at once."""

    def __init__(self, till: OpenTill, audit: NightAudit, run: Run) -> None:
        self._till, self._audit, self._run = till, audit, run
        self._done, self._asked_at = "", 0

    def is_due(self) -> bool:
        """Whether this till's slot has come since the last night; one with a difference comes again every hour."""
        tonight = self._run(self.tonight)
        if tonight == self._done or not self._has_rested():
            return False
        self._done = self._run(self._last_done)
        return tonight != self._done

    def audit(self) -> Verdict | None:
        """Audit the latest night."""
        night = self._run(self.tonight)
        verdict = self._audit(night)
        if verdict is not None:
            self._done = night if verdict.is_equal else ""
            self._asked_at = 0 if passes_by_itself(verdict) else self._till.clock.monotonic_ms()
        return verdict

    def _has_rested(self) -> bool:
        """Whether a night with a difference has rested long enough: somebody may have put it right meanwhile."""
        return not self._asked_at or self._till.clock.monotonic_ms() - self._asked_at > _AGAIN_MS

    def tonight(self) -> str:
        """The ISO date of the latest slot; on the store's thread."""
        with self._till.store.unit_of_work() as uow:
            window = settings_in(uow).night
        minute = minute_of(self._till.store.state.till, window.begins, window.minutes)
        return night_of(self._till.clock.local_time(self._till.clock.now_ms()), minute)

    def _last_done(self) -> str:
        """The last night that is over with. A till that never had one begins with the slot to come."""
        tonight = self.tonight()
        with self._till.store.unit_of_work() as uow:
            last = last_night(uow.config)
            if not last.night:
                uow.config.put(CONFIG_NAME, KeptNight(night=tonight).model_dump_json())
                uow.commit()
                return tonight
        verdict = last.read()
        return last.night if verdict is None or verdict.is_equal else ""


def passes_by_itself(verdict: Verdict) -> bool:
    """Whether it is to be looked at again at the next turn already."""
    return bool(verdict.findings) and all(finding.kind in _PASSING for finding in verdict.findings)
