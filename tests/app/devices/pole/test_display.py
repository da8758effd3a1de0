"""Displays on a pseudo-terminal: what they are sent is read back by a twin that knows only the manuals."""

import queue
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.devices.pole.display import PoleDisplay
from app.devices.pole.encode import encode
from app.devices.pole.profiles import load_poles
from app.paths import resources_dir
from app.ports.pole import Lamp, PoleLine, PoleMessage
from app.ports.scanner import SourceState
from app.settings import PoleSettings
from app.ui.settings.pole_fields import MODELS
from tests.app.devices.ptys import PtyDevice, pty_device

POLES = load_poles(resources_dir() / "displays")
GOODS = PoleMessage(
    PoleLine("原味吐司 450g 超长的名字", "12.80", "x1"), PoleLine("合计", "12.80", "TOTAL"), "12.80", Lamp.PRICE
)


class Twin:
    """Reads the bytes of a display: two lines, lamp and digits, as the command sets have them."""

    def __init__(self, encoding: str = "ascii") -> None:
        self.encoding = encoding
        self.lines = {1: "", 2: ""}
        self.lamp = -1

    def read(self, data: bytes) -> None:
        pattern = rb"\x1bQ([AB])([^\r]*)\r|\x1f\$\x01([\x01\x02])(.{20})|\x1bs([0-4])|\x1b@|(\x0c)"
        end = 0
        for found in re.finditer(pattern, data, re.DOTALL):
            assert found.start() == end, data[end : found.start()]
            end = found.end()
            self._take(*found.groups())
        assert end == len(data), data[end:]

    def _take(self, line: bytes, text: bytes, row: bytes, at: bytes, lamp: bytes, clear: bytes) -> None:
        if line:
            self.lines[1 if line == b"A" else 2] = text.decode(self.encoding)
        elif row:
            self.lines[row[0]] = at.decode(self.encoding)
        elif lamp:
            self.lamp = int(lamp)
        elif clear:
            self.lines = {1: "", 2: ""}


@pytest.mark.parametrize("model", ["vfd-cd5220", "vfd-escpos"])
def test_a_display_without_chinese_shows_what_it_can(model: str) -> None:
    twin = Twin()
    twin.read(encode(GOODS, POLES[model]))
    assert twin.lines == {1: "x1             12.80", 2: "TOTAL          12.80"}


def test_a_display_with_chinese_cuts_between_characters() -> None:
    twin = Twin("gb18030")
    twin.read(encode(GOODS, POLES["vfd-cd5220-cn"]))
    assert twin.lines == {1: "原味吐司 450g  12.80", 2: "合计           12.80"}
    assert all(len(line.encode("gb18030")) == 20 for line in twin.lines.values())


@pytest.mark.parametrize(("digits", "lamp"), [("12.80", Lamp.PRICE), ("-3.00", Lamp.TOTAL), ("123456.78", Lamp.CHANGE)])
def test_eight_digits_and_a_lamp(digits: str, lamp: Lamp) -> None:
    twin = Twin()
    twin.read(encode(PoleMessage(digits=digits, lamp=lamp), POLES["led8"]))
    assert (twin.lines[1], twin.lamp) == (digits, lamp)
    twin.read(encode(PoleMessage(), POLES["led8"]))
    assert (twin.lines[1], twin.lamp) == ("", 0)


@pytest.mark.parametrize("lamp", list(Lamp))
def test_the_manuals_own_lamps_are_one_figure_each(lamp: Lamp) -> None:
    sent = encode(PoleMessage(digits="12.80", lamp=lamp), POLES["led8n"])
    figures = "".join("1" if each is lamp else "0" for each in Lamp if each is not Lamp.NONE)
    assert sent == b"\x1bQA12.80\r\x02L" + figures.encode()


def test_the_settings_offer_every_model_there_is() -> None:
    assert {model for model, _ in MODELS} == set(POLES)


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PtyDevice]:
    with pty_device(tmp_path) as device:
        yield device


def test_unplugged_and_plugged_in_again_it_shows_the_latest(device: PtyDevice) -> None:
    states: queue.Queue[SourceState] = queue.Queue()
    pole = PoleDisplay(POLES, lambda state, _: states.put(state), again_s=0.02)
    pole.use(PoleSettings(port=str(device.path), model="vfd-cd5220"))
    try:
        assert states.get(timeout=3) is SourceState.READY
        pole.show(GOODS)
        device.receive(1)
        device.unplug()
        assert states.get(timeout=3) is SourceState.UNPLUGGED
        latest = PoleMessage(PoleLine("Total", "5.00"), digits="5.00", lamp=Lamp.TOTAL)
        pole.show(latest)
        device.plug_in()
        assert states.get(timeout=3) is SourceState.READY
        wanted = b"\x1b@\x0c" + encode(latest, POLES["vfd-cd5220"])
        assert device.receive(len(wanted)) == wanted
    finally:
        pole.close()


def test_a_trial_lights_it_up_and_then_it_shows_what_is_to_be_seen(
    device: PtyDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.devices.pole.display._TRIAL_S", 0.3)
    pole = PoleDisplay(POLES, lambda *_: None)
    pole.show(GOODS)
    pole.use(PoleSettings(port=str(device.path), model="vfd-cd5220"))
    try:
        goods = encode(GOODS, POLES["vfd-cd5220"])
        assert device.receive(2 + 1 + len(goods)).endswith(goods)
        pole.try_out()
        trial = device.receive(len(goods))
        assert b"88888.88" in trial
        assert device.receive(len(goods)) == goods
    finally:
        pole.close()


def test_no_display_is_nothing_special() -> None:
    pole = PoleDisplay(POLES, lambda *_: None)
    pole.show(GOODS)
    pole.use(PoleSettings(port="/dev/none", model="unknown"))
    pole.close()
