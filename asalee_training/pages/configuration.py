"""Which of the three roles a server serves: its configuration decides, never an address."""

from __future__ import annotations

import os

from traitlets import Enum, List, default
from traitlets.config import LoggingConfigurable

ROLES = ("apprenante", "referente", "formatrice")


class Pages(LoggingConfigurable):
    """``c.Pages.roles = ["apprenante"]``, or ``ASALEE_ROLES=apprenante`` in the environment; all three by default."""

    roles = List(Enum(ROLES), help="The roles of this server: apprenante, referente, formatrice.").tag(config=True)

    @default("roles")
    def _roles_of_the_environment(self) -> list[str]:
        written = os.environ.get("ASALEE_ROLES")
        return list(ROLES) if written is None else [r.strip() for r in written.split(",") if r.strip()]
