"""What an author does to her file, one gesture at a time: each gives a new text, or a sentence and the text as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from asalee_training.authoring.edition import EditError, keys, nodes, skeletons
from asalee_training.authoring.edition import document as cutting
from asalee_training.authoring.edition.document import TITRE, Bloc, Document
from asalee_training.content.models import EnTeteCas

_ORDRE_ENTETE = ("titre", "protocole", "mode", "niveau", "duree_min", "sources", "patient", "patient_temoin")
_ORDRE = ("type", "test", "acte", "heure", "personne", "portrait", "lieu", "unite", "unites", "grandeur", "decimales", "points", "aide",
          "attendu", "cible", "explication", "choix", "erreurs")  # fmt: skip
_PERDU = "Ce morceau du cas a changé entre-temps : rechargez la page, votre travail y est gardé."


def apply(texte: str, geste: Mapping[str, Any]) -> str:
    """Do one gesture. Raises ``EditError`` with a French sentence; a gesture that means nothing is one too."""
    function = _GESTES.get(str(geste.get("geste")))
    if function is None:
        raise EditError("Ce geste n’existe pas.")
    try:
        return function(cutting.read(texte), geste)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        raise EditError(_PERDU) from None


def _bloc(doc: Document, geste: Mapping[str, Any]) -> tuple[int, Bloc]:
    index = _number(geste["bloc"], len(doc.blocs))
    return index, doc.blocs[index]


def _number(value: Any, below: int) -> int:
    if type(value) is not int or not 0 <= value < below:
        raise EditError(_PERDU)
    return value


def _path(geste: Mapping[str, Any]) -> keys.Path:
    path = geste["chemin"]
    if not isinstance(path, list) or not all(type(p) in (str, int) for p in path) or len(path) > 12:
        raise EditError(_PERDU)
    return tuple(path)


def _in_body(change: Callable[[str, Mapping[str, Any], Sequence[str]], str]) -> Callable[..., str]:
    """Turn a change of YAML into a change of the file; nothing but that block may move."""

    def function(doc: Document, geste: Mapping[str, Any]) -> str:
        index, bloc = _bloc(doc, geste)
        if bloc.genre not in ("entete", "exercice", "instrument"):
            raise EditError(nodes.TEL_QUEL)
        lines = doc.plain()
        first, end = bloc.corps
        body = "\n".join(lines[first:end]) + "\n" * (end > first)
        if body.rstrip("\n") != bloc.texte.rstrip("\n"):
            raise EditError(nodes.TEL_QUEL)
        new = change(body, geste, _order(bloc))
        if new == body:
            return doc.texte
        new_lines = new.split("\n")[:-1] if new.endswith("\n") else new.split("\n") if new else []
        return _verified(doc, [*lines[:first], *new_lines, *lines[end:]], {index})

    return function


def _order(bloc: Bloc) -> Sequence[str]:
    return (*_ORDRE_ENTETE, *EnTeteCas.model_fields) if bloc.genre == "entete" else _ORDRE


def _verified(doc: Document, lines: list[str], changed: set[int]) -> str:
    texte = doc.with_lines(lines)
    new = cutting.read(texte)
    others = [(b.genre, b.argument, b.texte) for n, b in enumerate(doc.blocs) if n not in changed]
    if len(new.blocs) != len(doc.blocs) or others != [
        (b.genre, b.argument, b.texte) for n, b in enumerate(new.blocs) if n not in changed
    ]:
        raise EditError("Ce texte changerait d’autres parties du cas : retirez-en les signes ```, --- ou {exercice}.")
    return texte


def _write(doc: Document, geste: Mapping[str, Any]) -> str:
    """Rewrite a prose or a heading."""
    _, bloc = _bloc(doc, geste)
    written = geste["texte"].replace("\r\n", "\n").replace("\r", "\n")
    if bloc.genre == "titre":
        return _write_heading(doc, bloc, written)
    if bloc.genre != "prose":
        raise EditError(nodes.TEL_QUEL)
    if written == bloc.texte:
        return doc.texte
    lines = doc.plain()
    return _same_directives(doc, [*lines[: bloc.debut], *_trimmed(written), *lines[bloc.fin :]])


def _write_heading(doc: Document, bloc: Bloc, written: str) -> str:
    lines = doc.plain()
    match = TITRE.fullmatch(lines[bloc.debut])
    words = " ".join(written.split())
    if not words:
        raise EditError("Écrivez la question : sans elle, l’exercice n’a pas de titre.")
    if words == match[2].strip():
        return doc.texte
    return _same_directives(doc, [*lines[: bloc.debut], f"{match[1]}{words}{match[3] or ''}", *lines[bloc.debut + 1 :]])


def _trimmed(written: str) -> list[str]:
    lines = [line.rstrip() if not line.strip() else line for line in written.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _same_directives(doc: Document, lines: list[str]) -> str:
    texte = doc.with_lines(lines)

    def directives(d: Document) -> list[tuple[str, str, str]]:
        return [(b.genre, b.argument, b.texte) for b in d.blocs if b.corps != (0, 0)]

    if directives(cutting.read(texte)) != directives(doc):
        raise EditError("Ce texte changerait d’autres parties du cas : retirez-en les signes ```, --- ou {exercice}.")
    return texte


def _title(doc: Document, geste: Mapping[str, Any]) -> str:
    """Give its own heading to an exercise that has none."""
    _, bloc = _bloc(doc, geste)
    words = " ".join(str(geste["texte"]).split())
    if bloc.genre != "exercice" or not words:
        raise EditError("Écrivez la question.")
    lines = doc.plain()
    return _same_directives(doc, [*lines[: bloc.debut], f"### {words}", "", *lines[bloc.debut :]])


def _name(doc: Document, geste: Mapping[str, Any]) -> str:
    """Name an exercise by its question; only for a new one: answers are kept under this name."""
    rank, bloc = _bloc(doc, geste)
    group = next(g for g in doc.groupes if rank in g.blocs)
    titre = next((doc.blocs[n].texte for n in group.blocs if doc.blocs[n].genre == "titre"), "")
    if bloc.genre != "exercice" or not titre:
        raise EditError("Écrivez la question : son nom vient d’elle.")
    taken = [b.argument for n, b in enumerate(doc.blocs) if b.genre == "exercice" and n != rank]
    lines = doc.plain()
    lines[bloc.debut] = lines[bloc.debut].replace(
        bloc.argument, skeletons.name(TITRE.fullmatch(titre)[2], "question", taken)
    )
    return _verified(doc, lines, {rank})


def _add(doc: Document, geste: Mapping[str, Any]) -> str:
    """Add a story, an instrument or a question after a group."""
    group = doc.groupes[_number(geste["apres"], len(doc.groupes))]
    kind = geste["genre"]
    if kind == "question":
        taken = [b.argument for b in doc.blocs if b.genre == "exercice"]
        new = skeletons.exercise(geste["type"], " ".join(str(geste.get("titre", "")).split()), taken)
    elif kind == "instrument":
        new = [f"```{{instrument}} {_one_line(geste['nom'])}", "```"]
    elif kind == "recit":
        new = _trimmed(str(geste["texte"]))
    else:
        raise EditError("Ce morceau n’existe pas.")
    lines, at = doc.plain(), doc.blocs[group.blocs[-1]].fin
    after = lines[at:]
    gap = [""] if after and after[0].strip() else []
    return doc.with_lines([*lines[:at], "", *new, *gap, *after])


def _one_line(value: Any) -> str:
    if not isinstance(value, str) or not value.isidentifier():
        raise EditError("Cet instrument n’existe pas.")
    return value


def _delete(doc: Document, geste: Mapping[str, Any]) -> str:
    """Take a group away, and one of the two empty lines around it."""
    group = doc.groupes[_number(geste["groupe"], len(doc.groupes))]
    if group.genre == "entete":
        raise EditError("L’en-tête d’un cas ne s’enlève pas.")
    lines = doc.plain()
    start, end = _span(doc, geste["groupe"])
    while end < len(lines) and not lines[end].strip() and start and not lines[start - 1].strip():
        end += 1
    return doc.with_lines([*lines[:start], *lines[end:]])


def _span(doc: Document, rank: int) -> tuple[int, int]:
    blocs = doc.groupes[rank].blocs
    return doc.blocs[blocs[0]].debut, doc.blocs[blocs[-1]].fin


def _swap(doc: Document, geste: Mapping[str, Any]) -> str:
    """Move a group up or down by one place; what lies between stays between."""
    rank = _number(geste["groupe"], len(doc.groupes))
    other = _number(rank + geste["sens"], len(doc.groupes))
    first, second = sorted((rank, other))
    if abs(rank - other) != 1 or doc.groupes[first].genre == "entete":
        raise EditError("Ce morceau ne peut pas aller plus loin.")
    lines = doc.plain()
    (a, b), (c, d) = _span(doc, first), _span(doc, second)
    return doc.with_lines([*lines[:a], *lines[c:d], *lines[b:c], *lines[a:b], *lines[d:]])


_GESTES: dict[str, Callable[[Document, Mapping[str, Any]], str]] = {
    "poser": _in_body(lambda body, g, order: keys.put(body, _path(g), g["valeur"], order)),
    "retirer": _in_body(lambda body, g, order: keys.remove(body, _path(g))),
    "inserer": _in_body(lambda body, g, order: keys.insert(body, _path(g), g["rang"], g["valeur"], order)),
    "deplacer": _in_body(lambda body, g, order: keys.move(body, _path(g), g["de"], g["vers"])),
    "ecrire": _write,
    "titrer": _title,
    "nommer": _name,
    "ajouter": _add,
    "supprimer": _delete,
    "deplacer_groupe": _swap,
}
