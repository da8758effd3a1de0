"""What till and head office say to each other (docs/sync-protocol.md): messages, frames and kinds of events."""
