"""A page where widgets are shown with a fake model, without Jupyter. The kernel's side is the real one."""

import json
import re
from dataclasses import dataclass

from asalee_training import exercises, scoring, widgets
from asalee_training.answers import Answer, Sheet
from asalee_training.content.models import Case, EnTeteCas, Exercise
from asalee_training.exercises import zones_pied
from asalee_training.exercises.contract import Mark
from asalee_training.notebook.answering import Answering

# As anywidget does: the view's own sheet first, one per id, then its module.
MOUNT = """async ({id, sheet, state, esm, css}) => {
  const style = document.getElementById(sheet) || document.head.appendChild(Object.assign(document.createElement("style"), {id: sheet}));
  style.textContent = css;
  const module = await import(URL.createObjectURL(new Blob([esm], {type: "text/javascript"})));
  const heard = new Map();
  const model = {
    get: (name) => state[name], set: (name, value) => { state[name] = value; }, save_changes() {},
    on: (name, f) => heard.set(name, [...(heard.get(name) || []), f]),
    off: (name, f) => heard.set(name, (heard.get(name) || []).filter((g) => g !== f)),
    send: (message) => {
      window.sent.push(message);
      if (window.broken) throw new Error("no comm");
      if (!window.silent) window.kernel(id, message).then(async (reply) => {
        if (window.slow) await new Promise((done) => window.later(done, window.slow));
        if (reply && !window.deaf) (heard.get("msg:custom") || []).forEach((f) => f(reply));
      });
    },
  };
  window.mount = () => {
    const host = document.body.appendChild(Object.assign(document.createElement("div"), {id}));
    window.stop = module.default.render({model, el: host});
  };
  window.mount();
}"""
# Letters under 16 pixels, or with a contrast under 4.5: [text, size, ratio].
POOR_LETTERS = """() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let n = node; n; n = n.parentElement) {
      const c = parse(getComputedStyle(n).backgroundColor);
      if (c.length < 4 || c[3] > 0.99) return c;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const node of document.querySelectorAll(".asalee *")) {
    const own = [...node.childNodes].some((c) => c.nodeType === 3 && c.textContent.trim());
    if (!own || node.closest(".asalee-invisible, title, .asalee-site, [hidden], :disabled") || !node.getClientRects().length) continue;
    const style = getComputedStyle(node), svg = node instanceof SVGElement;
    const size = parseFloat(style.fontSize) * (svg && node.ownerSVGElement ? node.ownerSVGElement.getScreenCTM().a : 1);
    const [a, b] = [light(parse(svg ? style.fill : style.color)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05), onShape = svg && style.fill === "rgb(255, 255, 255)";
    if (size < 15.5 || (ratio < 4.5 && !onShape)) bad.push([node.textContent.slice(0, 30), size, ratio.toFixed(2)]);
  }
  return bad;
}"""
# JupyterLab's own rules: on links and buttons, which once made a button unreadable; on terms, which once broke words.
JUPYTER = (
    ".jp-ThemedContainer a { color: unset; text-decoration: unset } .jp-ThemedContainer button { border-radius: 2px }"
    ".jp-ThemedContainer dl, .jp-ThemedContainer dt, .jp-ThemedContainer dd { display: block }"
    ".jp-ThemedContainer dl { width: 100%; overflow: hidden; padding: 0; margin: 0 }"
    ".jp-ThemedContainer dt { font-weight: bold; float: left; width: 20%; padding: 0; margin: 0 }"
    ".jp-ThemedContainer dd { float: left; width: 80%; padding: 0; margin: 0 }"
)
BLANK = (
    f"<!doctype html><html lang='fr'><title>Cas</title><style>{JUPYTER}</style>"
    "<body class='jp-ThemedContainer' style='margin:16px'><script>window.sent=[];window.later=setTimeout.bind(window)</script></body>"
)
# What the status line says of a stored answer.
SAVED = r"✔ Réponse enregistrée à\s\d\d:\d\d"
FOUND = r"✔ Réponse retrouvée \(enregistrée à\s\d\d:\d\d\)"
# Answers on their way: given, not yet acknowledged.
PENDING = "document.querySelectorAll('.asalee-etat[data-etat=attente]').length"
OPTIONS = [
    {"id": "aaaaaaaa", "texte": "J'alerte le médecin : je transmets *courbes* et z-scores"},
    {"id": "bbbbbbbb", "texte": "<b>J'annonce</b> une BPCO"},
    {"id": "cccccccc", "texte": "Je revois la patiente dans un an"},
]
SPECS = {
    "choix": {"choix": OPTIONS},
    "choix_multiple": {"choix": OPTIONS},
    "nombre": {"unites": ["%"]},
    "unites": {"type": "nombre", "unites": ["mL/min", "µmol/L"]},
    "texte": {"mots_conseilles": 120, "longueur_max": 20000},
    "zones_pied": {"zones": [{"id": z, "libelle": zones_pied.libelle(z)} for z in zones_pied.ZONES]},
}
MARK = {
    "etat": "partiel",
    "points": 1.5,
    "sur": 2.0,
    "retour": "Une *partie*.\n\nLa suite.",
    "suite": "La règle.",
    "gravite": None,
}


@dataclass
class Desk:
    """A session: a sheet, and the mark given to any answer."""

    sheet: Sheet
    verdict: dict | None = None

    def read(self):
        return self.sheet.read()

    def mark(self, nom, answer: Answer | None):
        filled = answer is not None and answer.valeur is not None
        return Mark(**self.verdict) if self.verdict and filled else None

    def answered(self, nom, n, mark):
        """Her journal is kept by a true session."""


class Bench:
    """A page where widgets are shown, and the sheet that their answers go to."""

    def __init__(self, page, folder, slow_ms=0):
        self.page, self.sheet, self.widgets, self.time_stands_still = page, Sheet(folder), {}, False
        if slow_ms:
            page.add_init_script(f"window.slow = {slow_ms}")
        page.expose_function("kernel", lambda host, message: self.widgets[host].reply(message))
        page.route("http://localhost/cas", lambda route: route.fulfill(body=BLANK, content_type="text/html"))
        page.goto("http://localhost/cas")

    def show(self, widget, host="w"):
        self.widgets[host] = widget
        keys = [name for name in widget.traits(sync=True) if not name.startswith("_")]
        state = {k: v for k, v in widget.get_state(keys).items() if k not in ("layout", "tabbable", "tooltip")}
        # As over the wire: JSON only.
        state = json.loads(json.dumps(state))
        self.page.evaluate(
            MOUNT, {"id": host, "sheet": widget._anywidget_id, "state": state, "esm": widget._esm, "css": widget._css}
        )
        return self.page.locator(f"#{host}")

    def exercise(self, name, verdict=None, host="w", **changes):
        link = Answering(Desk(self.sheet, verdict), name)
        spec = {"type": name, "points": 2, "titre": "La question ?", "aide": "", **SPECS[name], **changes}
        widget = widgets.ExerciseWidget(
            name, spec, link.lire, link.ecrire, link.trancher, cle=f"idel-07/{name}", correction=bool(verdict)
        )
        return self.show(widget, host)

    def settled(self):
        """Wait until the kernel has acknowledged every answer given; a lost connection is not waited for."""
        for _ in range(1000):
            if not self.page.evaluate(PENDING):
                return
            if self.time_stands_still:
                self.page.clock.run_for(10)
            else:
                self.page.wait_for_timeout(20)
        raise AssertionError("an answer was never acknowledged")

    def stop_time(self):
        """Time passes only when told to: a contact of a second and a half takes none, on any machine."""
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1000)
        self.time_stands_still = True
        return self.page.clock

    def painted(self):
        """Wait until what changed has been laid out and painted."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def stored(self, name):
        """What the file holds once everything given has arrived."""
        self.settled()
        answer = self.sheet.read().reponses.get(name)
        return answer and answer.valeur

    def said(self, text, host="w"):
        """Wait until the status line says this."""
        self.page.locator(f"#{host} .asalee-etat").filter(has_text=re.compile(text)).wait_for()

    def poor_letters(self):
        """What is too small or too pale to read on this page."""
        return self.page.evaluate(POOR_LETTERS)

    def reload(self):
        self.page.goto("http://localhost/cas")

    def seance(self, kind, patient, training=True, host="w", **changes):
        """An exercise on which one acts, with the real recording and, in training, the real judge."""
        data = {"type": kind, "points": 10.0, "explication": "La règle à retenir est écrite ici.", **changes}
        module = exercises.get(kind)
        spec = module.Spec.model_validate(data, strict=False)
        assert module.validate(spec) == []
        exercise = Exercise(nom=kind, titre="La question ?", spec=spec)
        entete = EnTeteCas.model_validate(
            {
                "titre": "Un cas",
                "duree_min": 5,
                "sources": ["x"],
                "protocole": "bpco",
                "mode": "entrainement",
                "niveau": 1,
            },
            strict=False,
        )
        case = Case(nom="bpco/essai", entete=entete, blocs=(exercise,))
        desk = Judging(self.sheet, scoring.key(case, patient), exercise, training)
        link = Answering(desk, kind)
        public = {
            "type": kind,
            "points": spec.points,
            "titre": "La question ?",
            "aide": spec.aide,
            **module.public(spec),
        }
        widget = widgets.ExerciseWidget(
            kind, json.loads(json.dumps(public)), link.lire, link.ecrire, link.trancher, cle=f"idel-07/{kind}",
            correction=training, enregistrement=module.recording(spec, patient),
        )  # fmt: skip
        self.judge = desk
        return self.show(widget, host)

    def mark(self, kind):
        """The mark of what is stored, whether or not the page shows it."""
        return scoring.mark(self.judge.key, self.judge.exercise, self.stored(kind))


@dataclass
class Judging:
    """A session whose judge is the real one."""

    sheet: Sheet
    key: scoring.Key
    exercise: Exercise
    training: bool

    def read(self):
        return self.sheet.read()

    def mark(self, nom, answer):
        if not self.training or answer is None or answer.valeur is None:
            return None
        return scoring.mark(self.key, self.exercise, answer.valeur)

    def answered(self, nom, n, mark):
        """Her journal is kept by a true session."""
