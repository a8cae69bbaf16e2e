// The patient panel: constraints of a case on the left, who comes out of them on the right. No judgement here: the
// server draws, checks and describes; this page only writes laws and shows its answers.
//
// AsaleePatients.monter(element, {protocole, lois, urls: {patients, champs}, xsrf, onchange}) returns {maj, changerProtocole,
// demonter}. onchange(path, value or null) is called for each law changed, removed, or moved into the record.
(() => {
  "use strict";

  const PAUSE_MS = 350;
  const SIGNES = /[\u0300-\u036f]/g;
  /** French spaces: narrow before ; : ! ?, no-break inside « ». */
  const fr = (text) => text.replace(/ ([;:!?])/g, "\u202f$1").replace(/« /g, "«\u00a0").replace(/ »/g, "\u00a0»");
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(SIGNES, "").replace(/’/g, "'");
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const sorted = (value) => (value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])])) : value);
  const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  const isLaw = (law, key) => law !== null && typeof law === "object" && !Array.isArray(law) && key in law;
  const shown = (number) => String(number).replace(".", ",");

  function h(tag, props = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name === "text") node.textContent = fr(value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child !== null && child !== undefined)
      .map((child) => (typeof child === "string" ? fr(child) : child)));
    return node;
  }

  let serial = 0;

  function monter(element, options) {
    const { urls, xsrf, onchange } = options;
    let { protocole } = options;
    let lois = copy(options.lois || {});
    let fields = new Map(), catalogue = null, request = null, timer = 0, alive = true;
    let echoes = []; // what the laws were after each change said and not yet heard back
    const drafts = new Map(); // laws begun and not complete: key -> path
    const ours = `pt${++serial}`;

    // --- The frame ---
    const list = h("ul", { class: "pt-lois" });
    const nothing = h("p", { class: "pt-rien", text: "Aucune contrainte. Chaque contrainte précise un peu plus qui vient ; tout le reste est laissé à votre histoire." });
    const notice = h("div", { class: "pt-avis", role: "status" });
    const picker = makePicker();
    const result = h("div", { class: "pt-sortie", "aria-busy": "false" });
    const figures = h("div", { class: "pt-sortie", hidden: true });
    const progress = h("p", { class: "pt-progres", role: "status" });
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
    const law = (path) => path.reduce((where, step) => (where && typeof where === "object" ? where[step] : undefined), lois);
    /** Every law as [path, law]: those of the record after the record itself. */
    const written = () => Object.entries(lois).flatMap(([nom, value]) => (nom === "dossier" && isLaw(value, "profil")
      ? [[["dossier"], value], ...Object.entries(value).filter(([inner]) => inner !== "profil").map(([inner, own]) => [["dossier", inner], own])]
      : [[[nom], value]]));
    const pathOf = (field) => (field.dans_dossier && (!field.hors_dossier || lois.dossier) ? ["dossier", field.nom] : [field.nom]);

    function set(path, value) {
      const where = path.slice(0, -1).reduce((at, step) => (at[step] ||= {}), lois), last = path.at(-1);
      if (value === null) delete where[last];
      else where[last] = copy(value);
      if (value !== null) drafts.delete(key(path));
      echoes = [...echoes.slice(-40), JSON.stringify(sorted(lois))];
      onchange?.([...path], copy(value));
      soon();
    }

    function remove(path) {
      const field = fields.get(path.at(-1)), old = law(path);
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
        bringRecord(catalogue.dossier[protocole] || "tout_venant");
        render();
        focusRow(["dossier"]);
        return;
      }
      let said = "";
      if (!field.hors_dossier && !lois.dossier) {
        const profil = catalogue.dossier[protocole] || "tout_venant";
        bringRecord(profil);
        const qui = fields.get("dossier").profils.find((p) => p.nom === profil).libelle;
        said = `« ${field.libelle} » se tire avec une personne entière : « ${qui} » est ajouté. Changez-le si votre patient est un autre. `;
      }
      for (const besoin of field.besoins.filter((nom) => !(nom in lois))) {
        drafts.set(besoin, [besoin]);
        said += `« ${field.libelle} » a besoin de « ${fields.get(besoin).libelle} ». `;
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
      const moved = Object.entries(lois).filter(([nom]) => fields.get(nom)?.dans_dossier && fields.get(nom).genre !== "booleen");
      moved.forEach(([nom]) => set([nom], null));
      set(["dossier"], { profil });
      moved.forEach(([nom, value]) => set(["dossier", nom], value));
      [...drafts].filter(([nom]) => fields.get(nom)?.dans_dossier).forEach(([nom]) => { drafts.delete(nom); drafts.set(`dossier.${nom}`, ["dossier", nom]); });
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
      const field = fields.get(path.at(-1)), name = field?.libelle || path.at(-1);
      const fault = h("p", { class: "pt-faute", role: "alert", id: `${ours}-f-${key(path)}` });
      const covers = h("p", { class: "pt-couvre" });
      const bounds = field && field.mini !== null ? `de ${shown(field.mini)} à ${shown(field.maxi)}${field.unite ? ` ${field.unite}` : ""}` : field?.contenu || "";
      const group = h("fieldset", { "aria-describedby": fault.id },
        h("legend", {}, name, bounds && h("span", { class: "pt-bornes", text: bounds })));
      const row = h("li", { class: "pt-loi", "data-chemin": key(path) }, group, covers, fault,
        h("button", { type: "button", class: "pt-retirer", "aria-label": fr(`Retirer la contrainte « ${name} »`), title: "Retirer", onclick: () => remove(path) }, "×"));
      const write = (next) => { fault.textContent = ""; row.classList.remove("pt-en-faute"); if (!same(law(path), next)) set(path, next); };
      const refuse = (sentence) => { fault.textContent = fr(sentence); row.classList.toggle("pt-en-faute", Boolean(sentence)); };
      group.append(body(path, field, value, write, refuse));
      if (path[0] === "dossier" && path.length === 2) row.classList.add("pt-dedans");
      return row;
    }

    function body(path, field, value, write, refuse) {
      if (!field) return h("p", { class: "pt-fixe", text: "Ce nom n’est pas connu : corrigez-le dans le texte, ou retirez-le." });
      if (field.genre === "profil") return profiles(path, field, value, refuse);
      if (field.genre === "booleen" && (value === undefined || typeof value === "boolean")) return yesNo(path, value, write);
      if (field.genre === "mot" && readable(value)) return words(field, value, write, refuse);
      if (field.genre === "texte" && readable(value)) return names(value, write, refuse);
      if (field.mini !== null && (readable(value) || isLaw(value, "entre"))) return numbers(path, field, value, write, refuse);
      return h("p", { class: "pt-fixe", text: "Cette contrainte est écrite dans le texte, d’une façon que ce panneau ne change pas." });
    }

    /** A plain value, a choice, or nothing yet. */
    const readable = (value) => value === undefined || typeof value !== "object" || (isLaw(value, "parmi") && Array.isArray(value.parmi) && value.parmi.every((one) => typeof one !== "object"));
    const asList = (value) => (value === undefined ? [] : isLaw(value, "parmi") ? value.parmi : [value]);
    const asLaw = (chosen) => (chosen.length === 1 ? chosen[0] : { parmi: chosen });
    const option = (type, name, text, checked, onchange_, detail = null) => h("label", { class: "pt-option" },
      h("input", { type, name, checked, onchange: onchange_ }), h("span", {}, text, detail && h("small", { text: detail })));

    function yesNo(path, value, write) {
      const name = `${ours}-${key(path)}`;
      return h("div", { class: "pt-choix" }, option("radio", name, "oui", value === true, () => write(true)), option("radio", name, "non", value === false, () => write(false)));
    }

    /** Boxes to tick. One ticked is a value, several a choice; a word written twice in the text keeps its weight. */
    function ticks(items, chosen, ecrire, refuse) {
      let kept = [...chosen];
      return h("div", { class: "pt-choix pt-cases" }, items.map(({ id, text, detail }) => {
        const times = kept.filter((one) => one === id).length;
        return option("checkbox", "", times > 1 ? `${text} (compte ${times} fois)` : text, times > 0, (event) => {
          kept = event.target.checked ? [...kept, id] : kept.filter((one) => one !== id);
          if (kept.length) ecrire(kept);
          else refuse("Cochez au moins une réponse, ou retirez la contrainte.");
        }, detail);
      }));
    }

    const words = (field, value, write, refuse) => ticks(field.mots.map(({ mot, libelle }) => ({ id: mot, text: libelle })), asList(value), (kept) => write(asLaw(kept)), refuse);

    function profiles(path, field, value, refuse) {
      const target = [...path, "profil"];
      const items = field.profils.map(({ nom, libelle, description }) => ({ id: nom, text: libelle, detail: description }));
      const node = ticks(items, value === undefined ? [] : asList(value.profil), (kept) => {
        refuse("");
        if (law(path) === undefined) set(path, { profil: asLaw(kept) });
        else if (path[0] === "dossier") set(target, asLaw(kept)); // its other laws stay
        else set(path, { profil: asLaw(kept) });
      }, refuse);
      node.classList.add("pt-profils");
      if (value === undefined) return node;
      const change = h("button", { type: "button", class: "pt-lien pt-changer", "aria-expanded": "false", "aria-label": fr(`Changer « ${field.libelle} » : ${items.length} choix`), onclick: () => {
        const folded = node.classList.toggle("pt-replie");
        change.setAttribute("aria-expanded", String(!folded));
        change.textContent = folded ? "Changer" : "Replier";
      }, text: "Changer" });
      node.classList.toggle("pt-replie", items.length > 1);
      change.hidden = items.length < 2;
      return h("div", {}, node, change);
    }

    function names(value, write, refuse) {
      const input = h("input", { type: "text", class: "pt-texte", value: asList(value).join(" ; "), "aria-label": fr("Un prénom, ou plusieurs séparés par des points-virgules") });
      onTyping(input, () => {
        const said = input.value.split(";").map((one) => one.trim()).filter(Boolean);
        if (!said.length) refuse("Écrivez au moins un prénom, inventé.");
        else write(asLaw(said));
      });
      return h("div", { class: "pt-ligne" }, input, h("small", { text: "Plusieurs : séparez-les par « ; »." }));
    }

    function numbers(path, field, value, write, refuse) {
      const sorts = [["valeur", "vaut"], ["entre", "entre"], ["parmi", "parmi"]];
      let sort = value === undefined || isLaw(value, "entre") ? "entre" : isLaw(value, "parmi") ? "parmi" : "valeur";
      const place = h("span", { class: "pt-place" });
      const number = (label, initial, placeholder = "") => h("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "pt-nombre", "aria-label": fr(label), value: initial === undefined ? "" : shown(initial), placeholder });
      const unit = () => (field.unite ? h("span", { class: "pt-unite", text: field.unite }) : null);
      const current = () => law(path);

      function read(text, label, step = false) {
        const number_ = Number(text.trim().replace(/[\s\u202f\u00a0]/g, "").replace("−", "-").replace(",", "."));
        if (!text.trim()) return [null, ""];
        if (!Number.isFinite(number_)) return [null, `${label} : « ${text.trim().slice(0, 20)} » n’est pas un nombre.`];
        if (field.genre === "entier" && !Number.isInteger(number_)) return [null, `${label} : écrivez un nombre entier.`];
        if (step) return number_ > 0 ? [number_, ""] : [null, "Le pas est plus grand que zéro."];
        if (number_ < field.mini || number_ > field.maxi) return [null, `${label} : ${shown(number_)} n’est pas possible ; de ${shown(field.mini)} à ${shown(field.maxi)}${field.unite ? ` ${field.unite}` : ""}.`];
        return [number_, ""];
      }

      function fill() {
        const now = current(), first = asList(isLaw(now, "entre") ? now.entre[0] : now)[0];
        if (sort === "valeur") {
          const input = number(`${field.libelle} : valeur`, first);
          onTyping(input, () => { const [n, why] = read(input.value, "Valeur"); if (n !== null) write(n); else refuse(why); });
          place.replaceChildren(...[input, unit()].filter(Boolean));
        } else if (sort === "entre") {
          const bounds = isLaw(now, "entre") ? now.entre : asList(now).filter((n) => typeof n === "number");
          const low = number(`${field.libelle} : de`, bounds.length ? Math.min(...bounds) : undefined);
          const high = number(`${field.libelle} : à`, bounds.length ? Math.max(...bounds) : undefined);
          const pas = number(`${field.libelle} : de combien en combien`, isLaw(now, "pas") ? now.pas : undefined, shown(Number(field.pas.toFixed(3))));
          const par = h("span", { class: "pt-par", hidden: !isLaw(now, "pas") }, "par pas de ", pas);
          const plus = h("button", { type: "button", class: "pt-lien", hidden: isLaw(now, "pas"), text: "par pas…", "aria-label": fr(`${field.libelle} : tirer par pas`), onclick: () => { par.hidden = false; plus.hidden = true; pas.focus(); } });
          const go = () => {
            const [a, whyA] = read(low.value, "Première borne"), [b, whyB] = read(high.value, "Seconde borne"), [p, whyP] = read(pas.value, "Pas", true);
            const why = whyA || whyB || whyP;
            if (why) refuse(why);
            else if (a === null || b === null) refuse(current() === undefined ? "" : "Écrivez les deux bornes.");
            else if (a > b) refuse(`La première borne, ${shown(a)}, dépasse la seconde, ${shown(b)}.`);
            else write(p === null ? { entre: [a, b] } : { entre: [a, b], pas: p });
          };
          [low, high, pas].forEach((input) => onTyping(input, go));
          place.replaceChildren(...[low, h("span", { text: "et" }), high, unit(), par, plus].filter(Boolean));
        } else {
          const numbers_ = isLaw(now, "entre") ? [...new Set(now.entre)] : asList(now);
          const input = h("input", { type: "text", inputmode: "text", autocomplete: "off", class: "pt-texte", "aria-label": fr(`${field.libelle} : valeurs séparées par des points-virgules`), value: numbers_.map(shown).join(" ; "), placeholder: "58 ; 62 ; 70".slice(0, field.maxi >= 58 ? 12 : 0) });
          onTyping(input, () => {
            const got = input.value.split(";").filter((one) => one.trim()).map((one) => read(one, "Valeur"));
            const why = got.find(([, sentence]) => sentence)?.[1];
            if (why) refuse(why);
            else if (got.length) write({ parmi: got.map(([n]) => n) });
          });
          place.replaceChildren(...[input, unit(), h("small", { text: "Séparez-les par « ; »." })].filter(Boolean));
        }
      }

      const sorte = h("select", { class: "pt-sorte", "aria-label": fr(`${field.libelle} : sorte de contrainte`), onchange: () => {
        sort = sorte.value;
        fill();
        place.querySelector("input").dispatchEvent(new Event("change"));
      } }, sorts.map(([id, text]) => h("option", { value: id, selected: id === sort, text })));
      fill();
      return h("div", { class: "pt-ligne" }, sorte, place);
    }

    /** After a pause of the hand, or at once when she leaves the box or presses Enter. */
    function onTyping(input, go) {
      let wait = 0;
      input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(go, 700); });
      input.addEventListener("change", () => { clearTimeout(wait); go(); });
      input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); clearTimeout(wait); go(); } });
    }

    // --- The list of what may be constrained ---
    function makePicker() {
      const search = h("input", { type: "search", class: "pt-cherche", placeholder: "Chercher : HbA1c, tabac, pouls…", "aria-label": "Chercher une contrainte", autocomplete: "off" });
      const groups = h("div", { class: "pt-groupes" });
      const count = h("p", { class: "pt-compte", role: "status" });
      const panel = h("div", { class: "pt-ajout", hidden: true }, search, count, groups);
      const opener = h("button", { type: "button", class: "pt-ajouter", "aria-expanded": "false", text: "+ Ajouter une contrainte", onclick: () => toggle(panel.hidden) });

      function toggle(open) {
        panel.hidden = !open;
        opener.setAttribute("aria-expanded", String(open));
        if (open) { search.value = ""; refresh(); search.focus(); panel.scrollIntoView({ block: "nearest" }); } else opener.focus();
      }

      /** Why a field cannot be added now, "" when it can. */
      function closed(field) {
        if (written().some(([path]) => path.at(-1) === field.nom) || [...drafts.values()].some((path) => path.at(-1) === field.nom)) return "déjà là";
        if (field.donne_par && field.donne_par in lois) return `déjà tiré par « ${fields.get(field.donne_par).libelle} »`;
        const rival = field.genre === "profil" && field.nom !== "dossier" && field.donne.find((nom) => nom in lois);
        return rival ? `retirez d’abord « ${fields.get(rival)?.libelle || rival} »` : "";
      }

      function refresh() {
        if (!catalogue || panel.hidden) return;
        const asked = plain(search.value.trim()), open = new Set([...groups.querySelectorAll("details[open]")].map((node) => node.dataset.groupe));
        const first = !groups.children.length, order = catalogue.ordre[protocole] || catalogue.groupes.map(({ nom }) => nom);
        let found = 0;
        const far = ({ libelle }) => (plain(libelle) === asked ? 0 : plain(libelle).startsWith(asked) ? 1 : 2);
        const kept = order.map((nom) => catalogue.groupes.find((group) => group.nom === nom)).map((group) => ({
          group, fits: group.champs.filter((field) => !asked || asked.split(/\s+/).every((word) => field.recherche.includes(word))),
        })).filter(({ fits }) => fits.length);
        if (asked) { // what she typed, first
          kept.forEach(({ fits }) => fits.sort((a, b) => far(a) - far(b)));
          kept.sort((a, b) => far(a.fits[0]) - far(b.fits[0]));
        }
        groups.replaceChildren(...kept.map(({ group, fits }, index) => {
          found += fits.length;
          return h("details", { "data-groupe": group.nom, open: Boolean(asked) || open.has(group.nom) || (first && index < 2) },
            h("summary", {}, group.libelle, h("span", { class: "pt-nombre-champs", text: String(fits.length) })),
            h("ul", {}, fits.map(choice)));
        }));
        count.textContent = fr(asked ? (found ? `${found} contrainte${found > 1 ? "s" : ""} possible${found > 1 ? "s" : ""}` : "Rien de ce nom. Essayez un autre mot, ou effacez la recherche.") : "");
      }

      function choice(field) {
        const why = closed(field);
        return h("li", {}, h("button", { type: "button", class: field.genre === "profil" ? "pt-champ pt-ensemble" : "pt-champ", "aria-disabled": why ? "true" : null, onclick: () => { if (!why) { toggle(false); begin(field); } } },
          h("span", { text: field.libelle }), h("small", { text: why || field.contenu || field.unite || (field.genre === "booleen" ? "oui ou non" : "") })));
      }

      const buttons = () => [...groups.querySelectorAll("summary, details[open] button")];
      panel.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { event.stopPropagation(); toggle(false); return; }
        if (event.key === "Enter" && event.target === search) {
          event.preventDefault();
          groups.querySelector("details[open] button:not([aria-disabled])")?.click();
          return;
        }
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        const all = [search, ...buttons()], at = all.indexOf(document.activeElement);
        all[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), all.length - 1)].focus();
      });
      search.addEventListener("input", refresh);
      return { node: h("div", { class: "pt-plus" }, opener, panel), opener, refresh };
    }

    // --- Who comes out ---
    const busy = (value) => [result, figures].forEach((node) => node.setAttribute("aria-busy", String(value)));

    function soon() {
      busy(true);
      clearTimeout(timer);
      timer = setTimeout(draw, PAUSE_MS);
    }

    async function ask(etape, signal) {
      const answer = await fetch(urls.patients, {
        method: "POST", signal, credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf },
        body: JSON.stringify({ protocole, patient: lois, etape }),
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".pt-resultat");
      if (!page) throw new Error(`unexpected answer ${answer.status}`);
      return document.adoptNode(page);
    }

    async function draw() {
      request?.abort();
      const mine = (request = new AbortController());
      const slow = setTimeout(() => { progress.textContent = fr("Tirage en cours…"); }, 300);
      busy(true);
      try {
        const cards = await ask("exemples", mine.signal);
        faults(cards);
        const opened = [...result.querySelectorAll("details")].map((node) => node.open);
        if (cards.querySelector(".pt-carte") || !cards.querySelector(".pt-problemes") || !result.querySelector(".pt-carte")) result.replaceChildren(cards);
        else { // nobody comes out: the last ones stay, greyed, under what is wrong
          result.querySelectorAll(".pt-problemes").forEach((node) => node.remove());
          result.prepend(cards.querySelector(".pt-problemes"));
        }
        [...result.querySelectorAll("details")].forEach((node, index) => { node.open = Boolean(opened[index]); });
        result.classList.toggle("pt-ancien", !cards.querySelector(".pt-carte") && Boolean(result.querySelector(".pt-carte")));
        result.setAttribute("aria-busy", "false");
        const some = result.querySelectorAll(".pt-carte").length;
        clearTimeout(slow);
        if (cards.dataset.etat !== "tires" || result.querySelector(".pt-problemes")) {
          progress.textContent = "";
          figures.replaceChildren(h("p", { class: "pt-vide", text: "Rien à compter tant qu’aucun patient ne sort." }));
          return;
        }
        progress.textContent = fr(`${some} exemples tirés ; je compte les trente-deux…`);
        const rest = await ask("etendue", mine.signal);
        figures.replaceChildren(rest);
        if (rest.querySelector(".pt-problemes")) {
          result.querySelectorAll(".pt-problemes").forEach((node) => node.remove());
          result.prepend(rest.querySelector(".pt-problemes").cloneNode(true));
        }
        faults(rest);
        cover(rest);
        progress.textContent = rest.querySelector(".pt-problemes") ? "" : fr("Dix exemples, tirés comme le seront les trente-deux patients de vos apprenantes ; ce ne sont pas les mêmes.");
      } catch (error) {
        if (error.name === "AbortError" || !alive) return;
        progress.textContent = fr("Le tirage n’a pas répondu. Vos contraintes sont gardées ; changez-en une, ou rechargez la page.");
      } finally {
        clearTimeout(slow);
        if (request === mine) busy(false);
      }
    }

    /** What is wrong, said under the law that it is about. */
    function faults(page) {
      for (const row of list.children) {
        const said = [...page.querySelectorAll(".pt-problemes li")].find((one) => one.dataset.chemin === row.dataset.chemin);
        if (!said && !row.dataset.serveur) continue;
        row.querySelector(".pt-faute").textContent = said ? said.textContent : "";
        row.classList.toggle("pt-en-faute", Boolean(said));
        if (said) row.dataset.serveur = "oui";
        else delete row.dataset.serveur;
      }
    }

    /** Under each law, what the thirty-two have of it. */
    function cover(page) {
      for (const row of list.children) {
        const line = page.querySelector(`tr[data-nom="${row.dataset.chemin.split(".").at(-1)}"]`);
        row.querySelector(".pt-couvre").textContent = line?.dataset.resume || "";
      }
    }

    // --- The life of the panel ---
    (async () => {
      try {
        catalogue = await (await fetch(urls.champs, { credentials: "same-origin" })).json();
      } catch {
        nothing.textContent = fr("La liste des contraintes n’a pas pu être lue. Rechargez la page ; votre texte est gardé.");
        return;
      }
      if (!alive) return;
      fields = new Map(catalogue.groupes.flatMap(({ libelle, champs }) => champs.map((field) => {
        field.recherche = plain([field.libelle, field.nom, field.contenu || "", libelle, ...field.profils.map((p) => `${p.libelle} ${p.description}`), ...field.mots.map((m) => m.libelle)].join(" "));
        return [field.nom, field];
      })));
      render();
      draw();
    })();

    return {
      /** The text changed elsewhere: these are its laws now. */
      maj(next) {
        const heard = echoes.indexOf(JSON.stringify(sorted(next || {})));
        echoes = heard < 0 || same(lois, next || {}) ? [] : echoes.slice(heard + 1);
        if (heard >= 0 || same(lois, next || {})) return; // her own changes, as the page learns of them one by one
        lois = copy(next || {});
        [...drafts].filter(([, path]) => law(path) !== undefined || (path.length > 1 && !lois.dossier)).forEach(([name]) => drafts.delete(name));
        if (!catalogue) return;
        const at = list.contains(document.activeElement) ? document.activeElement.closest(".pt-loi").dataset.chemin : null;
        render();
        if (at) focusRow(at.split("."));
        soon();
      },
      changerProtocole(next) {
        if (next === protocole) return;
        protocole = next;
        picker.refresh();
        soon();
      },
      demonter() {
        alive = false;
        request?.abort();
        clearTimeout(timer);
        element.replaceChildren();
      },
    };
  }

  window.AsaleePatients = { monter };
})();
