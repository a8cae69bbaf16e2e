// What a case opens with.

const MODES = {
  entrainement: "Entraînement : correction immédiate",
  evaluation: "Évaluation : correction après remise",
  lecon: "Leçon : correction immédiate, rien n’est noté",
};

function render({ model, el }) {
  const infos = model.get("infos");
  frame(el, "entete",
    h("p", { class: "asalee-mode", "data-mode": infos.mode }, MODES[infos.mode]),
    h("h1", {}, inline(model.get("titre"))),
    h("p", { class: "asalee-faits" }, h("span", {}, `Durée prévue : ${infos.duree_min} min`),
      h("span", {}, "Vos réponses sont enregistrées au fur et à mesure.")),
    ...(infos.mentions || []).map((mention) => h("p", { class: "asalee-mention" }, mention)),
    infos.retrouve && h("p", { class: "asalee-retrouve", role: "status" }, h("span", { "aria-hidden": "true" }, "✔ "), infos.retrouve),
    infos.perdu && h("div", { class: "asalee-rappel", role: "alert" }, paragraphs(infos.perdu)));
}

export default { render };
