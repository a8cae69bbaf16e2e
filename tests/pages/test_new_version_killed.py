"""A new version that is taken, and the process killed at any step: one state or the other."""

import json
import os
import subprocess
import sys

import pytest

from asalee_training.answers import origine
from asalee_training.pages import nouvelle_version, parutions
from tests.pages.mes_modules import TOUX
from tests.pages.toux_renouvelee import REFERRAL, V2, given, renew

CRASHES = """
import builtins, io, os, shutil, sys
from pathlib import Path
from asalee_training.pages import nouvelle_version, parutions
from asalee_training.workspace import Workspace

root, place = map(Path, sys.argv[1:])
steps, at = 0, 0

def dying(function):
    def run(*args, **kwargs):
        global steps
        for act in (lambda: None, lambda: function(*args, **kwargs)):  # killed before it, or after
            done = act()
            if steps == at:
                os._exit(9)
            steps += 1
        return done
    return run

while True:
    here = shutil.copytree(root, place / str(at))
    child = os.fork()
    if not child:
        ws = Workspace(here)
        released = parutions.all_released(ws)
        for owner in (builtins, io):
            owner.open = dying(owner.open)
        for name in ("mkdir", "rename", "replace", "fsync", "scandir", "open"):
            setattr(os, name, dying(getattr(os, name)))
        nouvelle_version.take(ws, released["TOUX"], released["V2"])
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code)
    if code != 9:
        break
    at += 1
""".replace("TOUX", TOUX).replace("V2", V2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed by forking it")
def test_a_kill_at_any_step_leaves_the_old_state_or_the_new_one(site, tmp_path):
    ws = renew(site).ws
    before = given(ws, TOUX)
    done = subprocess.run(
        [sys.executable, "-c", CRASHES, str(ws.root), str(tmp_path / "coups")],
        env=os.environ | {"ASALEE_APPRENANTE": ws.ident}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    codes = [int(code) for code in done.stdout.split()]
    assert codes[-1] == 0, done.stderr
    states = []
    for step in range(len(codes)):
        own = type(ws)(tmp_path / "coups" / str(step))
        assert given(own, TOUX) == before, f"step {step}"
        states.append((own.apprenante / V2).is_dir())
        if states[-1]:
            assert origine.replaced_by(own.apprenante / TOUX) == own.apprenante / V2
            assert json.loads((own.apprenante / V2 / "cas.json").read_text(encoding="utf-8"))["version"] == 2
        else:
            assert origine.replaced_by(own.apprenante / TOUX) is None
            released = parutions.all_released(own)
            nouvelle_version.take(own, released[TOUX], released[V2])
        assert given(own, V2) == {"somme": {"texte": "4", "unite": "L"}, "transmission": REFERRAL}, f"step {step}"
    assert 5 < states.index(True) < len(states) - 1, "the deaths must come before and after the one step that counts"
