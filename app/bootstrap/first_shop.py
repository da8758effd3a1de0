"""Makes the first till on this machine, whole or not at all. Fits `app.ports.set_up.SetUp`."""

import errno
import logging
import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path

from app.bootstrap.enrol_draft import new_name
from app.bootstrap.hitches import address_in, stuck_of
from app.bootstrap.join_chain import GivenUpError, join_chain
from app.bootstrap.membership import Membership
from app.bootstrap.new_till import DEFAULT_PRESET, Beginning, make_till, preset_text
from app.domain.ids import MerchantId, TillId
from app.paths import resources_dir
from app.ports.set_up import Hitch, OfficeAddress, Plan, Preset, Ready, Stuck
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.keys import open_key
from app.storage.places import move_in
from sync.client.office import OfficeError
from sync.client.transport import Invitation
from sync.protocol.messages import Enrolled

_log = logging.getLogger(__name__)


class FirstShop:
    """One data directory that has no till yet. `build` is called in the background, `give_up` from anywhere."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._is_wanted = True

    def presets(self) -> Sequence[Preset]:
        """Every programme file of the product, the default in front."""
        files = sorted((resources_dir() / "programmes").glob("*.toml"))
        return [_preset(file) for file in sorted(files, key=lambda file: file.stem != DEFAULT_PRESET)]

    def read_code(self, code: str) -> OfficeAddress | None:
        """What a code says."""
        return address_in(code)

    def build(self, plan: Plan) -> Ready | Stuck:
        """Make the till."""
        self._is_wanted = True
        try:
            return self._joined(plan) if plan.code else self._alone(plan)
        except OfficeError as error:
            return stuck_of(error)
        except GivenUpError:
            return Stuck(Hitch.STORE)
        except StoreFullError:
            return Stuck(Hitch.DISK_FULL)
        except StoreUnavailableError as error:
            return Stuck(Hitch.STORE, str(error))
        except OSError as error:
            return Stuck(Hitch.DISK_FULL if error.errno == errno.ENOSPC else Hitch.STORE, error.strerror or "")

    def give_up(self) -> None:
        """What is not there yet shall not come to be."""
        self._is_wanted = False

    def _alone(self, plan: Plan) -> Ready | Stuck:
        name = new_name()
        # A legal entity of its own as well: in a chain that the shop joins later, its postings are told apart.
        beginning = Beginning(
            till=TillId(name),
            merchant=MerchantId(name),
            epoch=1,
            settings=plan.settings,
            programme=preset_text(plan.preset or DEFAULT_PRESET),
            manager=plan.manager,
            pin=plan.pin,
        )
        # Built beside its place and moved there whole; the key alone makes no till.
        key = open_key(self._data_dir)
        site = self._data_dir.with_name(f".{self._data_dir.name}.building")
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir(mode=0o700)
        try:
            make_till(site, key, None, beginning)
            if not self._is_wanted:
                return Stuck(Hitch.STORE)
            move_in(site, self._data_dir)
        finally:
            shutil.rmtree(site, ignore_errors=True)
        _log.info("a single shop was set up")
        return Ready(name, plan.settings.shop_name)

    def _joined(self, plan: Plan) -> Ready | Stuck:
        def furnish(answer: Enrolled, membership: Membership) -> Beginning:
            named = "shop_name" in plan.settings.model_fields_set or not answer.shop
            settings = plan.settings if named else plan.settings.model_copy(update={"shop_name": answer.shop})
            return Beginning(
                till=TillId(answer.till),
                merchant=MerchantId(answer.merchant),
                epoch=answer.epoch,
                settings=settings,
                programme=preset_text(DEFAULT_PRESET),
                manager=plan.manager,
                pin=plan.pin,
                membership=membership,
            )

        joined = join_chain(self._data_dir, Invitation.read(plan.code), furnish, is_wanted=lambda: self._is_wanted)
        _log.info("enrolled as till %s", joined.till)
        return Ready(joined.till, joined.shop, joined.fingerprint)


def _preset(file: Path) -> Preset:
    parsed = tomllib.loads(file.read_text(encoding="utf-8"))
    names = parsed.get("name", {})
    return Preset(file.stem, names if isinstance(names, dict) else {"en": str(names)}, parsed.get("about", {}))
