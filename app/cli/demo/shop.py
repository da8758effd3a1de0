"""The demo shop's till, ready to sell: built once, in seconds, the same for the same seed.

It is built beside its place and moved there whole: an interrupted build leaves no half a shop.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.cli.demo.chance import SeededRandomness
from app.cli.demo.clock import DemoClock
from app.cli.demo.goods import CATALOGUE_VERSION, demo_goods
from app.cli.demo.grants import grant_leases
from app.cli.demo.people import people
from app.cli.demo.staff import DEMO_STAFF
from app.domain.ids import MerchantId, TillId
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.domain.staff import PinRecord
from app.paths import resources_dir
from app.services.change_settings import CONFIG_NAME as SETTINGS
from app.settings import PrinterSettings, ShopSettings
from app.storage.keys import KeyFile, StoreKey, open_key
from app.storage.places import KEY_FILE, TILL_DB
from app.storage.till.store import TillStore

TILL = TillId("T01")
MERCHANT = MerchantId("xiaoman")
PROGRAMME = "programme"

DEMO_SETTINGS = ShopSettings(
    shop_name="小满生活馆",
    shop_address="云溪路 18 号一层",
    shop_phone="400-000-1234",
    receipt_footer="谢谢光临，商品七日内凭小票退换",
    printer=PrinterSettings(connection="virtual"),
)
