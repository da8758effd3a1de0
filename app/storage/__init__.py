"""The till's files: the encrypted database, the second journal, the directory copy, and their keys."""
