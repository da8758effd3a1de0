"""`python -m sync.office.cli`: as a till starts the head office of a single shop."""

import sys

from sync.office.cli import main

sys.exit(main())
