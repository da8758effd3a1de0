"""A set-up for the wizard's tests: it keeps the plan, and answers as it is told."""

from collections.abc import Sequence

from app.ports.set_up import OfficeAddress, Plan, Preset, Ready, Stuck

CODE = "https://10.0.0.1:8460#AAAA-BBBB-CCCC#" + "ab" * 32


class MemorySetUp:
    """Fits `SetUp`."""

    def __init__(self, *outcomes: Ready | Stuck) -> None:
        self.outcomes = list(outcomes) or [Ready("T01", "小满")]
        self.plans: list[Plan] = []
        self.given_up = 0

    def presets(self) -> Sequence[Preset]:
        return [
            Preset("demo", {"zh_CN": "小满会员", "en": "Xiaoman Members"}, {"en": "Three tiers by spend"}),
            Preset("cards", {"zh_CN": "次卡", "en": "Passes"}, {"en": "Passes of ten visits"}),
        ]

    def read_code(self, code: str) -> OfficeAddress | None:
        return OfficeAddress("https://10.0.0.1:8460", "abab abab abab abab") if code.strip() == CODE else None

    def build(self, plan: Plan) -> Ready | Stuck:
        self.plans.append(plan)
        return self.outcomes.pop(0)

    def give_up(self) -> None:
        self.given_up += 1
