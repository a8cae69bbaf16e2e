"""``python -m asalee_training``: the same as the command ``asalee``."""

from asalee_training.cli import main

main()
