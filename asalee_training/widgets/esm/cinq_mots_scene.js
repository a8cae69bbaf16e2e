// What is in the room: the person at the table, the sheet of five words, the clock that runs with the gestures.

/** The person, facing, her hands on the table: {node, draw(wearing, hurt)}. */
function personAtTable(sexe) {
  const portrait = face(sexe);
  const glasses = s("g", { class: "asalee-cm-lunettes" },
    s("circle", { cx: -15, cy: -3, r: 11 }), s("circle", { cx: 15, cy: -3, r: 11 }), s("path", { d: "M-4 -4 C-2 -7 2 -7 4 -4 M-26 -5 L-33 -9 M26 -5 L33 -9" }));
  portrait.draw(false);
  portrait.node.append(glasses);
  for (const [name, value] of Object.entries({ x: "68", y: "8", width: "104", height: "108", "aria-hidden": "true" })) portrait.node.setAttribute(name, value);
  portrait.node.removeAttribute("role");
  portrait.node.removeAttribute("aria-label");
  const node = s("svg", { viewBox: "0 0 240 168", class: "asalee-cm-personne", role: "img" },
    s("rect", { x: 0, y: 0, width: 240, height: 168, rx: 10, class: "asalee-cm-mur" }),
    s("path", { d: "M18 24h34v40H18zM35 24v40M18 44h34", class: "asalee-cm-fenetre" }),
    s("path", { d: "M58 150 C60 120 84 108 108 104 L132 104 C156 108 180 120 182 150 Z", class: "asalee-cm-gilet" }),
    portrait.node,
    s("path", { d: "M112 106 L120 122 L128 106", class: "asalee-cm-couture" }),
    s("path", { d: "M120 122 L120 146", class: "asalee-cm-couture" }),
    s("path", { d: "M0 140 L240 140 L240 168 L0 168 Z", class: "asalee-cm-table" }),
    s("path", { d: "M72 146 C80 136 98 137 108 142 C114 145 112 151 104 151 C92 152 78 153 72 150 Z M168 146 C160 136 142 137 132 142 C126 145 128 151 136 151 C148 152 162 153 168 150 Z", class: "asalee-cm-mains" }));
  return {
    node,
    draw(wearing, hurt) {
      portrait.mood(hurt);
      glasses.setAttribute("visibility", wearing ? "visible" : "hidden");
      node.setAttribute("aria-label", `La personne est assise en face de vous, ${wearing ? "lunettes sur le nez" : "sans lunettes"}${hurt ? ", l’air peiné" : ""}.`);
    },
  };
}

/** The sheet on the table: {node, draw(state)}. Seen, turned over, or not yet taken out. */
function sheetOnTable() {
  const title = h("p", { class: "asalee-cm-feuille-titre" }), words = h("ol", { class: "asalee-cm-mots" }), back = h("p", { class: "asalee-cm-dos" });
  const node = h("div", { class: "asalee-cm-feuille", role: "group", "aria-label": "La feuille sur la table" }, title, words, back);
  return {
    node,
    draw({ liste, visible, pointed }) {
      node.dataset.etat = liste ? (visible ? "visible" : "cachee") : "absente";
      title.textContent = visible ? `Liste ${liste.titre}` : "";
      words.replaceChildren(...(visible ? liste.mots.map(({ nu }, i) => h("li", { "data-montre": i === pointed ? "true" : null },
        nu, i === pointed ? h("span", { class: "asalee-cm-doigt" }, " ← montré") : null)) : []));
      back.textContent = visible ? "" : liste ? "Feuille retournée : les mots sont cachés." : "Aucune feuille sur la table.";
      words.hidden = !visible;
      title.hidden = !visible;
      back.hidden = visible;
    },
  };
}

/** The clock of the session, from half past nine: {node, draw(seconds, minutes)}. */
function sessionClock() {
  const hour = s("path", { d: "M0 3 L0 -15", class: "asalee-cm-aiguille" }), minute = s("path", { d: "M0 4 L0 -23", class: "asalee-cm-aiguille asalee-cm-fine" });
  const text = h("span", { class: "asalee-cm-heure" }), since = h("span", {});
  const node = h("div", { class: "asalee-cm-horloge" },
    s("svg", { viewBox: "-34 -34 68 68", "aria-hidden": "true" }, s("circle", { r: 31, class: "asalee-cm-cadran" }),
      [...Array(12).keys()].map((i) => s("path", { d: "M0 -29 L0 -25", transform: `rotate(${30 * i})`, class: "asalee-cm-trait" })), hour, minute, s("circle", { r: 2.2, class: "asalee-cm-axe" })),
    h("p", {}, text, h("br"), since));
  return {
    node,
    draw(seconds, minutes, recalled) {
      const total = 570 + Math.floor(seconds / 60);
      hour.setAttribute("transform", `rotate(${total / 2})`);
      minute.setAttribute("transform", `rotate(${6 * total})`);
      text.textContent = `${Math.floor(total / 60)} h ${String(total % 60).padStart(2, "0")}`;
      since.textContent = typo(recalled ? `Temps intercalé : ${minutes} min` : "Début à 9 h 30");
    },
  };
}
