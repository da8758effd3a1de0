"""What happens to a member under a programme: facts, what they earn, gifts, tiers, nights. All pure."""
