// A free text, read later by a person.

const countWords = (text) => (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) || []).length;

function makeText({ spec, change, flush }) {
  const countId = uniqueId();
  const count = h("p", { class: "asalee-indication", id: countId });
  const area = h("textarea", {
    rows: "7", maxlength: String(spec.longueur_max || 20000), lang: "fr", spellcheck: "true", class: "asalee-texte",
    placeholder: "Écrivez ici…", "aria-label": spec.titre || "Votre texte", "aria-describedby": countId,
    oninput: () => { resize(); tell(); change(area.value.trim() ? area.value : null, 1000); },
    onblur: () => flush(),
  });
  function resize() {
    area.style.height = "auto";
    // A hidden area measures 0: the rows attribute then rules.
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight + 4, 900)}px`;
  }
  function tell() {
    const words = countWords(area.value);
    const advised = spec.mots_conseilles ? ` (conseillé : environ ${spec.mots_conseilles})` : "";
    const full = area.value.length >= (spec.longueur_max || 20000) ? " Longueur maximale atteinte." : "";
    count.textContent = typo(`${plural(words, "mot")}${advised}.${full}`);
  }
  const node = h("div", {}, area, count);
  return {
    node,
    task: "Écrivez votre texte.",
    show(valeur) {
      const text = typeof valeur === "string" ? valeur : "";
      if (area.value !== text) area.value = text;
      tell();
      requestAnimationFrame(resize);
    },
    words: (valeur) => h("p", { class: "asalee-texte-cite" }, valeur),
  };
}

export default { render: exercise(makeText) };
