"""Settings that head office has decided for its shops: taken up at once, over what this till had."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from app.ports.store import Store, UnitOfWork
from app.services.change_settings import CONFIG_NAME, settings_in
from app.services.codes_in_force import CodesInForce
from app.settings import SHARED, ShopSettings

STREAM = "config"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakeUpSettings:
    """`shop`: the one this till stands in, as head office calls it."""

    store: Store
    codes: CodesInForce
    shop: str = ""

    def __call__(self) -> ShopSettings | None:
        """The settings as they are now, where any is another than before."""
        with self.store.unit_of_work() as uow:
            before = settings_in(uow)
            after = _with(before, self._told(uow))
            if after == before:
                return None
            uow.config.put(CONFIG_NAME, after.model_dump_json())
            uow.commit()
        self.codes.take_up(after)
        return after

    def _told(self, uow: UnitOfWork) -> dict[str, Any]:
        """By name; what is said of this shop goes before what is said of all."""
        rows = [json.loads(row.content) for row in uow.fed.rows(STREAM).values()]
        ours = [row for row in rows if row.get("shop", "") in {"", self.shop} and row["name"] in SHARED]
        return {row["name"]: row["value"] for row in sorted(ours, key=lambda row: bool(row.get("shop", "")))}


def _with(settings: ShopSettings, told: dict[str, Any]) -> ShopSettings:
    for name, value in told.items():
        before = settings.model_dump()
        # Of a setting with parts, what head office does not name stays as it is.
        parts = {**before[name], **value} if isinstance(value, dict) and isinstance(before[name], dict) else value
        try:
            settings = ShopSettings.model_validate({**before, name: parts})
        except ValidationError:
            _log.warning("head office's setting cannot be used by this version: %s", name)
    return settings
