"""What members have besides goods: passes, draws, redemptions, entitlements, memberships, actions."""
