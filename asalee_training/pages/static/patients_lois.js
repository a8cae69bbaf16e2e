// The form of one law, by the kind of its field. `p`: the panel (`ours`, `law(path)`, `set(path, value)`).
import { asLaw, asList, numbers, onTyping, readable } from "./patients_nombres.js";
import { fr, h, isLaw } from "./patients_outils.js";

export function body(p, path, field, value, write, refuse) {
  if (!field) return h("p", { class: "pt-fixe", text: "Ce nom n’est pas connu : corrigez-le dans le texte, ou retirez-le." });
  if (field.genre === "profil") return profiles(p, path, field, value, refuse);
  if (field.genre === "booleen" && (value === undefined || typeof value === "boolean")) return yesNo(p, path, value, write);
  if (field.genre === "mot" && readable(value)) return words(field, value, write, refuse);
  if (field.genre === "texte" && readable(value)) return names(value, write, refuse);
  if (field.mini !== null && (readable(value) || isLaw(value, "entre"))) return numbers(p.law, path, field, value, write, refuse);
  return h("p", { class: "pt-fixe", text: "Cette contrainte est écrite dans le texte, d’une façon que ce panneau ne change pas." });
}

const option = (type, name, text, checked, onchange_, detail = null) => h("label", { class: "pt-option" },
  h("input", { type, name, checked, onchange: onchange_ }), h("span", {}, text, detail && h("small", { text: detail })));

function yesNo(p, path, value, write) {
  const name = `${p.ours}-${path.join(".")}`;
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

function profiles(p, path, field, value, refuse) {
  const target = [...path, "profil"];
  const items = field.profils.map(({ nom, libelle, description }) => ({ id: nom, text: libelle, detail: description }));
  const node = ticks(items, value === undefined ? [] : asList(value.profil), (kept) => {
    refuse("");
    if (p.law(path) === undefined) p.set(path, { profil: asLaw(kept) });
    else if (path[0] === "dossier") p.set(target, asLaw(kept)); // its other laws stay
    else p.set(path, { profil: asLaw(kept) });
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
