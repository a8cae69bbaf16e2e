// The patient panel: constraints of a case on the left, who comes out of them on the right. No judgement here: the
// server draws, checks and describes; this page only writes laws and shows its answers.
//
// monter(element, {protocole, lois, urls: {patients, champs}, xsrf, onchange}) returns {maj, changerProtocole, demonter}.
// onchange(path, value or null) is called for each law changed, removed, or moved into the record.
import { makePicker } from "./patients_choix.js";
import { body } from "./patients_lois.js";
import { copy, fr, h, isLaw, plain, same, shown, sorted } from "./patients_outils.js";
import { makeDraw } from "./patients_tirage.js";

let serial = 0;

export function monter(element, options) {
  const { urls, onchange } = options;
  const ours = `pt${++serial}`;
  const drafts = new Map(); // laws begun and not complete: key -> path
  let echoes = []; // what the laws were after each change said and not yet heard back
  let alive = true;
  // What the pieces of the panel share. `fields`: by name; `catalogue`: null until the server has given it.
  const p = { ours, protocole: options.protocole, lois: copy(options.lois || {}), fields: new Map(), catalogue: null, drafts, law, set, written };

  // --- The frame ---
  const list = h("ul", { class: "pt-lois" });
  const nothing = h("p", { class: "pt-rien", text: "Aucune contrainte. Chaque contrainte précise un peu plus qui vient ; tout le reste est laissé à votre histoire." });
  const notice = h("div", { class: "pt-avis", role: "status" });
  const picker = makePicker(p, begin);
  const result = h("div", { class: "pt-sortie", "aria-busy": "false" });
  const figures = h("div", { class: "pt-sortie", hidden: true });
  const progress = h("p", { class: "pt-progres", role: "status" });
  const drawing = makeDraw(p, options, { list, result, figures, progress });
  const tabs = [["Dix exemples", result], ["Les trente-deux en chiffres", figures]].map(([text, panel], index) => {
    const tab = h("button", { type: "button", role: "tab", id: `${ours}-t${index}`, "aria-controls": `${ours}-p${index}`, "aria-selected": index ? "false" : "true", tabindex: index ? "-1" : "0", text });
    Object.entries({ id: `${ours}-p${index}`, role: "tabpanel", "aria-labelledby": tab.id, tabindex: "0" }).forEach(([k, v]) => panel.setAttribute(k, v));
    return { tab, panel };
  });
  const choose = (index, focus) => tabs.forEach(({ tab, panel }, i) => {
    tab.setAttribute("aria-selected", String(i === index));
    tab.tabIndex = i === index ? 0 : -1;
    panel.hidden = i !== index;
    if (i === index && focus) tab.focus();
  });
  tabs.forEach(({ tab }, index) => {
    tab.addEventListener("click", () => choose(index));
    tab.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") choose(1 - index, true);
    });
  });
  const root = h("div", { class: "asalee-patients" }, h("div", { class: "pt-plan" },
    h("section", { class: "pt-gauche", "aria-labelledby": `${ours}-a` },
      h("h3", { id: `${ours}-a`, text: "Vos contraintes" }), nothing, list, picker.node, notice),
    h("section", { class: "pt-droite", "aria-labelledby": `${ours}-b` },
      h("div", { class: "pt-tete" }, h("h3", { id: `${ours}-b`, text: "Qui sort ?" }),
        h("div", { class: "pt-onglets", role: "tablist", "aria-label": "Ce que montre le tirage" }, tabs.map(({ tab }) => tab))),
      progress, result, figures)));
  element.replaceChildren(root);

  // --- Laws ---
  const key = (path) => path.join(".");
  function law(path) {
    return path.reduce((where, step) => (where && typeof where === "object" ? where[step] : undefined), p.lois);
  }
  /** Every law as [path, law]: those of the record after the record itself. */
  function written() {
    return Object.entries(p.lois).flatMap(([nom, value]) => (nom === "dossier" && isLaw(value, "profil")
      ? [[["dossier"], value], ...Object.entries(value).filter(([inner]) => inner !== "profil").map(([inner, own]) => [["dossier", inner], own])]
      : [[[nom], value]]));
  }
  const pathOf = (field) => (field.dans_dossier && (!field.hors_dossier || p.lois.dossier) ? ["dossier", field.nom] : [field.nom]);

  function set(path, value) {
    const where = path.slice(0, -1).reduce((at, step) => (at[step] ||= {}), p.lois), last = path.at(-1);
    if (value === null) delete where[last];
    else where[last] = copy(value);
    if (value !== null) drafts.delete(key(path));
    echoes = [...echoes.slice(-40), JSON.stringify(sorted(p.lois))];
    onchange?.([...path], copy(value));
    drawing.soon();
  }

  function remove(path) {
    const field = p.fields.get(path.at(-1)), old = law(path);
    const index = [...list.children].findIndex((row) => row.dataset.chemin === key(path));
    drafts.delete(key(path));
    if (old !== undefined) set(path, null);
    render();
    const name = `« ${field?.libelle || path.at(-1)} »`;
    say(`${name} n’est plus contraint.`, old === undefined ? null : ["Annuler", () => { set(path, old); render(); focusRow(path); }]);
    const next = list.children[Math.min(index, list.children.length - 1)];
    (next?.querySelector(".pt-retirer") || picker.opener).focus();
  }

  function say(text, action = null) {
    notice.replaceChildren(h("p", {}, text, action && h("button", { type: "button", class: "pt-lien", onclick: () => { notice.replaceChildren(); action[1](); }, text: action[0] })));
  }

  /** A law is begun; it is written once it can be read. The record is brought when the field needs one. */
  function begin(field) {
    if (field.nom === "dossier") {
      bringRecord(p.catalogue.dossier[p.protocole] || "tout_venant");
      render();
      focusRow(["dossier"]);
      return;
    }
    let said = "";
    if (!field.hors_dossier && !p.lois.dossier) {
      const profil = p.catalogue.dossier[p.protocole] || "tout_venant";
      bringRecord(profil);
      const qui = p.fields.get("dossier").profils.find((one) => one.nom === profil).libelle;
      said = `« ${field.libelle} » se tire avec une personne entière : « ${qui} » est ajouté. Changez-le si votre patient est un autre. `;
    }
    for (const besoin of field.besoins.filter((nom) => !(nom in p.lois))) {
      drafts.set(besoin, [besoin]);
      said += `« ${field.libelle} » a besoin de « ${p.fields.get(besoin).libelle} ». `;
    }
    const path = pathOf(field);
    if (field.genre === "booleen") set(path, true);
    else drafts.set(key(path), path);
    render();
    if (said) say(said);
    else notice.replaceChildren();
    focusRow(path);
  }

  function bringRecord(profil) {
    const moved = Object.entries(p.lois).filter(([nom]) => p.fields.get(nom)?.dans_dossier && p.fields.get(nom).genre !== "booleen");
    moved.forEach(([nom]) => set([nom], null));
    set(["dossier"], { profil });
    moved.forEach(([nom, value]) => set(["dossier", nom], value));
    [...drafts].filter(([nom]) => p.fields.get(nom)?.dans_dossier).forEach(([nom]) => { drafts.delete(nom); drafts.set(`dossier.${nom}`, ["dossier", nom]); });
  }

  const rowOf = (path) => [...list.children].find((row) => row.dataset.chemin === key(path));
  const focusRow = (path) => rowOf(path)?.querySelector("input:checked:not(.pt-sorte input), input:not([type=radio]), input")?.focus();

  function render() {
    const rows = [...written(), ...[...drafts.values()].filter((path) => law(path) === undefined).map((path) => [path, undefined])];
    list.replaceChildren(...rows.map(([path, value]) => makeRow(path, value)));
    nothing.hidden = rows.length > 0;
    picker.refresh();
  }

  // --- One law ---
  function makeRow(path, value) {
    const field = p.fields.get(path.at(-1)), name = field?.libelle || path.at(-1);
    const fault = h("p", { class: "pt-faute", role: "alert", id: `${ours}-f-${key(path)}` });
    const covers = h("p", { class: "pt-couvre" });
    const bounds = field && field.mini !== null ? `de ${shown(field.mini)} à ${shown(field.maxi)}${field.unite ? ` ${field.unite}` : ""}` : field?.contenu || "";
    const group = h("fieldset", { "aria-describedby": fault.id },
      h("legend", {}, name, bounds && h("span", { class: "pt-bornes", text: bounds })));
    const row = h("li", { class: "pt-loi", "data-chemin": key(path) }, group, covers, fault,
      h("button", { type: "button", class: "pt-retirer", "aria-label": fr(`Retirer la contrainte « ${name} »`), title: "Retirer", onclick: () => remove(path) }, "×"));
    const write = (next) => { fault.textContent = ""; row.classList.remove("pt-en-faute"); if (!same(law(path), next)) set(path, next); };
    const refuse = (sentence) => { fault.textContent = fr(sentence); row.classList.toggle("pt-en-faute", Boolean(sentence)); };
    group.append(body(p, path, field, value, write, refuse));
    if (path[0] === "dossier" && path.length === 2) row.classList.add("pt-dedans");
    return row;
  }

  // --- The life of the panel ---
  (async () => {
    try {
      p.catalogue = await (await fetch(urls.champs, { credentials: "same-origin" })).json();
    } catch {
      nothing.textContent = fr("La liste des contraintes n’a pas pu être lue. Rechargez la page ; votre texte est gardé.");
      return;
    }
    if (!alive) return;
    p.fields = new Map(p.catalogue.groupes.flatMap(({ libelle, champs }) => champs.map((field) => {
      field.recherche = plain([field.libelle, field.nom, field.contenu || "", libelle, ...field.profils.map((one) => `${one.libelle} ${one.description}`), ...field.mots.map((m) => m.libelle)].join(" "));
      return [field.nom, field];
    })));
    render();
    drawing.draw();
  })();

  return {
    /** The text changed elsewhere: these are its laws now. */
    maj(next) {
      const heard = echoes.indexOf(JSON.stringify(sorted(next || {})));
      echoes = heard < 0 || same(p.lois, next || {}) ? [] : echoes.slice(heard + 1);
      if (heard >= 0 || same(p.lois, next || {})) return; // her own changes, as the page learns of them one by one
      p.lois = copy(next || {});
      [...drafts].filter(([, path]) => law(path) !== undefined || (path.length > 1 && !p.lois.dossier)).forEach(([name]) => drafts.delete(name));
      if (!p.catalogue) return;
      const at = list.contains(document.activeElement) ? document.activeElement.closest(".pt-loi").dataset.chemin : null;
      render();
      if (at) focusRow(at.split("."));
      drawing.soon();
    },
    changerProtocole(next) {
      if (next === p.protocole) return;
      p.protocole = next;
      picker.refresh();
      drawing.soon();
    },
    demonter() {
      alive = false;
      drawing.stop();
      element.replaceChildren();
    },
  };
}
