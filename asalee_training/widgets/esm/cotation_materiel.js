// What lies beside the score sheet: the scene, the drawing, what was said. It judges nothing.

const SPEAKERS = { patient: "", proche: "Le proche", vous: "Vous", note: "" };

/** What was seen and heard while the test was given, as it came. */
function sceneCard(lines) {
  return h("section", { class: "asalee-temoin" }, h("h4", {}, "Ce que vous voyez et entendez"), lines.map((line) => h("p", {}, inline(line))));
}

/** One question with what was answered, and what is true where she could not know it. */
function speech({ titre, dit, vrai }) {
  const said = ([who, text]) => h("p", { class: `asalee-dit asalee-dit-${who}` },
    SPEAKERS[who] ? h("span", { class: "asalee-dit-qui" }, `${SPEAKERS[who]} : `) : null,
    who === "note" ? text : `« ${text} »`);
  return h("div", { class: "asalee-propos" }, h("p", { class: "asalee-propos-titre" }, titre), dit.map(said),
    vrai ? h("p", { class: "asalee-propos-vrai" }, `En vrai : ${vrai}.`) : null);
}

/** The drawing on its sheet, with a transparent sheet to lay on it, and the same drawing in words. */
function drawingCard({ dessin, encre, cercle }) {
  const over = sectors();
  over.setAttribute("visibility", "hidden");
  const lay = h("button", { type: "button", class: "asalee-bouton asalee-discret", "aria-pressed": "false", onclick: () => {
    const on = lay.getAttribute("aria-pressed") !== "true";
    lay.setAttribute("aria-pressed", String(on));
    lay.textContent = on ? "Retirer le calque" : "Poser le calque";
    over.setAttribute("visibility", on ? "visible" : "hidden");
    legend.textContent = on ? typo("Un secteur par chiffre : 15 degrés de chaque côté de sa place.") : "";
  } }, "Poser le calque");
  const legend = h("p", { class: "asalee-indication", role: "status" });
  return h("section", { class: "asalee-dessin-rendu" },
    h("p", { class: "asalee-consigne" }, "Heure demandée : ", h("strong", {}, saidTime(dessin.heure)), cercle === "imprime" ? ". Le cercle était imprimé." : ". Le cercle a été tracé à la main."),
    clockDrawing(dessin, { encre, cercle, over }), h("div", { class: "asalee-calque-poser" }, lay, legend),
    h("details", { class: "asalee-liste" }, h("summary", {}, "Le dessin, en mots"), clockWords(dessin, cercle, encre.ecrit.length > 0)));
}

/** Each answer beside the line of the sheet that it fills; lines without an answer follow. */
function paired(lines, items) {
  return h("div", { class: "asalee-paires" }, items.map((item, index) => h("div", { class: "asalee-paire" }, lines[index] ? speech(lines[index]) : null, item)));
}

/** Material and sheet: side by side around a drawing, answer by answer without one. */
function sheetBoard(recording, title, items) {
  if (!recording.dessin) return h("section", { class: "asalee-feuille" }, h("h4", {}, title), paired(recording.lignes, items));
  return h("div", { class: "asalee-deux" },
    h("div", {}, drawingCard(recording), recording.lignes.length ? h("section", { class: "asalee-propos-liste" }, recording.lignes.map(speech)) : null),
    h("section", { class: "asalee-feuille" }, h("h4", {}, title), h("div", { class: "asalee-items" }, items)));
}
