"""A case's file, changed without being rewritten: what nobody touched keeps its bytes.

``keys`` changes one key of a YAML block, ``document`` cuts a file into blocks and groups, ``gestures`` does what a
page asks for. Every change is read again before it is given back: if anything else moved, it is refused.
"""


class EditError(Exception):
    """A change cannot be made; the message is a French sentence."""
