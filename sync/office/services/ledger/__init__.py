"""Value at head office: posted, settled, recalled, proved."""
