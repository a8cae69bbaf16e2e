"""nbgrader's own collection step, made safe: ``nbgrader collect`` and formgrader's button copy known files only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect

from asalee_training.gradebook import files


class SafeCollect(ExchangeCollect):
    """Collect released names and answers; links, pipes and planted files stay in the exchange."""

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy one handed-in folder (called by nbgrader once ``dest`` is known to be free)."""
        source, target = Path(src), Path(dest)
        known = files.released(Path(self.coursedir.root) / "release" / self.coursedir.assignment_id)
        target.mkdir(parents=True)
        moment = self._path_to_record(src)["timestamp"]
        for problem in files.copy_known(source, target, known, files.format_utc(moment)):
            self.log.warning("%s : %s", src, problem)
