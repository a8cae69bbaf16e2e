// The same applications without the drawing: a line of choices and a button; and, for the keyboard or the mouse, the same preparations.

const DURATIONS = [["500", "moins d’une seconde"], ["1500", "d’une à deux secondes"], ["3500", "plus de trois secondes"]];

/** A choice in a list: {node, get value, show(value)}. `options`: [[value, text]]; the first line asks. */
function picker(name, options, change = () => {}, ask = "À choisir…") {
  const id = uniqueId();
  const select = h("select", { id, class: "asalee-menu", onchange: () => change(select.value) },
    ask ? h("option", { value: "" }, ask) : null, options.map(([value, text]) => h("option", { value }, text)));
  return {
    node: h("div", { class: "asalee-menu-ligne" }, h("label", { for: id }, name), select),
    select,
    get value() { return select.value; },
    show(value) { select.value = value; },
  };
}

/**
 * The twin of the drawing: {node, draw(reply), tell(text)}. `touched` keeps a gesture, as the drawing does. Whoever works here may have
 * the person and the notice out of sight: the reply and what is missing are shown here too (heard once, from there).
 */
function applicationList({ recording, spec, touched, hint }) {
  const hurt = new Map(recording.lesions.map(({ zone, nature }) => [zone, nature]));
  const zones = spec.zones.filter(({ id }) => !recording.amputes.includes(id));
  const field = {
    zone: picker("Site", zones.map(({ id, libelle }) => [id, typo(libelle + (hurt.has(id) ? `, ${LESION_WORDS[hurt.get(id)]} au centre` : ""))])),
    application: picker("Application", [["reelle", "réelle : le fil touche la peau"], ["fictive", "fictive : le fil ne touche pas la peau"]], () => realOrNot()),
    position: picker("Où", [["centre", "au centre du site"], ["pourtour", "à côté du centre, sur le pourtour"]]),
    angle: picker("Inclinaison du fil", [["perpendiculaire", "perpendiculaire à la peau"], ["oblique", "oblique"]]),
    contact_ms: picker("Durée du contact", DURATIONS),
    plie: picker("Appui", [["oui", "jusqu’à ce que le fil plie"], ["non", "sans que le fil plie"]]),
    glisse: picker("Pendant le contact", [["non", "le fil reste en place"], ["oui", "le fil glisse sur la peau"]]),
    question: picker("Vous dites", Object.entries(QUESTION_WORDS)),
  };
  const realOnly = ["angle", "contact_ms", "plie", "glisse"];
  const realOrNot = () => realOnly.forEach((name) => { field[name].select.disabled = field.application.value === "fictive"; });
  const reply = h("p", { class: "asalee-liste-reponse", hidden: true }), missing = h("p", { class: "asalee-liste-conseil", "aria-hidden": "true" });
  function apply() {
    const real = field.application.value === "reelle";
    const left = Object.keys(field).filter((name) => !field[name].value && (real || !realOnly.includes(name)));
    if (left.length) {
      field[left[0]].select.focus();
      hint(`Choisissez encore : ${left.map((name) => field[name].node.firstChild.textContent.toLowerCase()).join(", ")}.`);
      return;
    }
    const value = (name) => field[name].value;
    hint("");
    touched({
      zone: value("zone"), application: value("application"), contact_ms: real ? Number(value("contact_ms")) : 0,
      angle: real ? value("angle") : "perpendiculaire", plie: real && value("plie") === "oui", glisse: real && value("glisse") === "oui",
      position: value("position"),
    }, value("question"));
  }
  return {
    node: h("details", { class: "asalee-liste" }, h("summary", {}, "Faire la même chose avec une liste"),
      h("div", { class: "asalee-menus" }, Object.values(field).map(({ node }) => node)),
      h("div", { class: "asalee-liste-faire" }, h("button", { type: "button", class: "asalee-bouton", onclick: apply }, "Faire cette application"), missing, reply)),
    draw(words) {
      realOrNot();
      reply.hidden = !words;
      reply.replaceChildren(h("strong", {}, "Réponse"), typo(` : « ${words} »`));
    },
    tell(text) { missing.textContent = typo(text); },
  };
}

/** A filament as it lies in the drawer: the mark on its handle, its nylon straight or bent. Its words are beside it. */
function drawerFilament(id, text) {
  const mark = text.match(/arqué ([\d.]+), (\d+ g)/);
  return s("svg", { viewBox: "0 0 150 28", class: "asalee-fil-tiroir", "aria-hidden": "true" },
    s("rect", { x: 1, y: 2, width: 100, height: 24, rx: 6, class: "asalee-fil-manche" }),
    s("text", { x: 51, y: 19.5, "text-anchor": "middle" }, mark ? `${mark[1]} · ${mark[2]}` : ""),
    s("path", { d: id === "coude" ? "M101 14 L123 14 L136 3" : "M101 14 L149 14", class: "asalee-fil-nylon" }));
}

/** What is done before the first application; `act(name, fields)` keeps it; `fils`: those of the drawer. {node, draw(gestes)}. */
function preparations(act, fils) {
  const rows = [
    ["L’examen", [["J’explique et je demande l’accord", "expliquer", {}]]],
    ["Retirer chaussures et chaussettes", [["À droite", "decouvrir", { pied: "droit" }], ["À gauche", "decouvrir", { pied: "gauche" }], ["Des deux côtés", "decouvrir", { pied: "deux" }]]],
    ...(fils.length ? [["Le fil à prendre dans le tiroir", fils.map(([id, text]) => [[drawerFilament(id, text), h("span", {}, text)], "prendre_fil", { fil: id }])]] : []),
    ["Le fil", [["Je le plie deux fois", "plier_fil", {}]]],
    ["Faire sentir le fil", [["Main", "demontrer", { lieu: "main" }], ["Coude", "demontrer", { lieu: "coude" }], ["Front", "demontrer", { lieu: "front" }], ["Plante du pied", "demontrer", { lieu: "pied" }]]],
    ["Les yeux", [["« Fermez les yeux »", "yeux", { etat: "fermes" }], ["« Ouvrez les yeux »", "yeux", { etat: "ouverts" }]]],
  ];
  const buttons = [], LAST_COUNTS = ["yeux", "prendre_fil"];
  const same = (geste, name, fields) => geste.g === name && Object.entries(fields).every(([key, value]) => geste[key] === value);
  const node = h("div", { class: "asalee-preparations" }, rows.map(([title, acts]) => h("div", { class: "asalee-preparation", role: "group", "aria-label": title },
    h("p", { class: "asalee-preparation-titre" }, title),
    h("div", { class: "asalee-boutons" }, acts.map(([text, name, fields]) => {
      const sign = h("span", { class: "asalee-fait", "aria-hidden": "true" });
      const button = h("button", { type: "button", class: "asalee-bouton asalee-geste", onclick: () => act(name, fields) }, sign, text);
      buttons.push([button, sign, name, fields]);
      return button;
    })))));
  return {
    node,
    draw(gestes) {
      for (const [button, sign, name, fields] of buttons) {
        const since = name === "plier_fil" ? gestes.findLastIndex(({ g }) => g === "prendre_fil") + 1 : 0;
        const all = gestes.slice(since).filter((geste) => geste.g === name);
        const done = LAST_COUNTS.includes(name) ? all.length > 0 && same(all.at(-1), name, fields) : all.some((geste) => same(geste, name, fields));
        sign.textContent = done ? "✔ " : "";
        button.dataset.fait = String(done);
        button.setAttribute("aria-description", done ? "Fait" : "");
      }
    },
  };
}
