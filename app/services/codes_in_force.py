"""The rules by which codes are told apart, as the settings have them now."""

from app.domain.codes import CardKind, CardRule, CardTrack, ChipNumber, CodeRules, LabelCarries, WeighedRule
from app.settings import ShopSettings


class CodesInForce:
    """One for the whole till; `ChangeSettings` has it take new settings up, so no restart is needed."""

    def __init__(self, settings: ShopSettings) -> None:
        self.take_up(settings)

    def take_up(self, settings: ShopSettings) -> None:
        """From now on these count."""
        self.rules = code_rules(settings)
        self.refuses_past_dates = settings.past_dates == "refuse"


def code_rules(settings: ShopSettings) -> CodeRules:
    """How the codes of a shop with these settings are told apart."""
    return CodeRules(
        cards=tuple(CardRule(rule.prefix, rule.length, CardKind(rule.kind), rule.luhn) for rule in settings.cards),
        weighed=tuple(WeighedRule(rule.prefix, LabelCarries(rule.carries)) for rule in settings.weighed),
        card_track=CardTrack(settings.card_track),
        chip_number=ChipNumber(settings.chip_number),
    )
