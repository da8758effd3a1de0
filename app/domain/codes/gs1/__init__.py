"""GS1 codes that carry more than a trade item number: element strings and Digital Link addresses."""
