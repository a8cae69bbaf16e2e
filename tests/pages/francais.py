"""A page that a person reads is whole, and in French."""

import re

ENGLISH = re.compile(
    r"\b(the|and|with|please|submit|submitted|error|not found|forbidden|your|open|save|server|loading|trainee|"
    r"assignment|feedback|upload|choose|missing|argument|traceback|exception|internal|unknown|release)\b",
    re.I,
)


def is_french_page(answer):
    assert '<html lang="fr">' in answer.html
    found = ENGLISH.findall(answer.words)
    assert not found, f"English on the page: {found}"
    return True
