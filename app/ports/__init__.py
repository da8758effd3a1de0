"""What the services need from outside, as Protocols; storage and devices fit them structurally."""
