"""``python -m asalee_training``: the same as the command ``asalee``."""

from asalee_training.cli import main

if __name__ == "__main__":  # a process that proves texts reads this file again
    main()
