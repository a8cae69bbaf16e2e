"""French spaces in an author's Markdown: nobody types a no-break space, and a » alone on its line reads badly."""

import re

NBSP, NARROW = "\u00a0", "\u202f"
_HIGH = re.compile(r"(?<=\S) ([;!?»])")
_COLON = re.compile(r"(?<=\S) :(?=\s|$)")


def spaced(markdown: str) -> str:
    """Return the text with no-break spaces inside « » and before : ; ! ?. Table rules (`| :--- |`) stay as they are."""
    text = _HIGH.sub(lambda m: (NBSP if m[1] == "»" else NARROW) + m[1], markdown)
    return _COLON.sub(NBSP + ":", text).replace("« ", "«" + NBSP)
