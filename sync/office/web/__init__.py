"""Head office's door: HTTPS, signatures, limits. What is said and done stands in `services`."""
