// What the workshop holds, and where it says how things stand. The server keeps nothing between two gestures.
import { fr, h } from "./outils.js";

export const racine = document.getElementById("atelier");
export const { adresse, xsrf, cle: CLE, patients } = racine.dataset;
export const $ = (id) => document.getElementById(id);
export const s = {
  texte: "", vue: null, empreinte: "", enregistre: "", formulaires: null, protocole: "", ecran: "cas", avant: "cas",
  remarques: null, avantDeProposer: [], neuves: new Set(), annuler: [], retablir: [], autre: null, coupe: false, panneau: null,
};
export const modes = new Map(), ouverts = new Map(), dits = new Map();
/** Gestures on their way, and what is being typed: neither is in `s.texte` yet. */
export const file = [], sales = new Map();

export const change = () => s.texte !== s.enregistre || file.some((f) => f.gestes.length) || sales.size > 0;

export function garder() {
  try {
    if (!change()) localStorage.removeItem(CLE);
    else localStorage.setItem(CLE, JSON.stringify({ texte: s.texte, gestes: file.flatMap((f) => f.gestes), empreinte: s.empreinte, quand: Date.now() }));
  } catch { /* a full or forbidden storage: leaving the page still warns */ }
}

export const noms = () => s.vue.blocs.filter((b) => b.genre === "exercice").map((b) => b.argument);

/** A question added since the page was opened, whose name is still the one that it was given. */
export const neuve = (n) => s.neuves.has(s.vue.blocs[n].argument) && /^question(_\d+)?$/.test(s.vue.blocs[n].argument);

export function etat(vientDEnregistrer) {
  const enAttente = change();
  $("at-etat").textContent = s.coupe ? "La machine ne répond plus" : enAttente ? "Pas encore enregistré" : vientDEnregistrer ? `Enregistré à ${new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })}` : "Enregistré";
  $("at-etat").dataset.etat = enAttente ? "a_faire" : "fait";
  $("at-annuler").disabled = !s.annuler.length;
  $("at-retablir").disabled = !s.retablir.length;
}

export function avis(texte, niveau = "", boutons = []) {
  $("at-avis").replaceChildren(...(texte ? [h("div", { class: `avis ${niveau}` }, h("p", { text: texte }), boutons.length ? h("div", { class: "boutons" }, boutons) : null)] : []));
}
