"""What a shop sets for its till: words, look, devices."""
