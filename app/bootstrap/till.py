"""A till opened for work: store, directory, use cases, and the one thread that may use them."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.membership import Membership, Placement, ShopOfficeKeys, membership_in
from app.bootstrap.wiring import Outside, ShopRules, wire
from app.devices.clock import SystemClock, SystemRandomness
from app.devices.printer.profiles import load_profiles
from app.domain.errors import Why
from app.domain.programme.explain import Words
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.domain.top_up_proof import Sign
from app.paths import resources_dir, second_volume
from app.ports.clock import Clock
from app.ports.store import Config, StoreUnavailableError
from app.ports.value_guard import ValueGuard
from app.services.change_settings import settings_in
from app.services.use_cases import UseCases
from app.settings import ShopSettings
from app.storage.directory.place import DirectoryPlace, directory_in_use, use_directory
from app.storage.directory.reader import DirectoryReader
from app.storage.drafts import FOLDER as DRAFT_FOLDER
from app.storage.drafts import DraftFolders
from app.storage.keys import KeyDescription, StoreKey, choose_key_provider, open_key
from app.storage.pins import Argon2Pins
from app.storage.places import DRAFT_FILE, TILL_DB
from app.storage.templates import SHOP_FOLDER, TemplateFolders
from app.storage.till.config import PROGRAMME
from app.storage.till.store import TillStore
from app.storage.worker import DatabaseWorker
from app.ui.words import read_all_words

_log = logging.getLogger(__name__)

# Every single shop has the same: the key it is mixed with is its own.
_SHOP_OFFICE = b"head office in this shop"
# As `sync.client.state` names it; a test holds the two together.
SYNC_STATE = "sync.state"


class NoShopHereError(Exception):
    """The data directory holds no till yet."""


@dataclass(frozen=True, slots=True)
class OpenTill:
    """Everything a window or a command needs. After `start_worker` the store is the worker's alone."""

    data_dir: Path
    key: KeyDescription
    clock: Clock
    store: TillStore
    directory: DirectoryReader
    settings: ShopSettings
    programme: Programme
    words: Mapping[str, Words]
    use_cases: UseCases
    shop_office: ShopOfficeKeys
    placement: Placement | None = None

    def start_worker(self) -> DatabaseWorker:
        """The database worker; closing it closes the store."""
        return DatabaseWorker(self.store)


def has_shop(data_dir: Path) -> bool:
    """Whether there is a till that was set up to the end; an enrolment that was interrupted goes on in the wizard."""
    return (data_dir / TILL_DB).exists() and not (data_dir / DRAFT_FILE).exists()


def open_till(data_dir: Path, clock: Clock | None = None) -> OpenTill:
    """Open the till in `data_dir`; NoShopHereError or StoreUnavailableError where that cannot be."""
    if not (data_dir / TILL_DB).exists():
        raise NoShopHereError(f"there is no shop in {data_dir}")
    key = open_key(data_dir)
    store = TillStore.open(data_dir, key, second_volume(data_dir))
    try:
        return _open(data_dir, store, key, clock or SystemClock())
    except BaseException:
        store.close()
        raise


def _open(data_dir: Path, store: TillStore, key: StoreKey, clock: Clock) -> OpenTill:
    with store.unit_of_work() as uow:
        settings = settings_in(uow)
        text = uow.config.get(PROGRAMME)
        place = directory_in_use(uow.config)
        membership = membership_in(uow.config)
    if text is None or place is None:
        raise StoreUnavailableError("the store holds no programme or no directory: it was never set up to the end")
    programme, words = read_programme(text), read_all_words()
    directory = _directory(data_dir, store, place)
    placement, shop = _placement(membership, key) if membership else None, membership.shop if membership else ""
    shop_office = _shop_office(key)
    outside = Outside(
        store,
        directory,
        clock,
        SystemRandomness(),
        Argon2Pins(),
        _guard(membership),
        _cap,
        _signer(placement.seed if placement else shop_office.seed),
    )
    columns = {name: profile.columns for name, profile in load_profiles(resources_dir() / "printers").items()}
    templates = TemplateFolders(resources_dir() / "receipts", data_dir / SHOP_FOLDER, words)
    drafts = DraftFolders(resources_dir() / "programmes", data_dir / DRAFT_FOLDER)
    return OpenTill(
        data_dir=data_dir,
        key=choose_key_provider(data_dir).describe(),
        clock=clock,
        store=store,
        directory=directory,
        settings=settings,
        programme=programme,
        words=words,
        use_cases=wire(outside, ShopRules(settings, programme, words, columns, templates, shop, drafts)),
        placement=placement,
        shop_office=shop_office,
    )


def _directory(data_dir: Path, store: TillStore, place: DirectoryPlace) -> DirectoryReader:
    """The directory in use, or the one before where that cannot be read any more."""
    try:
        return DirectoryReader(data_dir / place.file, place.key, place.ended)
    except StoreUnavailableError:
        if place.before is None:
            raise
        _log.warning("the directory %s cannot be read; the one before is used", place.file)
    with store.unit_of_work() as uow:
        use_directory(uow.config, place.before)
        uow.commit()
    return DirectoryReader(data_dir / place.before.file, place.before.key, place.before.ended)


def _placement(membership: Membership, key: StoreKey) -> Placement:
    return Placement(membership, key.for_signing(bytes.fromhex(membership.salt)))


def _shop_office(key: StoreKey) -> ShopOfficeKeys:
    # Always the same key, and nothing to remember: whatever is lost of that office, this till can build it again.
    return ShopOfficeKeys(key.for_office_db(), key.for_signing(_SHOP_OFFICE))


def _cap(config: Config) -> int | None:
    """What head office lets this till hold of one card; nothing was said to a till that has not met it."""
    if config.get(SYNC_STATE) is None:
        return None
    from app.bootstrap.value_guard import office_cap  # late: a single shop loads nothing of sync before first paint

    return office_cap(config)


def _signer(seed: bytes) -> Sign:
    def sign(data: bytes) -> bytes:
        # Late: only the slip of a top-up needs it.
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(seed).sign(data)

    return sign


def _guard(membership: Membership | None) -> ValueGuard:
    if membership is None:
        return _guard_of_single_shop
    from app.bootstrap.value_guard import office_guard  # late: a single shop loads nothing of sync before first paint

    return office_guard


def _guard_of_single_shop(config: Config, now_ms: int) -> Why | None:
    """Selling waits for no process: only what its head office has once said can stop stored value."""
    if config.get(SYNC_STATE) is None:
        return None
    from app.bootstrap.value_guard import office_guard  # late, as above

    return office_guard(config, now_ms)
