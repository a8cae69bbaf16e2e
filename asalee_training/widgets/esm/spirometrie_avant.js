// Before the blows: the 3 L syringe, the person and her height, the questions, the installation.

/** The syringe with its piston: {node, push()}. */
function syringeDrawing() {
  const piston = s("g", { class: "asalee-seringue-piston" },
    s("rect", { x: 250, y: 58, width: 150, height: 14, rx: 3, class: "asalee-seringue-tige" }), s("rect", { x: 236, y: 36, width: 18, height: 58, rx: 5, class: "asalee-seringue-joint" }),
    s("rect", { x: 396, y: 34, width: 14, height: 62, rx: 7, class: "asalee-seringue-poignee" }));
  const marks = Array.from({ length: 7 }, (_, i) => s("line", { x1: 96 + 24 * i, x2: 96 + 24 * i, y1: 100, y2: i % 2 ? 93 : 88, class: "asalee-seringue-trait" }));
  const node = s("svg", { viewBox: "0 0 430 132", class: "asalee-seringue", role: "img", "aria-label": "Seringue de trois litres reliée au spiromètre" },
    s("path", { d: "M14 38 h34 v12 h22 v30 H48 v12 H14 Z", class: "asalee-seringue-capteur" }),
    s("text", { x: 31, y: 118, class: "asalee-seringue-mot", "text-anchor": "middle" }, "capteur"),
    piston, s("rect", { x: 74, y: 30, width: 200, height: 70, rx: 9, class: "asalee-seringue-corps" }), marks,
    s("text", { x: 174, y: 73, class: "asalee-seringue-volume", "text-anchor": "middle" }, "3 L"),
    s("rect", { x: 268, y: 40, width: 10, height: 50, rx: 3, class: "asalee-seringue-bague" }));
  return { node, push() { node.classList.remove("asalee-seringue-pousse"); node.getBoundingClientRect(); node.classList.add("asalee-seringue-pousse"); } };
}

function devicePanel({ spec, rec, act }) {
  const drawing = syringeDrawing(), body = h("div", { class: "asalee-coups", "aria-live": "polite" });
  const pump = h("div", { class: "asalee-rangee", role: "group", "aria-label": "Trois coups de seringue" },
    spec.debits.map(([id, text]) => h("button", { type: "button", class: "asalee-bouton", "data-debit": id, onclick: () => { if (act("pomper", { debit: id })) drawing.push(); } }, text)));
  const decide = h("div", { class: "asalee-rangee", role: "group", "aria-label": "Votre décision sur l’appareil" },
    spec.appareil.map(([id, text]) => h("button", { type: "button", class: "asalee-bouton", "data-decision": id, onclick: () => act("appareil", { decision: id }) }, text)));
  const decided = h("p", { class: "asalee-decide", role: "status" });
  return {
    node: h("div", { class: "asalee-appareil" },
      h("div", {}, drawing.node, h("p", {}, "Trois coups à chaque débit, puis votre décision."), pump),
      h("div", {}, body, decide, decided)),
    draw({ debits, recalibrages, accepte }) {
      const volumes = rec.seringue[Math.min(recalibrages, rec.seringue.length - 1)];
      body.replaceChildren(table(recalibrages ? "Après recalibration" : "Vérification du jour", ["", "Coup 1", "Coup 2", "Coup 3"],
        spec.debits.map(([id, text]) => [text, ...(debits.has(id) ? volumes[id].map((v) => `${french(v, 2)} L`) : ["–", "–", "–"])])));
      decided.textContent = typo(accepte ? "✔ Appareil accepté pour la journée." : recalibrages ? "↺ Appareil recalibré : à vérifier de nouveau." : "");
    },
  };
}

/** A measuring rod, with its slide at the height found. */
function rodDrawing() {
  const y = (cm) => 214 - (cm - 130) * 2.2;
  const slide = s("g", { class: "asalee-toise-curseur", visibility: "hidden" }, s("path", { d: "M0 -6 H74 V4 H0 Z", class: "asalee-toise-equerre" }), s("text", { x: 40, y: -14, class: "asalee-toise-lu", "text-anchor": "middle" }, ""));
  const node = s("svg", { viewBox: "-14 0 164 236", class: "asalee-toise", role: "img", "aria-label": "Toise" },
    s("rect", { x: 30, y: 8, width: 12, height: 216, rx: 3, class: "asalee-toise-regle" }), s("rect", { x: 6, y: 222, width: 128, height: 8, rx: 3, class: "asalee-toise-socle" }),
    Array.from({ length: 9 }, (_, i) => 130 + 10 * i).map((cm) => [s("line", { x1: cm % 20 === 10 ? 30 : 35, x2: 42, y1: y(cm), y2: y(cm), class: "asalee-toise-trait" }),
      cm % 40 === 30 ? s("text", { x: 26, y: y(cm) + 5, class: "asalee-toise-cm", "text-anchor": "end" }, String(cm)) : null]),
    slide);
  return { node, set(cm) {
    slide.setAttribute("visibility", cm ? "visible" : "hidden");
    slide.setAttribute("transform", `translate(42 ${y(Math.min(Math.max(cm || 130, 134), 216)).toFixed(1)})`);
    slide.lastChild.textContent = cm ? `${cm}\u00a0cm` : "";
  } };
}

function personPanel({ spec, rec, act }) {
  const { sexe, age, mesuree_cm: measured } = rec.identite, rod = rodDrawing(), typed = h("strong", {}), said = h("p", { class: "asalee-parole", "aria-live": "polite" });
  const button = (text, g, fields) => h("button", { type: "button", class: "asalee-bouton", "data-geste": g, onclick: () => act(g, fields) }, text);
  const correct = button(`Corriger : ${measured} cm`, "corriger", { taille_cm: measured });
  const fact = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return {
    node: h("div", { class: "asalee-personne" },
      h("div", {}, h("dl", { class: "asalee-fiche" }, fact("Nom", spec.personne), fact("Sexe", sexe), fact("Âge", `${age} ans`), fact("Taille dans l’appareil", typed)),
        h("p", { class: "asalee-indication" }, "Fiche saisie ce matin par le secrétariat."),
        h("div", { class: "asalee-rangee" }, button("Vérifier l’identité", "identite", {}), button("Mesurer la taille, sans chaussures", "mesurer", {}), correct), said),
      rod.node),
    draw({ identite, mesuree, taille }) {
      typed.textContent = typo(`${taille} cm`);
      rod.set(mesuree ? measured : null);
      correct.hidden = !mesuree;
      correct.setAttribute("aria-pressed", String(taille === measured));
      const words = [identite && `« Oui, ${spec.personne}, ${age} ans. C’est bien moi. »`, mesuree && `Toise : ${measured} cm.`].filter(Boolean).join(" ");
      if (said.textContent !== typo(words)) said.textContent = typo(words);
    },
  };
}

function questionsPanel({ spec, rec, act }) {
  const names = Object.fromEntries(spec.familles), said = h("div", { class: "asalee-dialogue", role: "log", "aria-label": "Questions et réponses", tabindex: "0" });
  const buttons = spec.familles.map(([id, text]) => h("button", { type: "button", class: "asalee-bouton", "data-famille": id, onclick: () => act("interroger", { famille: id }) }, text));
  let shown = "";
  return {
    node: h("div", {}, h("p", {}, "Que demandez-vous avant de faire souffler ?"), h("div", { class: "asalee-rangee", role: "group", "aria-label": "Questions" }, buttons), said),
    draw({ familles }) {
      buttons.forEach((button) => button.setAttribute("aria-pressed", String(familles.includes(button.dataset.famille))));
      if (familles.join() === shown) return;
      shown = familles.join();
      said.replaceChildren(...familles.map((id) => h("section", {}, h("h4", {}, names[id]), rec.questions[id].map(([question, answer]) =>
        h("p", {}, h("span", { class: "asalee-vous" }, question), " ", h("q", {}, answer))))));
      said.scrollTop = said.scrollHeight;
    },
  };
}

function installationPanel({ spec, rec, act }) {
  const points = ticks({ legend: "Ce que je vérifie, ce que j’installe", options: spec.points_a_verifier, toggle: (point, fait) => act("installer", { point, fait }) });
  const paper = h("div", { class: "asalee-ordonnance", "aria-live": "polite" });
  const read = h("button", { type: "button", class: "asalee-bouton", "data-geste": "prescription", onclick: () => act("prescription") }, "Lire la prescription");
  points.node.classList.add("asalee-points");
  return {
    node: h("div", { class: "asalee-installation" }, points.node, h("div", {}, read, paper)),
    draw({ points: done, prescription }) {
      points.show([...done].filter(([, fait]) => fait).map(([point]) => point));
      paper.hidden = !prescription;
      if (prescription && !paper.childNodes.length) paper.append(...h("div", {},
        h("p", {}, h("strong", {}, spec.medecin)), h("p", {}, `${spec.personne}, ${rec.identite.age} ans`),
        h("p", {}, "Spirométrie, protocole ASALEE : courbes et valeurs à me transmettre."),
        h("p", {}, "Bronchodilatateur : ", h("strong", {}, rec.bronchodilatateur || "non prescrit"), ".")).childNodes);
    },
  };
}
