"""The burst detector, key by key with made-up times."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.scanner.burst import BurstDetector, BurstRules, Fate, Verdict
from app.devices.scanner.frames import Frame
from app.devices.scanner.reading import Sends

EAN = "6901234567892"
ENTER = "\r"


@dataclass
class Screen:
    """What the focused field and the till would have got."""

    detector: BurstDetector
    now: float = 0.0
    typed: str = ""
    scans: list[str] = field(default_factory=list)
    _waiting: list[str] = field(default_factory=list)

    def press(self, keys: str, gap_ms: float, down_ms: float | None = None) -> None:
        """`down_ms`: how long each key is down; None where the release comes after the next press."""
        for key in keys:
            self.now += gap_ms
            verdict = self.detector.end(self.now) if key in "\r\t" else self.detector.key(key, self.now)
            self._apply(verdict, key)
            if down_ms is not None:
                self.detector.release(self.now + down_ms)

    def interrupt(self) -> None:
        self._apply(self.detector.interrupt(), "<other>")

    def rest(self) -> None:
        """The hold timer runs out."""
        self._apply(self.detector.silence(), "")

    def _apply(self, verdict: Verdict, key: str) -> None:
        self.typed += "".join(self._waiting[: verdict.give_back])
        del self._waiting[: verdict.give_back]
        if verdict.scan is not None:
            self.scans.append(verdict.scan)
            self._waiting.clear()
        if verdict.fate is Fate.HOLD:
            self._waiting.append(key)
        elif verdict.fate is Fate.PASS:
            self.typed += key
        assert len(self._waiting) == self.detector.held


def screen(*frames: Frame, prefix: str = "", suffix: str = "", **rules: int) -> Screen:
    return Screen(BurstDetector(BurstRules(frames=(Frame(prefix, suffix), *frames), **rules)))


@pytest.mark.parametrize("gap_ms", [1, 5, 20, 35])
def test_a_quick_burst_with_enter_is_a_scan_and_types_nothing(gap_ms: int) -> None:
    till = screen()
    till.press(EAN + ENTER, gap_ms)
    assert (till.scans, till.typed) == ([EAN], "")


def test_what_was_sent_is_told_with_its_frame_for_whoever_sets_a_device_up() -> None:
    detector = BurstDetector(BurstRules(frames=(Frame(), Frame("~U", "#", Sends.UID_HEX))))
    for at, char in enumerate("~U04A2241B#"):
        detector.key(char, at)
    verdict = detector.end(20)
    assert (verdict.scan, verdict.sent) == ("UID:04A2241B", "~U04A2241B#")


def test_tab_ends_a_burst_too() -> None:
    till = screen()
    till.press(EAN + "\t", 5)
    assert (till.scans, till.typed) == ([EAN], "")


@pytest.mark.parametrize("cut", range(1, len(EAN) + 1))
def test_a_scan_held_up_once_on_its_way_is_whole(cut: int) -> None:
    till = screen()
    till.press(EAN[:cut], 5, down_ms=2)
    till.now += 120
    till.press(EAN[cut:] + ENTER, 5, down_ms=2)
    assert (till.scans, till.typed) == ([EAN], "")


def test_a_scanner_whose_keys_stay_down_is_waited_for_from_the_third_on() -> None:
    till = screen()
    till.press(EAN[:3], 5)
    till.now += 120
    till.press(EAN[3:] + ENTER, 5)
    assert (till.scans, till.typed) == ([EAN], "")


def test_a_scanner_that_stumbles_at_every_second_key_is_heard() -> None:
    till = screen()
    till.press("6", 0, down_ms=2)
    for number, key in enumerate(EAN[1:] + ENTER):
        till.press(key, 60 if number % 2 else 10, down_ms=2)
    assert (till.scans, till.typed) == ([EAN], "")


def test_quick_typing_is_no_scan_because_two_keys_rolled() -> None:
    till = screen()
    till.press("zh", 20, down_ms=70)
    till.press("angsan" + ENTER, 90, down_ms=70)
    assert (till.scans, till.typed) == ([], "zhangsan\r")


def test_a_keyboard_on_the_screen_taps_as_well_and_is_no_scanner() -> None:
    till = screen()
    till.press("13800138000" + ENTER, 110, down_ms=1)
    assert (till.scans, till.typed) == ([], "13800138000\r")


def test_two_scans_in_a_row_are_two_scans() -> None:
    till = screen()
    till.press(EAN + ENTER + "8801111222333" + ENTER, 3)
    assert (till.scans, till.typed) == ([EAN, "8801111222333"], "")


def test_slow_typing_is_typed_at_the_next_key_at_the_latest() -> None:
    till = screen()
    till.press("1234567", 120)
    assert till.typed == "123456"
    till.press(ENTER, 120)
    assert (till.scans, till.typed) == ([], "1234567\r")


def test_a_held_key_is_given_back_when_nothing_follows() -> None:
    till = screen()
    till.press("5", 120)
    till.rest()
    assert till.typed == "5"


def test_a_gap_just_over_the_limit_makes_it_typing() -> None:
    till = screen()
    till.press(EAN, 36)
    till.press(ENTER, 36)
    assert (till.scans, till.typed) == ([], EAN + ENTER)


def test_a_burst_too_short_is_typing_with_its_enter() -> None:
    till = screen()
    till.press("12345" + ENTER, 5)
    assert (till.scans, till.typed) == ([], "12345\r")


def test_six_characters_are_enough() -> None:
    till = screen()
    till.press("123456" + ENTER, 5)
    assert (till.scans, till.typed) == (["123456"], "")


def test_enter_alone_goes_through_at_once() -> None:
    till = screen()
    till.press(ENTER, 500)
    assert till.typed == ENTER


def test_the_line_feed_of_a_cr_lf_is_swallowed_with_its_scan() -> None:
    till = screen()
    till.press(EAN + ENTER + ENTER, 5)
    assert (till.scans, till.typed) == ([EAN], "")


def test_an_enter_pressed_after_a_scan_by_a_person_goes_through() -> None:
    till = screen()
    till.press(EAN + ENTER, 5, down_ms=2)
    till.press(ENTER, 200)
    assert (till.scans, till.typed) == ([EAN], ENTER)


def test_a_swipe_of_two_tracks_with_one_enter_is_one_scan() -> None:
    swipe = "%B6201234567890123^ZHANG/SAN^?;6201234567890123=?"
    till = screen()
    till.press(swipe + ENTER, 4)
    assert (till.scans, till.typed) == ([swipe], "")


def test_tracks_with_an_enter_each_are_a_scan_each() -> None:
    till = screen()
    till.press("%M0012345^VIP?" + ENTER + ";0012345?" + ENTER, 4)
    assert (till.scans, till.typed) == (["%M0012345^VIP?", ";0012345?"], "")


def test_a_track_the_reader_could_not_read_does_not_leak() -> None:
    till = screen()
    till.press("%E?" + ENTER + ";E?" + ENTER, 4)
    assert (till.scans, till.typed) == (["%E?", ";E?"], "")


def test_any_other_key_gives_back_what_is_held_before_itself() -> None:
    till = screen()
    till.press("ab", 5)
    till.interrupt()
    assert till.typed == "ab<other>"


def test_typing_then_a_scan_after_a_pause_are_kept_apart() -> None:
    till = screen()
    till.press("12", 120)
    till.now += 200
    till.press(EAN + ENTER, 5)
    assert (till.scans, till.typed) == ([EAN], "12")


def test_prefix_and_suffix_are_taken_off() -> None:
    till = screen(prefix="~", suffix="#")
    till.press("~" + EAN + "#" + ENTER, 5)
    assert (till.scans, till.typed) == ([EAN], "")


def test_a_prefix_makes_a_short_code_a_scan() -> None:
    till = screen(prefix="~")
    till.press("~42" + ENTER, 5)
    assert (till.scans, till.typed) == (["42"], "")


def test_a_device_without_the_prefix_is_heard_as_well() -> None:
    till = screen(prefix="~")
    till.press(EAN + ENTER, 5)
    assert till.scans == [EAN]


@pytest.mark.parametrize("prefix", ["~", "]C1"])
def test_keys_typed_just_before_the_prefix_do_not_join_the_code(prefix: str) -> None:
    till = screen(prefix=prefix)
    till.press("7" + prefix + EAN + ENTER, 5)
    assert (till.scans, till.typed) == ([EAN], "7")


def test_a_prefix_inside_the_code_does_not_cut_it() -> None:
    till = screen(prefix="1")
    till.press("1" + "21314151" + ENTER, 5)
    assert till.scans == ["21314151"]


def test_a_suffix_ends_a_burst_of_a_scanner_that_sends_no_enter() -> None:
    till = screen(suffix="#")
    till.press(EAN + "#", 5)
    till.rest()
    assert (till.scans, till.typed) == ([EAN], "")


def test_a_suffix_ended_burst_is_reported_before_the_next_key_is_held() -> None:
    till = screen(suffix="#")
    till.press(EAN + "#", 5)
    till.press("9", 300)
    assert (till.scans, till.typed, till.detector.held) == ([EAN], "", 1)


def test_a_burst_without_enter_and_without_suffix_is_typed() -> None:
    till = screen()
    till.press(EAN, 5)
    till.rest()
    assert (till.scans, till.typed) == ([], EAN)


def test_prefix_and_enter_alone_are_typing() -> None:
    till = screen(prefix="~")
    till.press("~" + ENTER, 5)
    assert (till.scans, till.typed) == ([], "~\r")


def test_gap_and_length_are_settings() -> None:
    till = screen(hold_gap_ms=80, min_length=3)
    till.press("abc" + ENTER, 79)
    assert till.scans == ["abc"]


def test_holding_can_be_switched_off() -> None:
    till = screen(hold_gap_ms=0)
    till.press(EAN + ENTER, 1)
    assert (till.scans, till.typed) == ([], EAN + ENTER)


KEYS = st.lists(
    st.tuples(
        st.sampled_from("ab1%;?~#\r\t"), st.sampled_from([1, 20, 35, 36, 150, 400]), st.sampled_from([None, 1, 60])
    ),
    max_size=60,
)


@given(keys=KEYS, prefix=st.sampled_from(["", "~"]), suffix=st.sampled_from(["", "#"]))
def test_no_key_is_lost_doubled_or_moved(keys: list[tuple[str, int, int | None]], prefix: str, suffix: str) -> None:
    till = screen(prefix=prefix, suffix=suffix)
    for key, gap_ms, down_ms in keys:
        till.press(key, gap_ms, down_ms)
    till.rest()

    def without_frames(text: str) -> str:
        return "".join(char for char in text if char not in "\r\t~#")

    pressed = without_frames("".join(key for key, *_ in keys))
    # Each letter ends up exactly once, in the field or in a scan.
    assert sorted(pressed) == sorted(without_frames(till.typed + "".join(till.scans)))
    if not till.scans:
        assert till.typed == "".join(key for key, *_ in keys)


BLUETOOTH, CHIPS = Frame("~"), Frame("{U}", "{/}", Sends.UID_DECIMAL)


@pytest.mark.parametrize("gap_ms", [36, 60, 80, 110])
def test_behind_its_prefix_a_slow_scanner_is_waited_for(gap_ms: int) -> None:
    till = screen(BLUETOOTH)
    till.press("~" + EAN + ENTER + "\r", gap_ms)
    till.press("~88" + ENTER, gap_ms)
    assert (till.scans, till.typed) == ([EAN, "88"], "")


def test_beside_a_slow_scanner_typing_is_as_quick_as_ever() -> None:
    till = screen(BLUETOOTH)
    till.press("1", 200)
    assert till.detector.patience_ms == BurstRules().hold_gap_ms
    till.press("2", 36)
    assert till.typed == "1"


def test_a_prefix_typed_by_hand_comes_through() -> None:
    till = screen(BLUETOOTH)
    till.press("~", 200)
    till.rest()
    till.press("a", 200)
    till.rest()
    assert (till.scans, till.typed) == ([], "~a")


def test_each_scanner_by_what_it_sends_around_its_codes() -> None:
    till = screen(BLUETOOTH, CHIPS)
    till.press(EAN + ENTER, 5)
    till.press("~" + EAN + ENTER, 60)
    till.press("{U}0077705923{/}", 15)
    till.rest()
    till.press(f";{EAN}?" + ENTER, 5)
    assert (till.scans, till.typed) == ([EAN, EAN, "UID:04A1B2C3", f";{EAN}?"], "")


def test_a_prefix_inside_another_scanners_code_is_part_of_it() -> None:
    till = screen(Frame("A"))
    till.press("VC2026A1" + ENTER, 5)
    assert (till.scans, till.typed) == (["VC2026A1"], "")


def test_the_longer_prefix_decides() -> None:
    till = screen(Frame("~"), Frame("~~", sends=Sends.UID_HEX))
    till.press("~04A1B2C3" + ENTER, 5)
    till.press("~~04A1B2C3" + ENTER, 5)
    assert till.scans == ["04A1B2C3", "UID:04A1B2C3"]


def test_a_swipe_through_a_raw_reader_that_failed_its_check_is_heard_as_unreadable() -> None:
    till = Screen(BurstDetector(BurstRules(frames=(Frame(sends=Sends.TRACKS_WITH_LRC),))))
    till.press(";1234?0" + ENTER + ";1235?0" + ENTER + EAN + ENTER, 5)
    assert till.scans == [";1234?", ";E?", EAN]
