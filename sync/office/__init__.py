"""Head office: `web` over `services` over `storage`, around the same `app.domain` as the till."""
