"""How a spirometry is conducted on its page: each gesture of a raw session finds its button, by mouse or by keyboard."""

from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.parfaite import parfaite

KIND = "seance_spirometrie"
PATIENT = {"sexe": "femme", "age": 58, "taille_cm": 162, "vems_l": 1.62, "cvf_l": 2.75}
SPEC = {
    "personne": "Mme Delmas",
    "medecin": "Docteur Haddad",
    "manoeuvres": ["arret_premature", "toux_precoce", "bonne"],
    "ecart_taille_cm": -10,
    "groupe_gli_2012": 1,
}
BLOCS = {
    "pomper": "appareil", "appareil": "appareil", "identite": "personne", "mesurer": "personne", "corriger": "personne",
    "interroger": "questions", "installer": "installation", "prescription": "installation", "equations": "resultats",
}  # fmt: skip
STOPS = """(node) => {
  const stops = [...document.querySelectorAll("button, input, select, summary, svg[tabindex], [tabindex='0']")].filter((stop) => {
    if (stop.tabIndex < 0 || stop.matches(":disabled") || stop.closest("[inert]") || !stop.getClientRects().length) return false;
    if (stop.type !== "radio" || stop.checked || stop === document.activeElement || stop === node) return true;
    const group = [...document.getElementsByName(stop.name)];
    return !group.some((radio) => radio.checked || radio === document.activeElement || radio === node) && group[0] === stop;
  });
  const active = document.activeElement, PRECEDING = Node.DOCUMENT_POSITION_PRECEDING;
  const before = stops.filter((stop) => active.compareDocumentPosition(stop) & PRECEDING).length;
  return stops.indexOf(node) - (stops.includes(active) ? stops.indexOf(active) : before - 0.5);
}"""


def start(bench, training=True, motion="reduce", **changes):
    bench.page.emulate_media(reduced_motion=motion)
    view = bench.seance(KIND, PATIENT, training=training, **{**SPEC, **changes})
    view.locator(".asalee-spiro").wait_for()
    return view


def perfect(bench, etapes=mots.ETAPES):
    return parfaite(etapes, bench.judge.key.exercices[KIND].attendu)


def control(view, geste):
    """The node of the main page that makes this gesture; a phrase or a name first needs its radio."""
    g, page = geste["g"], view.locator(".asalee-spiro-page")
    field = {"pomper": "debit", "appareil": "decision", "interroger": "famille"}.get(g)
    if field:
        return page.locator(f"[data-{field}='{geste[field]}']")
    if g == "installer":
        return page.locator(f".asalee-points input[value='{geste['point']}']")
    if g in ("nommer", "garder"):
        place = ".asalee-noms" if g == "nommer" else ".asalee-apres-souffle > fieldset"
        return page.locator(f"{place} input[value='{geste[{'nommer': 'nom', 'garder': 'garde'}[g]]}']")
    return page.locator(f"[data-geste='{g}']")


def choices(view, conclusion):
    """The boxes that draw these conclusions, by step."""
    for name, value in conclusion.items():
        if name.startswith("souffle"):
            label = {"vems": "VEMS du souffle", "cvf": "CVF du souffle"}[name.split("_")[1]]
            yield "resultats", view.get_by_role("radio", name=f"{label} {value}", exact=True)
        elif name.startswith("grade"):
            group = view.locator(".asalee-grades fieldset").nth(("grade_vems", "grade_cvf").index(name))
            yield "resultats", group.locator(f"input[value='{value}']")
        elif name == "lecture":
            yield "resultats", view.locator(f".asalee-lire input[value='{value}']")
        else:
            yield "conduite", view.locator(f".asalee-conduite input[value='{name}']")


def play(bench, view, raw, press, select):
    """Play a raw session: `press(node)` clicks or strikes, `select(node, value)` chooses in a list."""
    step = None

    def go(bloc):
        nonlocal step
        if bloc != step:
            press(view.locator(f"[data-etape='{bloc}']"))
            step = bloc

    for geste in raw["gestes"]:
        go(BLOCS.get(geste["g"], "manoeuvres"))
        if geste["g"] == "souffler":
            for rank, phase in enumerate(mots.PHASES):
                box = view.locator(".asalee-phases fieldset").nth(rank).locator(f"input[value='{geste[phase]}']")
                if not box.is_checked():
                    press(box)
        if geste["g"] == "redemander":
            select(view.locator(".asalee-suite-souffle select"), geste["conseil"])
        press(control(view, geste))
        if geste["g"] in ("differer", "arreter"):
            press(view.locator(f"[data-certaine='{geste['g']}']"))
    for bloc, box in choices(view, raw["conclusion"]):
        go(bloc)
        press(box)
    done(bench, raw)


def done(bench, raw):
    """Wait until all of it is written down."""
    bench.page.wait_for_function(
        "(n) => { const w = window.sent.filter((m) => m.type === 'ecrire').at(-1); return w && w.valeur.gestes.length >= n[0]"
        " && Object.keys(w.valeur.conclusion).length === n[1]; }", arg=[len(raw["gestes"]), len(raw["conclusion"])]
    )  # fmt: skip
    bench.said("✔ Réponse enregistrée")
    stored = bench.stored(KIND)
    assert stored["conclusion"] == raw["conclusion"]
    return [{k: v for k, v in geste.items() if k != "t"} for geste in stored["gestes"]]


def untimed(raw):
    return [{k: v for k, v in geste.items() if k != "t"} for geste in raw["gestes"]]
