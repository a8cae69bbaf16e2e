// What a case ends with: where each question stands, and the way on.

const STATES = {
  juste: "✔ Juste", partiel: "◐ En partie", faux: "✖ À revoir", illisible: "✎ Réponse illisible", a_noter: "✎ Texte enregistré",
};
const VERDICT_WORDS = {
  valide: "✔ C’est validé.",
  non_valide: "Ce n’est pas encore validé : relisez les corrections, puis corrigez vos réponses.",
};

/** Back to a question of this case. */
function goTo(nom) {
  const question = document.querySelector(`.asalee-exercice[data-nom="${CSS.escape(nom)}"]`);
  question?.scrollIntoView();
  question?.focus({ preventScroll: true });
}

function render({ model, el }) {
  const root = frame(el, "remise");

  function draw(bilan) {
    const all = bilan.exercices, answered = all.filter((e) => e.repondu).length, marked = bilan.mode !== "evaluation";
    root.replaceChildren(
      h("h2", {}, marked ? "Votre bilan" : "Remettre votre copie"),
      h("p", { class: "asalee-compte" }, h("strong", {}, `${plural(answered, "réponse")} sur ${all.length}`),
        ". Pour aller à une question, cliquez dessus."),
      h("ol", { class: "asalee-questions" }, all.map((e) => h("li", { "data-etat": e.repondu && (!e.etat || e.etat === "juste" || e.etat === "a_noter") ? "ok" : "revoir" },
        h("button", { type: "button", onclick: () => goTo(e.nom) }, h("span", {}, inline(e.titre)),
          h("span", { class: "asalee-question-etat" }, !e.repondu ? "○ Sans réponse" : marked && e.etat ? STATES[e.etat] : "✔ Enregistrée"))))),
      ...(marked && answered === all.length && bilan.sur ? [h("p", { class: "asalee-total" },
        h("strong", {}, `${french(bilan.points)} / ${french(bilan.sur)} points`), " ", VERDICT_WORDS[bilan.verdict] || "")] : []),
      h("p", { class: "asalee-suivant" }, bilan.essentiel
        ? [h("a", { class: "asalee-bouton", href: `${baseUrl()}asalee/apprenante/essentiel/${encodeURIComponent(bilan.assignment)}` }, "L’essentiel, à imprimer"), " "] : "", marked
        ? h("a", { class: "asalee-bouton", href: `${baseUrl()}asalee/apprenante` }, "← Mes modules")
        : h("a", { class: "asalee-bouton asalee-bouton-principal", href: `${baseUrl()}asalee/apprenante/copie/${encodeURIComponent(bilan.assignment)}` }, "Relire et remettre ma copie →")),
      marked ? "" : h("p", { class: "asalee-indication" }, "Vous relirez vos réponses avant de remettre votre copie. Rien n’est envoyé maintenant."));
  }
  const refresh = () => { if (!document.hidden) { try { model.send({ type: "lire" }); } catch { /* the last one stays */ } } };
  const receive = (message) => { if (message && message.type === "bilan") draw(message); };
  draw(model.get("bilan"));
  model.on("msg:custom", receive);
  document.addEventListener("visibilitychange", refresh);
  document.addEventListener("asalee:enregistre", refresh);
  refresh();
  return () => {
    model.off("msg:custom", receive);
    document.removeEventListener("visibilitychange", refresh);
    document.removeEventListener("asalee:enregistre", refresh);
  };
}

export default { render };
