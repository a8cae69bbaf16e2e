// One law on a number: a value, two bounds, or a list; a decimal comma is a number.
import { fr, h, isLaw, shown } from "./patients_outils.js";

/** A plain value, a choice, or nothing yet. */
export const readable = (value) => value === undefined || typeof value !== "object" || (isLaw(value, "parmi") && Array.isArray(value.parmi) && value.parmi.every((one) => typeof one !== "object"));
export const asList = (value) => (value === undefined ? [] : isLaw(value, "parmi") ? value.parmi : [value]);
export const asLaw = (chosen) => (chosen.length === 1 ? chosen[0] : { parmi: chosen });

/** After a pause of the hand, or at once when she leaves the box or presses Enter. */
export function onTyping(input, go) {
  let wait = 0;
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(go, 700); });
  input.addEventListener("change", () => { clearTimeout(wait); go(); });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); clearTimeout(wait); go(); } });
}

export function numbers(law, path, field, value, write, refuse) {
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
