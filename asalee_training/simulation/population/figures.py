"""What docs/simulation.md shows of the graph: two figures as SVG text, and the table of the laws.

Rewrite them with: .venv/bin/python -m asalee_training.simulation.population.figures
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

from asalee_training.simulation.population import dessin
from asalee_training.simulation.population.graphe import FAMILLES, Noeud, graphe

DOCS = Path(__file__).parents[3] / "docs"
DEBUT, FIN = "<!-- lois : début -->", "<!-- lois : fin -->"
#: Of each family: ink (4.5:1 on its paper and on white), paper.
COULEURS = {
    "personne": ("#1f2a30", "#e9ecec"),
    "habitudes": ("#8a4b08", "#fbf1e1"),
    "maladies": ("#a3271f", "#fbeae7"),
    "tension": ("#7a2e6d", "#f6e9f3"),
    "metabolisme": ("#0b5563", "#e0eff1"),
    "rein": ("#2f5d1e", "#e9f2e4"),
    "lipides": ("#655500", "#f7f2d9"),
    "souffle": ("#1d4e89", "#e6eef7"),
    "pieds": ("#94431f", "#f8e8e0"),
    "cognition": ("#4b3f8f", "#ebe9f6"),
    "vie": ("#4c5a60", "#eef0f0"),
}
ENCRE, DOUCE, PAPIER, FILET = "#1f2a30", "#4c5a60", "#fbfaf7", "#d9dedd"
POLICE = "'Segoe UI','Helvetica Neue','Noto Sans','Liberation Sans',Arial,sans-serif"
MOTS = {"lu": "lu", "hypothese": "hypothèse"}
SURETES = {"lu": "texte lu", "calcul": "règle de calcul", "hypothese": "hypothèse de simulation"}


def schema() -> str:
    """The main causes and effects: `schema` of graphe.csv, arrows that a longer path says left out."""
    noeuds = graphe()
    shown = {nom: noeud.schema for nom, noeud in noeuds.items() if noeud.schema}
    parents = dessin.reduite(dessin.visibles({n: x.parents for n, x in noeuds.items()}, list(shown)))
    plan = dessin.Plan(parents, {nom: 26 + 7.9 * len(label) for nom, label in shown.items()}, gap=22)
    left, top, row, height = 30, 128, 74, 34
    width = round(max(plan.x[nom] + plan.widths[nom] / 2 for nom in plan.x) + 2 * left)
    width, shift = max(width, 1180), max(0, 1180 - width) / 2
    x = {nom: left + shift + place for nom, place in plan.x.items()}
    y = {nom: top + row * rank for nom, rank in plan.rank.items()}
    bottom = top + row * len(plan.rows) - row + height
    body = [
        *_title(
            "Comment un patient simulé est fait",
            "Les causes en haut, leurs effets au-dessous. Une flèche est omise quand un chemin plus long la dit déjà.",
            left,
        )
    ]
    for (parent, _), route in plan.routes.items():
        body.append(_arrow([(x[n], y[n]) for n in route], noeuds[parent].famille, height / 2))
    for nom, label in shown.items():
        body.append(_pill(x[nom], y[nom], plan.widths[nom], height, label, noeuds[nom].famille))
    body += _families(left, bottom + 34, width)
    return _svg(width, bottom + 104, body, "Graphe causal d’un patient simulé")


def _arrow(points: list[tuple[float, float]], famille: str, half: float) -> str:
    """A smooth curve through the waypoints, vertical at both ends (Hermite pieces as Bézier)."""
    (ax, ay), *stops, (bx, by) = points
    places = [(ax, ay + half), *stops, (bx, by - half - 6)]
    # nearly upright at each waypoint, so as to stay clear of the labels beside it
    slopes = [((c[0] - a[0]) * 0.28, (c[1] - a[1]) * 0.55) for a, c in zip(places, places[2:], strict=False)]
    reach = 0.9 * (places[-1][1] - places[0][1]) / (len(places) - 1)
    slopes = [(0.0, reach), *slopes, (0.0, reach)]
    path = f"M{places[0][0]:.1f} {places[0][1]:.1f}"
    for (x, y), (u, v), (dx, dy), (du, dv) in zip(places, slopes, places[1:], slopes[1:], strict=False):
        path += f"C{x + u / 3 * 1.3:.1f} {y + v / 3 * 1.3:.1f} {dx - du / 3 * 1.3:.1f} {dy - dv / 3 * 1.3:.1f} {dx:.1f} {dy:.1f}"
    ink = COULEURS[famille][0]
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-opacity=".5" stroke-width="1.6" marker-end="url(#f-{famille})"/>'


def _pill(x: float, y: float, width: float, height: float, label: str, famille: str) -> str:
    ink, paper = COULEURS[famille]
    return (
        f'<rect x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height}" rx="{height / 2}" '
        f'fill="{paper}" stroke="{ink}" stroke-width="1.3"/>'
        f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" font-size="15" fill="{ink}">{escape(label)}</text>'
    )


def _families(left: float, y: float, width: float) -> Iterator[str]:
    x = left
    for famille, label in FAMILLES.items():
        ink, paper = COULEURS[famille]
        wide = 40 + 7.4 * len(label)
        if x + wide > width - left:
            x, y = left, y + 26
        yield f'<rect x="{x:.1f}" y="{y - 11:.1f}" width="22" height="14" rx="7" fill="{paper}" stroke="{ink}" stroke-width="1.3"/>'
        yield f'<text x="{x + 29:.1f}" y="{y + 1:.1f}" font-size="14" fill="{DOUCE}">{escape(label)}</text>'
        x += wide + 12


def noeuds_svg() -> str:
    """Every node by family, with its parents under its name."""
    column, gutter, left, top = 560, 24, 30, 150
    body = [
        *_title(
            f"Les {len(graphe())} nœuds et leurs parents",
            "Sous chaque nom, ce dont il dépend, et rien d’autre ; la couleur du parent est celle de sa famille.",
            left,
        )
    ]
    body += _key(left, 112)
    heights = [_card(0, 0, column, label, famille)[1] + 20 for famille, label in FAMILLES.items()]
    # the first families fill the left column, the others the right one, as evenly as they can
    cut = min(range(len(heights)), key=lambda k: max(sum(heights[:k]), sum(heights[k:])))
    heads = [0.0, 0.0]
    for index, (famille, label) in enumerate(FAMILLES.items()):
        side = int(index >= cut)
        card, height = _card(left + side * (column + gutter), top + heads[side], column, label, famille)
        body += card
        heads[side] += height + 20
    return _svg(
        2 * left + 2 * column + gutter, top + max(heads) + 10, body, "Les nœuds d’un patient simulé et leurs parents"
    )


def _key(left: float, y: float) -> Iterator[str]:
    x = left
    for surete, label in SURETES.items():
        yield _mark(x + 7, y - 5, surete, ENCRE)
        yield f'<text x="{x + 22}" y="{y}" font-size="14" fill="{DOUCE}">{label}</text>'
        x += 60 + 7.4 * len(label)
    italic = '<tspan font-style="italic">en italique</tspan> : étape du calcul, que l’auteur d’un cas ne voit pas'
    yield f'<text x="{x}" y="{y}" font-size="14" fill="{DOUCE}">{italic}</text>'


def _card(x: float, y: float, width: float, label: str, famille: str) -> tuple[list[str], float]:
    ink, paper = COULEURS[famille]
    rows, at = [], y + 52
    for noeud in (n for n in graphe().values() if n.famille == famille):
        lines = _parents(noeud)
        style = "" if noeud.champ else ' font-style="italic"'
        rows.append(_mark(x + 22, at - 5, noeud.surete, ink))
        rows.append(
            f'<text x="{x + 38}" y="{at}" font-size="15" font-weight="600" fill="{ink}"{style}>{noeud.nom}</text>'
        )
        for line in lines:
            at += 17
            rows.append(f'<text x="{x + 38}" y="{at}" font-size="13">{line}</text>')
        at += 27
    height = at - y - 8
    frame = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="12" fill="#fff" stroke="{FILET}"/>'
    head = f'<path d="M{x} {y + 12}a12 12 0 0 1 12-12h{width - 24}a12 12 0 0 1 12 12v20h-{width}z" fill="{paper}"/>'
    title = f'<text x="{x + 16}" y="{y + 22}" font-size="17" font-weight="650" fill="{ink}">{escape(label)}</text>'
    return [frame, head, title, *rows], height


def _parents(noeud: Noeud) -> list[str]:
    """Names of the parents, wrapped, each in the colour of its family."""
    noeuds = graphe()
    if not noeud.parents:
        return [f'<tspan fill="{DOUCE}">sans cause dans le modèle</tspan>']
    lines = wrap(", ".join(noeud.parents), 74)
    coloured = []
    for line in lines:
        names = [word.strip(",") for word in line.split(", ")]
        parts = [f'<tspan fill="{COULEURS[noeuds[name].famille][0]}">{name}</tspan>' for name in names]
        coloured.append(f'<tspan fill="{DOUCE}">, </tspan>'.join(parts))
    return coloured


def _mark(x: float, y: float, surete: str, ink: str) -> str:
    """Filled disc: read; square: computed by a rule; ring: hypothesis."""
    if surete == "calcul":
        return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="{ink}"/>'
    fill = ink if surete == "lu" else "#fff"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.6" fill="{fill}" stroke="{ink}" stroke-width="1.6"/>'


def _title(title: str, subtitle: str, left: float) -> Iterator[str]:
    yield f'<text x="{left}" y="46" font-size="26" font-weight="650" fill="{COULEURS["metabolisme"][0]}">{escape(title)}</text>'
    yield f'<text x="{left}" y="74" font-size="15" fill="{DOUCE}">{escape(subtitle)}</text>'


def _svg(width: float, height: float, body: list[str], label: str) -> str:
    markers = "".join(
        f'<marker id="f-{famille}" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0.6L7 4L0 7.4z" fill="{ink}"/></marker>'
        for famille, (ink, _) in COULEURS.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-label="{escape(label)}" font-family="{POLICE}">\n<defs>{markers}</defs>\n'
        f'<rect width="100%" height="100%" fill="{PAPIER}"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def lois() -> str:
    """Markdown table of the laws that are read or supposed, family by family."""
    rows = ["| Nœud | Ce que c’est | Loi | |", "|---|---|---|---|"]
    for famille in FAMILLES:
        for noeud in (n for n in graphe().values() if n.famille == famille and n.surete != "calcul"):
            rows.append(f"| `{noeud.nom}` | {noeud.description} | {noeud.source} | {MOTS[noeud.surete]} |")
    return "\n".join(rows)


def page(text: str) -> str:
    """The documentation page with its table renewed."""
    before, _, rest = text.partition(DEBUT)
    return f"{before}{DEBUT}\n\n{lois()}\n\n{FIN}{rest.partition(FIN)[2]}"


def written() -> dict[Path, str]:
    """What each committed file must hold."""
    doc = DOCS / "simulation.md"
    return {
        DOCS / "images" / "graphe_patient.svg": schema(),
        DOCS / "images" / "graphe_patient_noeuds.svg": noeuds_svg(),
        doc: page(doc.read_text(encoding="utf-8")),
    }


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
