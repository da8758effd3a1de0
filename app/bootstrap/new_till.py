"""A new till: everything it cannot be opened without."""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.bootstrap.membership import Membership, keep_membership
from app.devices.clock import SystemClock, SystemRandomness
from app.domain.ids import MerchantId, OperatorId, TillId
from app.domain.programme.file import read_programme
from app.domain.staff import Operator, PinRecord, Role
from app.paths import resources_dir
from app.ports.directory import DirectoryMark
from app.services.change_settings import CONFIG_NAME as SETTINGS
from app.settings import ShopSettings
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, directory_file_name, use_directory
from app.storage.keys import StoreKey
from app.storage.pins import Argon2Pins
from app.storage.till.config import PROGRAMME
from app.storage.till.store import TillStore

DEFAULT_PRESET = "demo"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a till begins with: its name and place, one manager, settings, a programme's text, and no members."""

    till: TillId
    merchant: MerchantId
    epoch: int
    settings: ShopSettings
    programme: str
    manager: str
    pin: str = field(repr=False)
    membership: Membership | None = None


def make_till(folder: Path, key: StoreKey, second_volume: Path | None, beginning: Beginning) -> None:
    """Make the till's files in `folder`; done again from the start after an interruption."""
    name = directory_file_name(0)
    place = DirectoryPlace(name, key.for_directory(name))
    build_directory(folder / name, place.key, DirectoryMark(0, 0))
    manager = Operator(OperatorId("manager"), beginning.manager, Role.MANAGER)
    with closing(TillStore.open(folder, key, second_volume)) as store:
        if not store.is_enrolled:
            till, merchant, epoch = beginning.till, beginning.merchant, beginning.epoch
            store.enrol(till, merchant, epoch, clock=SystemClock(), randomness=SystemRandomness())
        with store.unit_of_work() as uow:
            uow.staff.put(PinRecord(manager, Argon2Pins().hash(beginning.pin)))
            uow.config.put(PROGRAMME, beginning.programme)
            uow.config.put(SETTINGS, beginning.settings.model_dump_json())
            use_directory(uow.config, place)
            if beginning.membership:
                keep_membership(uow.config, beginning.membership)
            uow.commit()


def preset_text(preset: str) -> str:
    """The text of a programme file of the product; ProgrammeFileError where it is none."""
    text = (resources_dir() / "programmes" / f"{preset}.toml").read_text(encoding="utf-8")
    read_programme(text)
    return text
