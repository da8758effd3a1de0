"""Payment providers: drivers that only talk, the thread they talk on, and a provider to try the till with."""
