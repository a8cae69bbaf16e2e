"""French spaces in an author's Markdown: nobody types a no-break space, and a » alone on its line reads badly."""

import re

NBSP, NARROW = "\u00a0", "\u202f"
_HIGH = re.compile(r"(?<=\S) ([;!?»])")
_COLON = re.compile(r"(?<=\S) :(?=\s|$)")
#: A number and its unit stay on one line, as in `typo` of widgets/esm/commun.js.
_UNIT = re.compile(r"(?<=\d) (?=(?:%|°C|mmHg|ppm|UI|ans|min|h|s|[kcmdµn]?(?:g|mol|L|m)(?:/[\wµ]+)?)(?!\w))")


def spaced(markdown: str) -> str:
    """Return the text with no-break spaces inside « », before : ; ! ? and before units. Table rules (`| :--- |`) stay as they are."""
    text = _HIGH.sub(lambda m: (NBSP if m[1] == "»" else NARROW) + m[1], markdown)
    return _UNIT.sub(NBSP, _COLON.sub(NBSP + ":", text)).replace("« ", "«" + NBSP)
