// What a case ends with: where each question stands, and the way on.

const STATES = {
  juste: "✔ Juste", partiel: "◐ En partie", faux: "✖ À revoir", illisible: "✎ Réponse illisible", a_noter: "✎ Texte enregistré",
};
const VERDICT_WORDS = {
  valide: "✔ Le seuil de réussite est atteint.",
  non_valide: "Le seuil de réussite n'est pas atteint : relisez les corrections, puis recommencez.",
};

function render({ model, el }) {
  const root = frame(el, "remise");

  function draw(bilan) {
    const all = bilan.exercices, answered = all.filter((e) => e.repondu).length, marked = bilan.mode !== "evaluation";
    root.replaceChildren(
      h("h2", {}, marked ? "Votre bilan" : "Remettre votre copie"),
      h("p", { class: "asalee-compte" }, h("strong", {}, `${plural(answered, "réponse")} sur ${all.length}`),
        answered === all.length ? "" : " : vous pouvez encore répondre ci-dessus."),
      h("ol", { class: "asalee-questions" }, all.map((e) => h("li", { "data-etat": e.repondu && (!e.etat || e.etat === "juste" || e.etat === "a_noter") ? "ok" : "revoir" },
        h("span", {}, inline(e.titre)),
        h("span", { class: "asalee-question-etat" }, !e.repondu ? "○ Sans réponse" : marked && e.etat ? STATES[e.etat] : "✔ Enregistrée")))),
      ...(marked && answered === all.length && bilan.sur ? [h("p", { class: "asalee-total" },
        h("strong", {}, `${french(bilan.points)} / ${french(bilan.sur)} points`), " ", VERDICT_WORDS[bilan.verdict] || "")] : []),
      h("p", {}, marked
        ? h("a", { class: "asalee-bouton", href: `${baseUrl()}asalee/apprenante` }, "← Mes modules")
        : h("a", { class: "asalee-bouton asalee-bouton-principal", href: `${baseUrl()}asalee/apprenante/copie/${encodeURIComponent(bilan.assignment)}` }, "Relire et remettre ma copie →")),
      marked ? "" : h("p", { class: "asalee-indication" }, "Vous relirez vos réponses avant de remettre. Rien n'est envoyé maintenant."));
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
