// A number and its unit, chosen explicitly when there are several.

/** Can a person read a number here? The unit may follow it. Whether it is right is not this page's business. */
function readable(text, units) {
  let bare = text.normalize("NFKC").trim();
  const unit = units.filter(Boolean).find((u) => bare.toLowerCase().endsWith(u.toLowerCase()));
  if (unit) bare = bare.slice(0, -unit.length).trim();
  return /^[+\-\u2212]?\d{1,3}(\s?\d{3})*([.,]\d+)?$|^[+\-\u2212]?\d+([.,]\d+)?$/.test(bare);
}

function makeNumber({ spec, change, flush }) {
  const units = spec.unites, several = units.length > 1, hintId = uniqueId(), unitId = uniqueId(), name = uniqueId();
  const hint = h("p", { class: "asalee-indication", id: hintId, "aria-live": "polite" });
  const input = h("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", maxlength: "40", class: "asalee-nombre",
    "aria-label": `Votre réponse${!several && units[0] ? `, en ${units[0]}` : ""}`, "aria-describedby": hintId,
    oninput: () => { hint.textContent = ""; changed(800); },
    onchange: finish,
    onblur: finish,
    onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); finish(); } },
  });
  const radios = several ? units.map((u) => h("input", { type: "radio", name, value: u, onchange: () => { changed(0); advise(); } })) : [];
  let edited = false;

  function raw() {
    const texte = input.value.trim();
    if (!texte) return null;
    if (!several) return { texte, unite: units[0] };
    const chosen = radios.find((radio) => radio.checked);
    return chosen ? { texte, unite: chosen.value } : { texte };
  }
  function changed(delay) { edited = true; change(raw(), delay); }
  function finish() { if (edited) { edited = false; flush(); } advise(); }
  function advise() {
    const valeur = raw();
    if (valeur && !readable(valeur.texte, units)) hint.textContent = typo("Écrivez un nombre, par exemple 58,9.");
    else if (valeur && several && !("unite" in valeur)) hint.textContent = typo("Choisissez aussi l’unité.");
    else hint.textContent = "";
    input.setAttribute("aria-invalid", String(Boolean(valeur && !readable(valeur.texte, units))));
  }

  const node = h("div", {},
    h("div", { class: "asalee-ligne-nombre" }, input,
      several
        ? h("div", { class: "asalee-unites", role: "radiogroup", "aria-labelledby": unitId }, h("span", { id: unitId, class: "asalee-unites-titre" }, "Unité :"),
          units.map((u, i) => h("label", { class: "asalee-unite" }, radios[i], h("span", {}, u || "sans unité"))))
        : units[0] ? h("span", { class: "asalee-unite-seule" }, units[0]) : null),
    hint);
  return {
    node,
    task: "Écrivez votre résultat.",
    show(valeur) {
      const given = valeur && typeof valeur === "object" ? valeur : {};
      if (input.value.trim() !== (given.texte || "")) input.value = given.texte || "";
      for (const radio of radios) radio.checked = radio.value === given.unite;
      edited = false;
      advise();
    },
    words: (valeur) => `${valeur.texte} ${valeur.unite || ""}`.trim(),
  };
}

export default { render: exercise(makeNumber) };
