"""Topping a card up: how much, how it is paid, and the slip."""
