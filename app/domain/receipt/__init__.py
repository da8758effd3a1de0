"""What stands on a slip (`content`, in `blocks`), and how it is laid out in columns (`layout`) on a `page`."""
