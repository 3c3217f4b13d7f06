"""`python -m terminal`: see `terminal.command_line`. The first visit is begun before that is imported, which takes 10 ms."""

import sys

from terminal.assembly.visit_from_nothing import begin_first_visit

if __name__ == "__main__":
    first = begin_first_visit(simulate="--simulate" in sys.argv) if sys.argv[1:2] == ["run"] else None

    from terminal.command_line import main

    sys.exit(main(first=first))
