// Gestures: sent one after the other, undone and redone; what is being typed goes first.
import { completer, dessiner } from "./atelier_dessin.js";
import { $, avis, etat, file, garder, noms, s, sales } from "./atelier_etat.js";
import { bientotVerifier, dire } from "./atelier_remarques.js";
import { insister } from "./atelier_reseau.js";
import { ident } from "./formes.js";

const PAUSE_MS = 450, ANNULER_MAX = 200;
let occupe = null;

export function faire(gestes, options = {}) {
  if (gestes.length || options.redessiner || options.texte !== undefined) file.push({ gestes, options });
  occupe ||= vider().finally(() => { occupe = null; etat(); });
  return occupe;
}

async function vider() {
  while (file.length) {
    const { gestes, options } = file[0];
    const depart = options.texte ?? s.texte;
    let reponse;
    try {
      reponse = await insister("appliquer", { texte: depart, gestes });
    } catch (erreur) {
      garder();
      avis(erreur.message, "erreur");
      return;
    }
    file.shift();
    if (reponse.statut !== 200) { avis(reponse.phrase, "erreur"); continue; }
    if (!options.sansTrace && reponse.texte !== s.texte) retenir(gestes);
    const avant = new Set(noms());
    s.texte = reponse.texte;
    s.vue = reponse.vue;
    if (gestes.some((g) => g.geste === "ajouter")) noms().filter((nom) => !avant.has(nom)).forEach((nom) => s.neuves.add(nom));
    reponse.refus.forEach((r) => refuser(gestes[r.rang], r.phrase));
    if (options.ecran) s.ecran = options.ecran;
    // Remarks know pieces by their rank: when ranks change, the next check tells them again.
    if (options.texte !== undefined || gestes.some((g) => ["ajouter", "supprimer", "deplacer_groupe", "titrer"].includes(g.geste))) s.remarques = null;
    garder();
    if (options.redessiner) dessiner(options.viser);
    else completer();
    if (options.annonce) avis(options.annonce, "ok");
    etat();
    bientotVerifier();
  }
}

function refuser(geste, phrase) {
  const id = geste?.chemin ? ident(geste.bloc, geste.chemin) : geste?.bloc !== undefined ? [ident(geste.bloc, ["texte"]), ident(geste.bloc, ["titre"])].find($) : null;
  if (id && $(id)) dire(id, phrase);
  else avis(phrase, "attention");
}

/** Remember the text before a change; a field typed in at one go is one step. */
export function retenir(gestes) {
  const cle = gestes.length === 1 && ["poser", "ecrire"].includes(gestes[0].geste) ? JSON.stringify([gestes[0].bloc, gestes[0].chemin]) : null;
  const dernier = s.annuler.at(-1);
  if (!(cle && dernier?.cle === cle && Date.now() - dernier.quand < 8000)) s.annuler.push({ texte: s.texte, ecran: s.ecran, cle, quand: Date.now() });
  else dernier.quand = Date.now();
  if (s.annuler.length > ANNULER_MAX) s.annuler.shift();
  s.retablir = [];
}

export async function remonter(de, vers) {
  await verser();
  const pas = de.pop();
  if (!pas) return;
  vers.push({ texte: s.texte, ecran: s.ecran, cle: null, quand: 0 });
  await faire([], { texte: pas.texte, sansTrace: true, ecran: pas.ecran, redessiner: true });
}

/** What is being typed: sent after a pause, when the field is left, or before anything else. */
export function saisir(id, zone, envoyer) {
  clearTimeout(sales.get(id)?.minuterie);
  sales.set(id, { zone, envoyer, minuterie: setTimeout(() => verserUn(id), PAUSE_MS) });
  etat();
}

function verserUn(id) {
  const sale = sales.get(id);
  if (!sale) return;
  clearTimeout(sale.minuterie);
  sales.delete(id);
  sale.envoyer();
}

export async function verser() {
  [...sales.keys()].forEach(verserUn);
  while (occupe) await occupe;
}

export function remplacer(valeur) {
  // A text area knows only \n: a file with \r\n keeps them.
  const crlf = s.texte.includes("\r\n");
  if (valeur === s.texte.replace(/\r\n/g, "\n")) return;
  const bom = s.texte.startsWith("\ufeff") && !valeur.startsWith("\ufeff") ? "\ufeff" : "";
  retenir([]);
  faire([], { texte: bom + (crlf ? valeur.replace(/\n/g, "\r\n") : valeur), sansTrace: true, redessiner: s.ecran !== "texte" });
}
