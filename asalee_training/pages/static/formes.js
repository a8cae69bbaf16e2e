// Fields of the forms: each shows a value of the case, and says what changes. No judgement here.
import { bouton, ecrireNombre, fr, grandir, h, lireNombre, pareil } from "./outils.js";

/** Identifier of a field: where a remark, or the focus, goes. */
export const ident = (bloc, chemin) => `c-${bloc}-${chemin.join("-")}`;

/** Whether a field is shown: its neighbour has one of the values it waits for, or it is written already. */
function visible(champ, voisins) {
  if (!champ.si || voisins?.[champ.cle] !== undefined) return true;
  return champ.si.vaut.includes(voisins?.[champ.si.cle]);
}

/** All fields of an object; the rare ones are folded, unless one of them is written. */
export function champs(liste, ctx, chemin, valeurs, autour = {}) {
  const rendus = [], rares = [];
  let ouvert = false;
  for (const champ of liste) {
    if (!visible(champ, valeurs) || autour.cache?.(champ)) continue;
    const la = [...chemin, champ.cle];
    const rendu = rendre(champ, ctx, la, valeurs?.[champ.cle], valeurs);
    if (!champ.rare) { rendus.push(rendu); continue; }
    rares.push(rendu);
    const ecrit = valeurs?.[champ.cle];
    ouvert ||= ecrit !== undefined && !pareil(ecrit, champ.defaut);
  }
  if (rares.length) {
    const cle = ident(ctx.bloc, [...chemin, "reglages"]);
    const plie = h("details", { class: "at-rares", id: cle }, h("summary", {}, "Plus de réglages"), rares);
    plie.open = ctx.ouverts.get(cle) ?? ouvert;
    plie.addEventListener("toggle", () => ctx.ouverts.set(cle, plie.open));
    rendus.push(plie);
  }
  return rendus;
}

export function rendre(champ, ctx, chemin, valeur, voisins) {
  const faire = GENRES[champ.genre] || telQuel;
  return faire(champ, ctx, chemin, valeur, voisins);
}

/** The frame of a field: label, help, control, and room for remarks. */
export function cadre(champ, ctx, chemin, controle, apres = null) {
  const id = ident(ctx.bloc, chemin);
  controle.id = id;
  const facultatif = champ.obligatoire || champ.genre === "oui_non" || champ.cle === "gravite" ? null : h("span", { class: "at-facultatif" }, " (facultatif)");
  const aide = champ.aide && !ctx.sansAide ? h("p", { class: "aide", id: `${id}-aide`, text: champ.aide }) : null;
  if (aide) controle.setAttribute("aria-describedby", aide.id);
  if (champ.obligatoire) controle.setAttribute("aria-required", "true");
  return h("div", { class: "at-champ", "data-champ": id }, h("label", { for: id }, fr(champ.libelle), facultatif), aide, controle, apres);
}

/** The same for several controls under one name. */
export function ensemble(champ, ctx, chemin, ...contenu) {
  const id = ident(ctx.bloc, chemin);
  const aide = champ.aide ? h("p", { class: "aide", id: `${id}-aide`, text: champ.aide }) : null;
  return h("fieldset", { class: "at-ensemble", id, "data-champ": id, tabindex: "-1", "aria-describedby": aide?.id },
    h("legend", {}, fr(champ.libelle)), aide, contenu);
}

/** Write a value, or take the key away when nothing is left and nothing was needed. */
function poser(ctx, champ, chemin, valeur, options) {
  const vide = valeur === undefined || valeur === null || valeur === "";
  if (vide && !champ.obligatoire) ctx.faire([{ geste: "retirer", bloc: ctx.bloc, chemin }], options);
  else if (vide && typeof valeur !== "string") ctx.faire([{ geste: "retirer", bloc: ctx.bloc, chemin }], options);
  else ctx.faire([{ geste: "poser", bloc: ctx.bloc, chemin, valeur }], options);
}

export function zoneDeTexte(ctx, id, valeur, surSaisie, uneLigne, attributs = {}) {
  const zone = h("textarea", { rows: uneLigne ? 1 : 3, spellcheck: "true", class: uneLigne ? "at-ligne" : "at-texte", value: valeur ?? "", ...attributs });
  const lit = () => (uneLigne ? zone.value.replace(/\s*\n\s*/g, " ") : zone.value);
  zone.addEventListener("input", () => { grandir(zone); ctx.saisir(id, zone, () => surSaisie(lit())); });
  zone.addEventListener("blur", () => ctx.verser());
  // A word of ours that waits for hers is replaced by her first letter.
  zone.addEventListener("focus", () => { if (ctx.formulaires.modeles.includes(zone.value)) zone.select(); });
  if (uneLigne) zone.addEventListener("keydown", (e) => { if (e.key === "Enter") e.preventDefault(); });
  requestAnimationFrame(() => grandir(zone));
  return zone;
}

function texte(champ, ctx, chemin, valeur) {
  const id = ident(ctx.bloc, chemin);
  const ecrit = typeof valeur === "string" ? valeur : valeur === undefined || valeur === null ? "" : String(valeur);
  const zone = zoneDeTexte(ctx, id, ecrit, (v) => poser(ctx, champ, chemin, champ.obligatoire || v ? v : undefined), champ.genre === "ligne");
  if (champ.cle === "unite") return unite(champ, ctx, chemin, valeur, zone);
  return cadre(champ, ctx, chemin, zone);
}

function unite(champ, ctx, chemin, valeur, zone) {
  zone.classList.add("at-court");
  const sans = h("input", { type: "checkbox", id: `${ident(ctx.bloc, chemin)}-sans`, onchange: () => poser(ctx, champ, chemin, sans.checked ? "" : undefined, { redessiner: true }) });
  sans.checked = valeur === "";
  return cadre(champ, ctx, chemin, zone, h("label", { class: "at-case" }, sans, "Ce nombre n’a pas d’unité"));
}

function nombre(champ, ctx, chemin, valeur) {
  return cadre(champ, ctx, chemin, entreeNombre(champ, ctx, chemin, valeur));
}

export function entreeNombre(champ, ctx, chemin, valeur) {
  const id = ident(ctx.bloc, chemin);
  const ecrit = valeur === undefined ? champ.defaut : valeur;
  const entree = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "at-nombre", value: ecrireNombre(ecrit) });
  const lit = () => {
    const lu = lireNombre(entree.value, champ.genre === "entier");
    const faux = Number.isNaN(lu);
    ctx.dire(id, faux ? (champ.genre === "entier" ? "Écrivez un nombre entier." : "Écrivez un nombre, par exemple 58,9.") : "");
    if (!faux) ctx.faire([lu === undefined ? { geste: "retirer", bloc: ctx.bloc, chemin } : { geste: "poser", bloc: ctx.bloc, chemin, valeur: lu }]);
  };
  entree.addEventListener("input", () => ctx.saisir(id, entree, lit));
  entree.addEventListener("blur", () => ctx.verser());
  return entree;
}

function date(champ, ctx, chemin, valeur) {
  const entree = h("input", { type: "date", class: "at-nombre", value: typeof valeur === "string" ? valeur : "", onchange: () => poser(ctx, champ, chemin, entree.value) });
  return cadre(champ, ctx, chemin, entree);
}

const cle = (valeur) => JSON.stringify(valeur);

export function liste(options, valeur, change, vide) {
  const connue = options.some(([v]) => pareil(v, valeur));
  const ajout = valeur !== undefined && valeur !== null && !connue ? [[valeur, `${valeur} (écrit dans le texte)`]] : [];
  const choix = h("select", { onchange: () => change(choix.value === "" ? undefined : JSON.parse(choix.value)) },
    vide === null ? null : h("option", { value: "" }, fr(vide)),
    [...options, ...ajout].map(([v, mots, bloque]) => h("option", { value: cle(v), disabled: bloque }, fr(mots))));
  choix.value = valeur === undefined || valeur === null ? "" : cle(valeur);
  return choix;
}

function choix(champ, ctx, chemin, valeur) {
  const ecrit = (valeur === undefined ? champ.defaut : valeur) === "" ? undefined : valeur === undefined ? champ.defaut : valeur;
  const vide = champ.cle === "gravite" ? "Non, une erreur ordinaire" : champ.vide || champ.defaut === "" ? "—" : ecrit === undefined || ecrit === null ? "Choisissez…" : null;
  return cadre(champ, ctx, chemin, liste(champ.options, ecrit, (v) => poser(ctx, champ, chemin, v, { redessiner: true }), vide));
}

function ouiNon(champ, ctx, chemin, valeur, voisins) {
  if (champ.vide) return choix({ ...champ, options: [[true, "Oui"], [false, "Non"]] }, ctx, chemin, valeur);
  const id = ident(ctx.bloc, chemin);
  const ecrit = valeur === undefined ? champ.defaut : valeur;
  const coche = h("input", { type: "checkbox", id, "aria-describedby": champ.aide ? `${id}-aide` : null, onchange: () => {
    const gestes = [coche.checked === champ.defaut ? { geste: "retirer", bloc: ctx.bloc, chemin } : { geste: "poser", bloc: ctx.bloc, chemin, valeur: coche.checked }];
    if (champ.cle === "juste" && coche.checked && ctx.racine.type === "choix") gestes.unshift(...autresJustes(ctx, chemin));
    ctx.faire(gestes, { redessiner: true });
  } });
  coche.checked = ecrit === true;
  return h("div", { class: "at-champ at-oui", "data-champ": id }, h("label", { class: "at-case", for: id }, coche, fr(champ.libelle)),
    champ.aide ? h("p", { class: "aide", id: `${id}-aide`, text: champ.aide }) : null);
}

/** One right answer only: ticking one unticks the other. */
const autresJustes = (ctx, chemin) => (ctx.racine.choix || []).map((o, n) => [o, n])
  .filter(([o, n]) => o?.juste !== undefined && n !== chemin[1]).map(([, n]) => ({ geste: "retirer", bloc: ctx.bloc, chemin: ["choix", n, "juste"] }));

function cases(champ, ctx, chemin, valeur) {
  const options = champ.selon ? champ.selon.table[ctx.racine[champ.selon.cle]] || [] : champ.options;
  const toutes = champ.selon && (valeur === undefined || valeur.length === 0) ? options.map(([v]) => v) : null;
  const coches = toutes || (Array.isArray(valeur) ? valeur : champ.defaut || []);
  const hors = coches.filter((v) => !options.some(([o]) => pareil(o, v)));
  const contenu = options.map(([v, mots], n) => {
    const coche = h("input", { type: "checkbox", id: `${ident(ctx.bloc, chemin)}-${n}`, onchange: () => {
      const gardes = options.map(([o]) => o).filter((o) => (pareil(o, v) ? coche.checked : coches.some((c) => pareil(c, o))));
      const nouveau = [...gardes, ...hors];
      ctx.faire([pareil(nouveau, champ.defaut) ? { geste: "retirer", bloc: ctx.bloc, chemin } : { geste: "poser", bloc: ctx.bloc, chemin, valeur: nouveau }], { redessiner: true });
    } });
    coche.checked = coches.some((c) => pareil(c, v));
    return h("label", { class: "at-case" }, coche, fr(mots));
  });
  if (champ.aucune) {
    const rien = h("input", { type: "checkbox", id: `${ident(ctx.bloc, chemin)}-aucune`, onchange: () => ctx.faire([rien.checked ? { geste: "poser", bloc: ctx.bloc, chemin, valeur: [] } : { geste: "retirer", bloc: ctx.bloc, chemin }], { redessiner: true }) });
    rien.checked = Array.isArray(valeur) && valeur.length === 0;
    contenu.push(h("label", { class: "at-case" }, rien, fr(champ.aucune)));
  }
  return ensemble(champ, ctx, chemin, h("div", { class: "at-cases" }, contenu));
}

/** A sequence chosen word by word: the blows of a spirometry. */
function suite(champ, ctx, chemin, valeur) {
  const mots = Array.isArray(valeur) ? valeur : champ.defaut || [];
  const ecrire = (nouveau) => ctx.faire([{ geste: "poser", bloc: ctx.bloc, chemin, valeur: nouveau }], { redessiner: true });
  const rangs = mots.map((mot, n) => {
    const choisi = liste(champ.options, mot, (v) => ecrire(mots.map((m, k) => (k === n ? v : m))), null);
    choisi.id = ident(ctx.bloc, [...chemin, n]);
    choisi.setAttribute("aria-label", fr(`${champ.libelle}, n° ${n + 1}`));
    return h("li", {}, choisi, champ.fixe ? null : bouton("Retirer", () => ecrire(mots.filter((_, k) => k !== n)), { "aria-label": `Retirer le n° ${n + 1}` }));
  });
  const ajouter = champ.fixe ? null : bouton(`Ajouter ${champ.nouveau}`, () => ecrire([...mots, champ.options[0][0]]));
  return ensemble(champ, ctx, chemin, h("ol", { class: "at-suite" }, rangs), ajouter);
}

/** Free lines: sources, objectives. */
function lignes(champ, ctx, chemin, valeur) {
  const mots = Array.isArray(valeur) ? valeur : [];
  const rangs = mots.map((mot, n) => {
    const la = [...chemin, n], id = ident(ctx.bloc, la);
    const zone = zoneDeTexte(ctx, id, String(mot), (v) => ctx.faire([{ geste: "poser", bloc: ctx.bloc, chemin: la, valeur: v }]), true, { id, "aria-label": fr(`${champ.libelle}, n° ${n + 1}`) });
    return h("li", { "data-champ": id }, zone, bouton("Supprimer", () => ctx.faire([{ geste: "retirer", bloc: ctx.bloc, chemin: la }], { redessiner: true }), { "aria-label": `Supprimer le n° ${n + 1}` }));
  });
  const ajouter = bouton(`Ajouter ${champ.nouveau}`, () => ctx.faire([{ geste: "inserer", bloc: ctx.bloc, chemin, rang: mots.length, valeur: "" }], { redessiner: true, viser: ident(ctx.bloc, [...chemin, mots.length]) }));
  return ensemble(champ, ctx, chemin, h("ol", { class: "at-lignes" }, rangs), ajouter);
}

/** What a new item of a list starts from. */
function neuf(champ, ctx, rang) {
  const valeur = {};
  for (const c of champ.champs) {
    if (!c.obligatoire) continue;
    if (c.cle === "nom") valeur.nom = `${champ.cle === "tours" ? "moment" : "objectif"}_${rang + 1}`;
    else if (c.genre === "renvoi") valeur[c.cle] = (ctx.racine[c.vers] || []).map((x) => x?.nom).filter(Boolean).pop() || "";
    else if (c.genre === "ligne" || c.genre === "texte") valeur[c.cle] = "";
  }
  return Object.keys(valeur).length ? valeur : { [champ.champs[0].cle]: "" };
}

const NOMS = { choix: "Réponse", erreurs: "Erreur prévue", tours: "Moment", repliques: "Réponse", objectifs: "Objectif", logement: "Élément", exemples: "Phrase", vues: "Élément" };

function listeDObjets(champ, ctx, chemin, valeur, avant = null) {
  const objets = Array.isArray(valeur) ? valeur : [];
  const nom = NOMS[champ.cle] || "Élément";
  const cartes = objets.map((objet, n) => {
    const la = [...chemin, n], id = ident(ctx.bloc, la);
    const deplacer = (vers) => ctx.faire([{ geste: "deplacer", bloc: ctx.bloc, chemin, de: n, vers }], { redessiner: true, viser: ident(ctx.bloc, [...chemin, vers]) });
    const outils = h("div", { class: "at-outils" },
      bouton("↑", () => deplacer(n - 1), { disabled: n === 0, "aria-label": `Monter : ${nom} ${n + 1}` }),
      bouton("↓", () => deplacer(n + 1), { disabled: n === objets.length - 1, "aria-label": `Descendre : ${nom} ${n + 1}` }),
      bouton("Supprimer", () => ctx.faire([{ geste: "retirer", bloc: ctx.bloc, chemin: la }], { redessiner: true, viser: ident(ctx.bloc, chemin) }), { "aria-label": `Supprimer : ${nom} ${n + 1}` }));
    const juste = objet?.juste === true ? " at-juste" : objet?.gravite ? " at-grave" : "";
    return h("li", { class: `at-carte${juste}`, id, "data-champ": id, tabindex: "-1" },
      h("div", { class: "at-carte-tete" }, h("h4", {}, fr(`${nom} ${n + 1}`), objet?.nom ? h("span", { class: "at-petit" }, ` ${objet.nom}`) : null), outils),
      champs(champ.champs, { ...ctx, sansAide: n > 0 }, la, objet, { cache: (c) => cacheDansOption(c, ctx) }));
  });
  const ajouter = bouton(`Ajouter ${champ.nouveau}`, () => ctx.faire(
    [{ geste: "inserer", bloc: ctx.bloc, chemin, rang: objets.length, valeur: neuf(champ, ctx, objets.length) }],
    { redessiner: true, viser: ident(ctx.bloc, [...chemin, objets.length]) }));
  return ensemble(champ, ctx, chemin, h("ol", { class: "at-cartes" }, cartes), avant, ajouter);
}

/** Where the right answer follows the patient, an option carries a value; elsewhere it is ticked. */
function cacheDansOption(champ, ctx) {
  if (ctx.racine.type !== "choix") return false;
  const calcule = ctx.racine.attendu !== undefined;
  return (champ.cle === "juste" && calcule) || (champ.genre === "valeur_calculee" && !calcule);
}

function groupe(champ, ctx, chemin, valeur) {
  if (champ.vide && valeur === undefined && !champ.si) {
    const commencer = bouton(`Ajouter : ${champ.libelle.toLowerCase()}`, () => ctx.faire([{ geste: "poser", bloc: ctx.bloc, chemin, valeur: neuf(champ, ctx, 0) }], { redessiner: true }));
    return h("div", { class: "at-champ", "data-champ": ident(ctx.bloc, chemin) }, champ.aide ? h("p", { class: "aide", text: champ.aide }) : null, commencer);
  }
  const ecrit = valeur ?? champ.defaut ?? {};
  const retirer = champ.vide && !champ.si ? bouton("Retirer", () => ctx.faire([{ geste: "retirer", bloc: ctx.bloc, chemin }], { redessiner: true })) : null;
  return ensemble(champ, ctx, chemin, champs(champ.champs, ctx, chemin, ecrit), retirer);
}

function renvoi(champ, ctx, chemin, valeur) {
  const cibles = (ctx.racine[champ.vers] || []).filter((x) => x?.nom).map((x) => [x.nom, `${x.nom} — ${(x.texte || x.dit || x.on_voit || "").slice(0, 50)}`]);
  return cadre(champ, ctx, chemin, liste(cibles, valeur || undefined, (v) => poser(ctx, champ, chemin, v, { redessiner: true }), champ.obligatoire ? "Choisissez…" : "—"));
}

function renvois(champ, ctx, chemin, valeur) {
  const cibles = (ctx.racine[champ.vers] || []).filter((x) => x?.nom).map((x) => [x.nom, x.texte || x.nom]);
  return cibles.length ? cases({ ...champ, options: cibles, defaut: [] }, ctx, chemin, valeur) : h("div");
}

function grille(champ, ctx, chemin, valeur) {
  const options = ctx.formulaires.grilles.map((g) => [g.nom, `${g.titre} (${ecrireNombre(g.sur)} points)`]);
  const choisie = ctx.formulaires.grilles.find((g) => g.nom === valeur);
  const change = (nom) => {
    const nouvelle = ctx.formulaires.grilles.find((g) => g.nom === nom);
    ctx.faire([{ geste: "poser", bloc: ctx.bloc, chemin, valeur: nom ?? "" }, ...(nouvelle ? [{ geste: "poser", bloc: ctx.bloc, chemin: ["points"], valeur: nouvelle.sur }] : [])], { redessiner: true });
  };
  return cadre(champ, ctx, chemin, liste(options, valeur || undefined, change, valeur ? null : "Choisissez…"),
    choisie ? h("p", { class: "at-petit", text: `Critères : ${choisie.criteres.join(", ")}.` }) : null);
}

export function telQuel(champ, ctx, chemin, valeur) {
  if (valeur === undefined) return h("div");
  return ensemble(champ, ctx, chemin, h("p", { class: "at-tel-quel", text: "Gardé tel quel. Pour le changer : « Voir le texte »." }), h("pre", {}, JSON.stringify(valeur, null, 1)));
}

export const GENRES = { ligne: texte, texte, nombre, entier: nombre, date, choix, oui_non: ouiNon, cases, suite, lignes, liste: listeDObjets, groupe, renvoi, renvois, grille, tel_quel: telQuel };
