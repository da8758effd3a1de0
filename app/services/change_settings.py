"""Read and change the shop's settings; kept with the till, in force at once or, where said, after a restart."""

from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.staff import Approval, Operator, Permission
from app.ports.store import Store, UnitOfWork
from app.services.check_approval import check_own_or_approval
from app.services.codes_in_force import CodesInForce
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
    codes: CodesInForce

    def read(self) -> ShopSettings:
        """The settings as they are; defaults where none were ever kept."""
        with self.store.unit_of_work() as uow:
            return settings_in(uow)

    def __call__(
        self, operator: Operator, settings: ShopSettings, approval: Approval | None = None
    ) -> ShopSettings | Refused:
        """Keep `settings`, or say why not; `approval` where the operator may not by themselves."""
        with self.store.unit_of_work() as uow:
            if refused := check_own_or_approval(uow, operator, Permission.CHANGE_SETTINGS, approval):
                return refused
            uow.config.put(CONFIG_NAME, settings.model_dump_json())
            uow.commit()
        self.codes.take_up(settings)
        return settings
