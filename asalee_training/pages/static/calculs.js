// The right answer: computed for each patient and worked out by hand for one, or the same for all.
import { GENRES, cadre, ensemble, entreeNombre, ident, liste, rendre } from "./formes.js";
import { bouton, fr, h, pareil } from "./outils.js";

const SORTES = { nombre: ["nombre"], zones_pied: ["sites"], choix: ["mot", "oui_non", "nombre"] };
const dit = (v) => (v === true ? "Oui" : v === false ? "Non" : String(v).replace(/_/g, " "));

/** Computations that suit; those that this patient does not allow say what is missing. */
function calculable(ctx, sorte, valeur, change, erreur = false) {
  const voulus = ctx.vue.calculs.filter((c) => erreur || !c.erreur || c.nom === valeur);
  const bons = voulus.filter((c) => c.possible && SORTES[sorte].includes(c.sorte));
  const autres = voulus.filter((c) => !c.possible && c.nom !== valeur);
  const choix = liste(bons.map((c) => [c.nom, c.description]), undefined, change, "Choisissez le calcul…");
  const connu = ctx.vue.calculs.find((c) => c.nom === valeur);
  if (valeur && !bons.includes(connu)) choix.append(h("option", { value: JSON.stringify(valeur) }, fr(connu ? `${connu.description} (le patient ne le permet pas)` : `${valeur} (inconnu)`)));
  choix.append(h("optgroup", { label: fr("Le patient n’a pas ce qu’il faut") }, autres.map((c) => h("option", { disabled: true }, fr(`${c.description} — il manque ${c.manque.join(", ")}`)))));
  choix.value = valeur ? JSON.stringify(valeur) : "";
  return choix;
}

function modes(ctx, chemin, options, courant, change) {
  const nom = `${ident(ctx.bloc, chemin)}-mode`;
  return h("div", { class: "at-modes", role: "radiogroup" }, options.map(([valeur, mots]) => {
    const radio = h("input", { type: "radio", name: nom, id: `${nom}-${valeur}`, onchange: () => change(valeur) });
    radio.checked = valeur === courant;
    return h("label", { class: "at-case" }, radio, fr(mots));
  }));
}

const poserOuRetirer = (ctx, chemin, valeur) => (valeur === undefined ? { geste: "retirer", bloc: ctx.bloc, chemin } : { geste: "poser", bloc: ctx.bloc, chemin, valeur });

function attendu(champ, ctx, chemin, valeur) {
  const sorte = champ.sorte, cleMode = ident(ctx.bloc, chemin);
  const ecrit = valeur?.calcul !== undefined ? "calcul" : valeur?.valeur !== undefined ? "valeur" : null;
  const mode = ecrit ?? ctx.modes.get(cleMode) ?? (sorte === "choix" ? "toujours" : null);
  const options = sorte === "choix"
    ? [["toujours", "Elle est la même pour toutes les patientes"], ["calcul", "Elle suit le patient : un calcul la donne"]]
    : [["calcul", "Un calcul, refait pour chaque patiente"], ["valeur", "La même valeur pour toutes"]];
  const changer = (nouveau) => {
    ctx.modes.set(cleMode, nouveau);
    const gestes = nouveau === "toujours" ? [poserOuRetirer(ctx, chemin)]
      : nouveau === "valeur" ? ["calcul", "temoin"].map((c) => poserOuRetirer(ctx, [...chemin, c])) : [poserOuRetirer(ctx, [...chemin, "valeur"])];
    if (nouveau === "calcul" && sorte === "choix") gestes.push(...(ctx.racine.choix || []).flatMap((o, n) => (o?.juste !== undefined ? [poserOuRetirer(ctx, ["choix", n, "juste"])] : [])));
    ctx.faire(gestes, { redessiner: true });
  };
  const suite = mode === "calcul" ? calcule(ctx, sorte, chemin, valeur || {}) : mode === "valeur" ? fixe(ctx, sorte, chemin, valeur || {}) : [];
  return ensemble({ ...champ, aide: "" }, ctx, chemin, modes(ctx, chemin, options, mode, changer), suite);
}

function calcule(ctx, sorte, chemin, valeur) {
  const choix = calculable(ctx, sorte, valeur.calcul, (nom) => {
    const gestes = [poserOuRetirer(ctx, [...chemin, "calcul"], nom)];
    const calcul = ctx.vue.calculs.find((c) => c.nom === nom);
    if (sorte === "nombre" && calcul?.unite && !ctx.racine.unite) gestes.push(poserOuRetirer(ctx, ["unite"], calcul.unite));
    ctx.faire(gestes, { redessiner: true });
  });
  const parties = [cadre({ cle: "calcul", libelle: "Quel calcul ?", obligatoire: true }, ctx, [...chemin, "calcul"], choix)];
  const connu = ctx.vue.calculs.find((c) => c.nom === valeur.calcul);
  if (!connu) return parties;
  if (!connu.possible) parties.push(h("p", { class: "at-remarque", text: `Le patient n’a pas ce que ce calcul lit : ${connu.manque.join(", ")}. Ajoutez-le dans « Le patient ».` }), bouton("Aller au patient", () => ctx.aller("patient")));
  parties.push(temoins(ctx, connu.lit));
  const id = ident(ctx.bloc, [...chemin, "temoin"]);
  const libelle = { cle: "temoin", genre: "nombre", libelle: "Votre résultat, calculé à la main pour ce patient témoin", obligatoire: true,
    aide: "C’est une double saisie : écrivez le vôtre d’abord, la machine refait le calcul et compare." };
  const double = h("p", { class: "at-double", id: `${id}-double`, "aria-live": "polite" });
  if (sorte === "nombre" || (sorte === "choix" && connu.sorte === "nombre")) parties.push(cadre(libelle, ctx, [...chemin, "temoin"], entreeNombre(libelle, ctx, [...chemin, "temoin"], valeur.temoin), double));
  else if (sorte === "zones_pied") parties.push(h("div", {}, GENRES.cases({ ...libelle, options: ctx.zones, defaut: undefined, aucune: "Aucun site" }, ctx, [...chemin, "temoin"], valeur.temoin), double));
  else parties.push(cadre(libelle, ctx, [...chemin, "temoin"], liste(valeursDe(connu, valeur.temoin), valeur.temoin, (v) => ctx.faire([poserOuRetirer(ctx, [...chemin, "temoin"], v)], { redessiner: true }), "Choisissez…"), double));
  if (sorte === "nombre") parties.push(tolerance(ctx, chemin, valeur));
  return parties;
}

const valeursDe = (calcul, ecrite) => calcul.valeurs.map((v) => [v, dit(v)]).concat(ecrite === undefined || calcul.valeurs.some((v) => pareil(v, ecrite)) ? [] : [[ecrite, dit(ecrite)]]);

/** The witness, where the hand-worked result is asked for: only what this computation reads. */
function temoins(ctx, lus) {
  const voulus = ctx.vue.temoin.champs.filter((c) => lus.includes(c.cle));
  return h("div", { class: "at-temoin" }, h("p", { class: "at-temoin-titre" }, "Le patient témoin"),
    h("p", { class: "aide", text: "Une seule personne, précise, sur laquelle vous faites le calcul à la main." }), h("div", { class: "at-temoin-champs" }, champsTemoin(ctx, voulus)), proposer(ctx));
}

export function champsTemoin(ctx, voulus) {
  const entete = { ...ctx, bloc: ctx.entete, racine: ctx.vue.blocs[ctx.entete].valeurs };
  const valeurs = entete.racine?.patient_temoin || {};
  return voulus.map((c) => (c.genre === "structure" ? structure(c, entete, valeurs) : rendre(c, entete, ["patient_temoin", c.cle], valeurs[c.cle], valeurs)));
}

function structure(champ, ctx, valeurs) {
  const chemin = ["patient_temoin", champ.cle];
  const contenu = champ.mots ? h("table", { class: "at-mots" }, h("tbody", {}, champ.mots.map(([quoi, combien]) => h("tr", {}, h("th", { scope: "row" }, fr(quoi)), h("td", {}, fr(combien))))))
    : h("p", { class: "at-petit", text: "Rien encore. Prenez ci-dessous une personne tirée : ses réponses seront écrites ici, à vous de conclure à la main." });
  return ensemble({ ...champ, aide: valeurs[champ.cle] === undefined ? "" : "Pour le changer point par point : « Voir le texte »." }, ctx, chemin, contenu);
}

/** Copy somebody drawn: the values, never the result. */
export function proposer(ctx) {
  const { propositions } = ctx.vue.temoin;
  if (!propositions.length) return null;
  return h("div", { class: "at-proposer" }, h("span", {}, fr("Reprendre une personne tirée :")), propositions.map((p, n) => bouton(`n° ${n + 1}`, () => ctx.faire(
    Object.entries(p).map(([cle, valeur]) => ({ geste: "poser", bloc: ctx.entete, chemin: ["patient_temoin", cle], valeur })), { redessiner: true }), { "aria-label": `Prendre pour témoin la personne tirée n° ${n + 1}` })));
}

const tolerance = (ctx, chemin, valeur) => rendre({ cle: "tolerance", genre: "nombre", libelle: "Écart accepté", obligatoire: true, aide: "Dans l’unité de la réponse. 0,5 accepte de 58,4 à 59,4 autour de 58,9." }, ctx, [...chemin, "tolerance"], valeur.tolerance);

function fixe(ctx, sorte, chemin, valeur) {
  const la = [...chemin, "valeur"];
  if (sorte === "zones_pied") return [GENRES.cases({ cle: "valeur", libelle: "Les sites attendus", options: ctx.zones, obligatoire: true, aucune: "Aucun site" }, ctx, la, valeur.valeur)];
  return [rendre({ cle: "valeur", genre: "nombre", libelle: "La bonne réponse", obligatoire: true, aide: "" }, ctx, la, valeur.valeur), tolerance(ctx, chemin, valeur)];
}

/** By what a foreseen error is known. */
function si(champ, ctx, chemin, valeur) {
  const sorte = champ.sorte, cleMode = ident(ctx.bloc, chemin);
  const fixes = sorte === "zones_pied" ? "zones" : "valeur";
  const ecrit = valeur?.calcul !== undefined ? "calcul" : valeur?.[fixes] !== undefined ? fixes : valeur?.oubli ? "oubli" : valeur?.autre_unite ? "autre_unite" : null;
  const mode = ecrit ?? ctx.modes.get(cleMode) ?? null;
  const options = [["calcul", "Un autre calcul donne cette erreur"], sorte === "zones_pied" ? ["zones", "Ces sites, et eux seuls"] : ["valeur", "Une valeur précise"]];
  if (sorte === "zones_pied") options.push(["oubli", "Il manque au moins un site"]);
  else if (ctx.racine.grandeur || mode === "autre_unite") options.push(["autre_unite", "Le nombre d’une autre unité"]);
  const changer = (nouveau) => {
    ctx.modes.set(cleMode, nouveau);
    ctx.faire(["oubli", "autre_unite"].includes(nouveau) ? [poserOuRetirer(ctx, chemin, { [nouveau]: true })] : valeur !== undefined ? [poserOuRetirer(ctx, chemin)] : [], { redessiner: true });
  };
  const la = [...chemin, mode];
  const suite = mode === "calcul" ? cadre({ cle: "calcul", libelle: "Quel calcul ?", obligatoire: true }, ctx, la, calculable(ctx, sorte, valeur?.calcul, (nom) => ctx.faire([poserOuRetirer(ctx, chemin, nom ? { calcul: nom } : undefined)], { redessiner: true }), true))
    : mode === "valeur" ? rendre({ cle: "valeur", genre: "nombre", libelle: "La valeur fausse", obligatoire: true, aide: "" }, ctx, la, valeur?.valeur)
      : mode === "zones" ? GENRES.cases({ cle: "zones", libelle: "Les sites désignés par erreur", options: ctx.zones, aucune: "Aucun site" }, ctx, la, valeur?.zones) : null;
  return ensemble(champ, ctx, chemin, modes(ctx, chemin, options, mode, changer), suite);
}

/** The foreseen errors; those that the program can work out for this computation are one click away. */
function erreurs(champ, ctx, chemin, valeur) {
  const prevues = Array.isArray(valeur) ? valeur : [];
  const calcul = ctx.vue.calculs.find((c) => c.nom === ctx.racine.attendu?.calcul);
  const possibles = new Set(ctx.vue.calculs.filter((c) => c.possible).map((c) => c.nom));
  const restantes = (calcul?.confusions || []).filter(([nom]) => possibles.has(nom) && !prevues.some((e) => e?.si?.calcul === nom));
  const rang = prevues.length;
  const boutons = restantes.map(([nom, mots]) => bouton(mots, () => ctx.faire(
    [{ geste: "inserer", bloc: ctx.bloc, chemin, rang, valeur: { si: { calcul: nom }, retour: "" } }],
    { redessiner: true, viser: ident(ctx.bloc, [...chemin, rang]) }), { "aria-label": `Prévoir cette erreur : ${mots}` }));
  const proposees = boutons.length ? h("div", { class: "at-proposer" }, h("span", {}, fr("Erreurs connues de ce calcul, à prévoir d’un clic :")), boutons) : null;
  const libelle = rang ? champ.libelle : `${champ.libelle} (obligatoire : une au moins)`;
  return GENRES.liste({ ...champ, libelle }, ctx, chemin, valeur, proposees);
}

function valeurCalculee(champ, ctx, chemin, valeur) {
  const calcul = ctx.vue.calculs.find((c) => c.nom === ctx.racine.attendu?.calcul);
  const change = (v) => ctx.faire([poserOuRetirer(ctx, chemin, v)], { redessiner: true });
  if (calcul?.valeurs.length) return cadre({ ...champ, obligatoire: true }, ctx, chemin, liste(valeursDe(calcul, valeur), valeur, change, "Choisissez…"));
  return rendre({ ...champ, genre: typeof valeur === "string" ? "ligne" : "nombre", obligatoire: true }, ctx, chemin, valeur);
}

Object.assign(GENRES, { attendu, si, erreurs, valeur_calculee: valeurCalculee });
