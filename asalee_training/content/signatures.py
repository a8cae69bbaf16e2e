"""What a text says of its own life: when it was reviewed, until when it holds, who proposed it and who approved it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from asalee_training.exercises.contract import Strict

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def jour_ecrit(value: Any) -> date:
    """Read « 2027-03-31 »; raises a ``ValueError`` of pydantic's, which alone would take a number for seconds since 1970."""
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and _ISO.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("jour", "not a date: {value}", {"value": str(value)})


Jour = Annotated[date, BeforeValidator(jour_ecrit)]


class Geste(Strict):
    """One line of ``historique:``. ``empreinte`` is the fingerprint of the text that was proposed or approved."""

    date: Jour = Field(description="Le jour du geste.")
    qui: str = Field(min_length=3, description="Prénom et nom.")
    geste: Literal["propose", "approuve", "retire"] = Field(description="propose, approuve ou retire.")
    version: int = Field(ge=1, description="La version proposée, approuvée ou retirée.")
    empreinte: str = Field(pattern=r"^[0-9a-f]{16}$", description="Ce qui prouve de quel texte il s’agit.")
