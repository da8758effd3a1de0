"""What not every member has comes back from the directory as it went in."""

from dataclasses import replace
from pathlib import Path

from app.domain.ids import MemberId, TierId, WalletId
from app.domain.member import DueFollowUp, Member, TierHeld
from app.ports.directory import DirectoryMark
from app.storage.directory.build import build_directory
from app.storage.directory.facts import facts_text
from app.storage.directory.reader import DirectoryReader

KEY = bytes(range(32))
PLAIN = Member(MemberId("m1"), WalletId("w1"), "张三", "13800001111")
RICH = replace(
    PLAIN,
    id=MemberId("m2"),
    kind="company",
    gender="female",
    colleague="wang",
    identified=True,
    tags=frozenset({"vip", "cat"}),
    fields={"skin": "dry"},
    tier_until="2026-12-31",
    more_tiers=(TierHeld(TierId("svip"), "2026-06-30"), TierHeld(TierId("club"))),
    follow_ups=(DueFollowUp("call", "2026-03-05", "眼药膏"), DueFollowUp("call", "2026-04-01")),
)


def test_facts_come_back_and_cost_nothing_where_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "directory-1.db"
    build_directory(path, KEY, DirectoryMark(1, 0), (PLAIN, RICH))
    reader = DirectoryReader(path, KEY)
    try:
        assert (reader.member(PLAIN.id), reader.member(RICH.id)) == (PLAIN, RICH)
    finally:
        reader.close()
    assert facts_text(PLAIN) == ""


def test_on_a_day_what_has_ended_is_gone_and_what_is_not_due_does_not_pop_up() -> None:
    later = RICH.as_of("2026-07-01")
    assert [held.tier for held in later.more_tiers] == ["club"]
    assert [due.about for due in RICH.as_of("2026-03-05").follow_ups] == ["眼药膏"]
    assert [held.tier for held in RICH.as_of("2026-06-30").more_tiers] == ["svip", "club"]
