// The list of what may be constrained, and the search in it. `p`: the panel; `begin(field)` adds a law.
import { fr, h, plain } from "./patients_outils.js";

export function makePicker(p, begin) {
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
    if (p.written().some(([path]) => path.at(-1) === field.nom) || [...p.drafts.values()].some((path) => path.at(-1) === field.nom)) return "déjà là";
    if (field.donne_par && field.donne_par in p.lois) return `déjà tiré par « ${p.fields.get(field.donne_par).libelle} »`;
    const rival = field.genre === "profil" && field.nom !== "dossier" && field.donne.find((nom) => nom in p.lois);
    return rival ? `retirez d’abord « ${p.fields.get(rival)?.libelle || rival} »` : "";
  }

  function refresh() {
    if (!p.catalogue || panel.hidden) return;
    const asked = plain(search.value.trim()), open = new Set([...groups.querySelectorAll("details[open]")].map((node) => node.dataset.groupe));
    const first = !groups.children.length, order = p.catalogue.ordre[p.protocole] || p.catalogue.groupes.map(({ nom }) => nom);
    let found = 0;
    const far = ({ libelle }) => (plain(libelle) === asked ? 0 : plain(libelle).startsWith(asked) ? 1 : 2);
    const kept = order.map((nom) => p.catalogue.groupes.find((group) => group.nom === nom)).map((group) => ({
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
