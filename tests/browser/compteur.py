"""What a person meets on a page: every word that was shown to her once, every gesture, counted while a program plays."""

import re
from collections import Counter
from dataclasses import dataclass, field

MOT = re.compile(r"\w[\w’'-]*")
# Added before any page: what becomes visible is read a moment later, once; what the hand does is counted.
SCRIPT = r"""(() => {
  if (window !== window.top) return;
  const read = new Map(), gestures = {clic: 0, touche: 0, choix: 0};
  window.compteur = {read, gestures};
  const SKIP = "script, style, title, desc, .asalee-invisible, .asalee-etat, .asalee-voile, "
    + ".jp-InputPrompt, .jp-OutputPrompt, .jp-InputArea-editor, .jp-Toolbar";
  const place = (node) => {
    const box = node.closest(".asalee-exercice");
    if (node.closest(".asalee-correction")) return "correction";
    if (box) return box.dataset.acte ? "acte" : "question";
    if (node.closest(".asalee-instrument, .asalee-maq")) return "instrument";
    if (node.closest("h3")) return "question";
    return "prose";
  };
  const say = (where, text) => {
    const clean = text.replace(/\s+/g, " ").trim();
    if (clean && !read.has(clean)) read.set(clean, where);
  };
  const drawings = new Map();
  function drawn(image) {
    const [head, body] = image.src.split(/,(.*)/s);
    if (!head.startsWith("data:image/svg+xml") || !body) return [];
    if (!drawings.has(image.src)) {
      const decoded = () => new TextDecoder().decode(Uint8Array.from(atob(body), (c) => c.charCodeAt(0)));
      const bytes = head.includes("base64") ? decoded() : decodeURIComponent(body);
      const svg = new DOMParser().parseFromString(bytes, "image/svg+xml");
      drawings.set(image.src, [...svg.querySelectorAll("text")].map((t) => t.textContent));
    }
    return drawings.get(image.src);
  }
  window.lire = () => {
    const root = document.getElementById("jupyter-config-data") ? document.querySelector(".jp-Notebook") : document.body;
    if (!root) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!node.textContent.trim() || owner.closest(SKIP) || !owner.getClientRects().length) continue;
      if (owner.checkVisibility({visibilityProperty: true, contentVisibilityAuto: false})) say(place(owner), node.textContent);
    }
    for (const image of root.querySelectorAll("img")) {
      if (image.getClientRects().length) for (const text of drawn(image)) say("dessin", text);
    }
  };
  let waiting = false;
  const soon = () => { if (!waiting) { waiting = true; setTimeout(() => { waiting = false; window.lire(); }, 60); } };
  const all = {subtree: true, childList: true, characterData: true, attributes: true};
  const watch = () => new MutationObserver(soon).observe(document.documentElement, all);
  document.documentElement ? watch() : addEventListener("DOMContentLoaded", watch);
  addEventListener("pointerdown", () => { gestures.clic += 1; }, true);
  addEventListener("keydown", () => { gestures.touche += 1; }, true);
  addEventListener("change", (event) => { if (event.target.tagName === "SELECT") gestures.choix += 1; }, true);
})()"""


@dataclass
class Compte:
    """Words by place (prose, question, correction, instrument, dessin, acte), gestures by kind, seconds of waiting."""

    mots: Counter = field(default_factory=Counter)
    gestes: Counter = field(default_factory=Counter)
    attente_s: float = 0.0

    def __add__(self, other):
        return Compte(self.mots + other.mots, self.gestes + other.gestes, self.attente_s + other.attente_s)


def words(texte: str) -> int:
    """Count words as the authors' estimate does."""
    return len(MOT.findall(texte))


def lu(page) -> Compte:
    """What has been met on this page since it was opened. A counter that ticks (« 12 s », « 13 s ») is read once."""
    page.wait_for_timeout(150)
    page.evaluate("window.lire()")
    read, gestures = page.evaluate("[[...window.compteur.read], window.compteur.gestures]")
    seen, mots = set(), Counter()
    for texte, where in read:
        shape = re.sub(r"\d+", "#", texte)
        if words(texte) <= 3 and shape != texte and shape in seen:
            continue
        seen.add(shape)
        mots[where] += words(texte)
    return Compte(mots, Counter(gestures))
