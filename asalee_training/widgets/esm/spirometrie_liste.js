// The same session in words: each curve described, and every gesture as a line of choices and a button.

const PARTS_OF_LIST = [["avant", "Avant de souffler"], ["manoeuvres", "Les souffles"], ["resultats", "Les résultats"], ["conduite", "Ce que vous faites"]];

function spokenSession({ spec, rec, act, conclude, blows }) {
  const measured = rec.identite.mesuree_cm, has = (etape) => spec.etapes.includes(etape);
  const open = (s) => s.arretees < s.series.length, last = (s) => s.series.at(-1);
  const lines = [
    ["avant", "pomper", "Trois coups de seringue", [["debit", "Débit", spec.debits]], (s) => !s.differe],
    ["avant", "appareil", "Décider de l’appareil", [["decision", "Décision", spec.appareil]], (s) => !s.differe],
    ["avant", "identite", "Vérifier l’identité", [], (s) => !s.differe],
    ["avant", "mesurer", "Mesurer la taille, sans chaussures", [], (s) => !s.differe],
    ["avant", "corriger", "Corriger la taille", [], (s) => s.mesuree && s.taille !== measured, { taille_cm: measured }],
    ["avant", "interroger", "Interroger", [["famille", "Sujet", spec.familles]], (s) => !s.differe],
    ["avant", "installer", "Installer et vérifier", [["point", "Point", spec.points_a_verifier], ["fait", "Fait ou retiré", [["oui", "C’est fait"], ["non", "Je le retire"]]]], (s) => !s.differe],
    ["avant", "prescription", "Lire la prescription", [], (s) => !s.differe],
    ["avant", "differer", "Ne pas faire l’examen, prévenir le médecin", [], (s) => !s.differe && !last(s).length],
    ["manoeuvres", "souffler", "Faire souffler", spec.phases.map(([phase, text]) => [phase, text, spec.phrases[phase]]), (s) => !s.differe && open(s) && s.attend && last(s).length < blows[s.series.length - 1].length],
    ["manoeuvres", "nommer", "Nommer le dernier souffle", [["nom", "Nom", spec.noms]], (s) => open(s) && !s.attend],
    ["manoeuvres", "garder", "Garder du dernier souffle", [["garde", "Garder", spec.garder]], (s) => open(s) && !s.attend],
    ["manoeuvres", "redemander", "Redemander un souffle", [["conseil", "Vous dites", spec.conseils]], (s) => open(s) && !s.attend],
    ["manoeuvres", "arreter", "Arrêter la série", [], (s) => open(s) && last(s).length > 0],
    ["manoeuvres", "bronchodilatateur", "Donner un bronchodilatateur", [["attente_min", "Attente", spec.attentes]], (s) => !open(s) && s.attente === null],
    ["resultats", "equations", "Changer d’équations", [["jeu", "Équations", spec.jeux.filter(([id]) => id in rec.references)]], () => true],
  ].filter(([etape]) => has(etape));
  const option = (select, label, options) => { select.replaceChildren(h("option", { value: "" }, label), ...options.map(([id, text]) => h("option", { value: id }, text))); return select; };
  const said = h("div", { class: "asalee-dialogue", role: "status" });
  let armed = null;

  const rows = lines.map(([etape, g, label, fields, possible, fixed = {}]) => {
    const selects = fields.map(([name, text, options]) => option(h("select", { class: "asalee-liste-choix", name, "aria-label": `${label} : ${text}` }), `${text}…`, options));
    const button = h("button", { type: "button", class: "asalee-bouton", "data-liste": g, onclick: () => {
      if (!possible(state)) { said.textContent = typo("Ce geste n’est pas possible maintenant."); return; }
      const values = Object.fromEntries(selects.map((select) => [select.name, select.value]));
      if (Object.values(values).includes("")) { said.textContent = typo("Choisissez d’abord dans chaque liste de la ligne."); return; }
      const again = armed === g;
      armed = ["differer", "arreter"].includes(g) && !again ? g : null;
      if (armed) { said.textContent = typo(`${label} : ce geste ne se reprend pas. Appuyez une seconde fois pour le faire.`); return; }
      if (act(g, { ...values, ...fixed, ...("fait" in values ? { fait: values.fait === "oui" } : {}) })) answer(g, values);
    } }, label);
    return { etape, node: h("div", { class: "asalee-ligne" }, selects, button), set(now) {
      button.setAttribute("aria-disabled", String(!possible(now)));
      // What the rod says is read on the rod first.
      if (g === "corriger" && now.mesuree) button.textContent = typo(`${label} : ${measured} cm`);
    } };
  });
  let state = null;
  /** What one hears or reads after a gesture. */
  function answer(g, values) {
    const talk = {
      pomper: () => rec.seringue[Math.min(state.recalibrages, 1)][values.debit].map((v) => `${french(v, 2)} L`).join(" ; "),
      identite: () => `« Oui, ${spec.personne}, ${rec.identite.age} ans. »`, mesurer: () => `Toise : ${measured} cm. Dans l’appareil : ${state.taille} cm.`,
      interroger: () => rec.questions[values.famille].map(([q, a]) => `${q} « ${a} »`).join(" "),
      prescription: () => `Spirométrie, protocole ASALEE. Bronchodilatateur : ${rec.bronchodilatateur || "non prescrit"}.`,
      souffler: () => `Souffle ${last(state).length} : ${described(state.series.length - 1, last(state).length - 1).join(" ")}`,
      redemander: () => (last(state).length >= blows[state.series.length - 1].length ? rec.lassitude : "La personne est prête."),
    };
    said.textContent = typo(talk[g] ? talk[g]() : "C’est noté.");
  }
  const described = (rank, n) => [`Vous voyez : ${rec.series[rank].souffles[n].vu}`,
    `${MEASURES.map(([label, unit, digits], i) => `${label} ${printed(rec.series[rank].mesures[n][i], digits, unit)}`).join(", ")}.`, ...blowWords(blows[rank][n])];

  const asked = !has("resultats") ? [] : [...rec.series.flatMap((_, rank) => ["vems", "cvf"].flatMap((mesure) => {
    const end = rank ? "_apres" : "", name = `${mesure === "vems" ? "VEMS" : "CVF"}${rank ? " après bronchodilatateur" : ""}`;
    return [[`souffle_${mesure}${end}`, `${name} : souffle retenu`, [...rec.series[rank].souffles.map((__, n) => [String(n + 1), `Souffle ${n + 1}`]), ["aucun", "Aucun"]]], [`grade_${mesure}${end}`, `${name} : grade`, spec.grades]];
  })), ["lecture", "Cette spirométrie est", spec.lectures]];
  const done = !has("conduite") ? [] : spec.conduites.map(([nom, text]) => [nom, text, [["oui", "Oui"]]]);
  const choices = [...asked.map((one) => ["resultats", ...one]), ...done.map((one) => ["conduite", ...one])].map(([etape, nom, text, options]) => {
    const select = option(h("select", { class: "asalee-liste-choix", name: nom, onchange: () => conclude(nom, select.value === "" ? null : select.value === "oui" ? true : select.value) }), "–", options);
    return { etape, nom, select, node: h("label", { class: "asalee-ligne" }, h("span", {}, text), select) };
  });
  const curves = h("div", {}), shown = [];
  const node = h("details", { class: "asalee-liste asalee-spiro-liste" }, h("summary", {}, "Faire la même chose avec une liste"),
    said, PARTS_OF_LIST.filter(([etape]) => has(etape)).map(([etape, title]) => [h("h4", {}, title), rows.filter((row) => row.etape === etape).map((row) => row.node),
      etape === "manoeuvres" ? curves : null, choices.filter((choice) => choice.etape === etape).map((choice) => choice.node)]));
  return { node, draw(now, concluded) {
    state = now;
    rows.forEach((row) => row.set(state));
    const made = state.series.flatMap((serie, rank) => serie.map((_, n) => `${rank}.${n}`));
    if (made.join() !== shown.join()) {
      shown.splice(0, shown.length, ...made);
      curves.replaceChildren(...made.map((key) => {
        const [rank, n] = key.split(".").map(Number), title = `Souffle ${n + 1}${rank ? " après bronchodilatateur" : ""}`;
        return h("details", { class: "asalee-liste" }, h("summary", {}, `${title}, en mots`), h("ul", {}, described(rank, n).map((text) => h("li", {}, text))), blowTable(blows[rank][n], title));
      }));
    }
    choices.forEach(({ nom, select }) => { const value = concluded[nom]; select.value = value === true ? "oui" : value ?? ""; });
  } };
}
