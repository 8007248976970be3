"""`python -m bot`."""

import sys

from bot.base.garbage import collect_seldom

collect_seldom()
try:
    from bot.cli import main
except ImportError as error:
    sys.stderr.write(f"The program is not wholly installed ({error}); see docs/operations.md.\n")
    # As for a wrong setting: to start again would not help.
    sys.exit(2)

main()
