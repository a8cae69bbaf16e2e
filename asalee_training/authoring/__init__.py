"""What a trainer does with a case: new, check, preview, build. Buttons and commands call the same functions."""
