"""The drawer's day: open, count, cash in and out, reports."""
