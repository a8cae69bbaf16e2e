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
    s("path", { d: "M109 105 L101 112 L112 124 L120 121 M131 105 L139 112 L128 124 L120 121 L120 141", class: "asalee-cm-couture" }),
    s("path", { d: "M0 140 H240 V168 H0 Z", class: "asalee-cm-table" }),
    // Both forearms on the table, the left hand resting on the right one.
    [1, -1].map((side) => s("g", { transform: `translate(120 0) scale(${side} 1)` },
      s("path", { d: "M58 128 C66 143 64 156 51 158 C39 159 28 158 19 156 L21 142 C28 142 36 142 41 139", class: "asalee-cm-gilet" }))),
    s("path", { d: "M141 143 C133 140 122 141 116 145 C113 148 115 154 120 155.5 C128 157 135 156.5 139.5 155.5 Z", class: "asalee-cm-mains" }),
    s("path", { d: "M99 143 C106 139.5 118 140 125 143.5 C131 146 131.5 149.5 128.5 152.5 C126 155.5 118 157 110 156 L101 155.5 Z", class: "asalee-cm-mains" }),
    s("path", { d: "M114 146 C120 145.5 125 146.8 129.8 149 M113 149.4 C120 149 124 150 129.4 151.4 M113 152.6 C118 152.4 122 153 126.6 154", class: "asalee-cm-doigts" }));
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
