"""Read and change the shop's settings; kept with the till, in force at once or, where said, after a restart."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.staff import Operator, Permission
from app.ports.store import Store, UnitOfWork
from app.settings import ShopSettings

CONFIG_NAME = "settings"


def settings_in(uow: UnitOfWork) -> ShopSettings:
    """The settings as they are; defaults where none were ever kept."""
    text = uow.config.get(CONFIG_NAME)
    return ShopSettings.model_validate_json(text) if text else ShopSettings()


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """The one way to the settings."""

    store: Store

    def read(self) -> ShopSettings:
        """The settings as they are; defaults where none were ever kept."""
        with self.store.unit_of_work() as uow:
            return settings_in(uow)

    def __call__(self, operator: Operator, settings: ShopSettings) -> ShopSettings | Refused:
        """Keep `settings`."""
        if not operator.may(Permission.CHANGE_SETTINGS):
            return Refused(Why.NOT_PERMITTED, {"permission": Permission.CHANGE_SETTINGS.value})
        with self.store.unit_of_work() as uow:
            uow.config.put(CONFIG_NAME, settings.model_dump_json())
            uow.commit()
            return settings
