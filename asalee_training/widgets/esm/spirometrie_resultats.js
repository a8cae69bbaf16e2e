// The results as they are printed, what one retains of them, and what one does with them.

function resultsPanel({ spec, rec, act, conclude }) {
  const abbreviations = (text) => h("p", { class: "asalee-indication" }, text);
  const after = (rank) => (rank ? "_apres" : ""), titles = ["Avant bronchodilatateur", "Après bronchodilatateur"];
  const blocks = rec.series.map((_, rank) => block(rank));
  const sets = radios({ legend: "Valeurs de référence", inline: true, options: spec.jeux.filter(([id]) => id in rec.references), choose: (jeu) => act("equations", { jeu }) });
  const paper = h("div", { "aria-live": "polite" });
  const read = radios({ legend: "Cette spirométrie est :", inline: true, options: spec.lectures, choose: (value) => conclude("lecture", value) });

  function block(rank) {
    const body = h("tbody", {}), boxes = [];
    const grades = ["vems", "cvf"].map((mesure) => ({ mesure, ...radios({ legend: `Grade de qualité ${mesure === "vems" ? "du VEMS" : "de la CVF"}`, inline: true, options: spec.grades, choose: (value) => conclude(`grade_${mesure}${after(rank)}`, value) }) }));
    const names = { vems: uniqueId(), cvf: uniqueId() };
    const pick = (mesure, value, label) => {
      const box = h("input", { type: "radio", name: names[mesure], value, "aria-label": label, onchange: () => conclude(`souffle_${mesure}${after(rank)}`, value) });
      boxes.push([mesure, value, box]);
      return h("label", { class: "asalee-case" }, box);
    };
    const head = ["", "VEMS", "Retenir", "CVF", "Retenir", "DEP", "TEF", "V. extrapolé"];
    const node = h("section", { "data-serie": String(rank) }, rec.series.length > 1 ? h("h4", {}, titles[rank]) : null,
      h("div", { class: "asalee-tableau asalee-releve" }, h("table", {}, h("caption", {}, "Tous les souffles ; retenez un VEMS et une CVF"),
        h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))), body)),
      abbreviations("DEP : débit de pointe. TEF : temps d’expiration forcée, la durée du souffle. V. extrapolé : volume rétro-extrapolé, soufflé avant le vrai départ."),
      h("div", { class: "asalee-grades" }, grades.map((grade) => grade.node)));
    let count = -1;
    return { node, rank, draw(state, concluded, said) {
      const made = state.series[rank] || [];
      if (made.length !== count) {
        count = made.length;
        boxes.length = 0;
        body.replaceChildren(...made.map((_, n) => {
          const [vems, cvf, dep, tef, vre] = rec.series[rank].mesures[n].map((value, i) => printed(value, MEASURES[i][2], MEASURES[i][1])), k = String(n + 1);
          return h("tr", {}, h("th", { scope: "row" }, `Souffle ${k}`, h("span", { class: "asalee-releve-note" })), h("td", {}, vems), h("td", {}, pick("vems", k, `VEMS du souffle ${k}`)), h("td", {}, cvf), h("td", {}, pick("cvf", k, `CVF du souffle ${k}`)),
            [dep, tef, vre].map((text) => h("td", {}, text)));
        }), h("tr", {}, h("th", { scope: "row" }, "Aucun"), h("td", {}), h("td", {}, pick("vems", "aucun", "Aucun VEMS")), h("td", {}), h("td", {}, pick("cvf", "aucun", "Aucune CVF")), h("td", { colspan: "3" })));
      }
      made.forEach((blow, n) => { body.children[n].firstChild.lastChild.textContent = typo(said(blow)); });
      for (const [mesure, value, box] of boxes) box.checked = concluded[`souffle_${mesure}${after(rank)}`] === value;
      grades.forEach(({ mesure, show }) => show(concluded[`grade_${mesure}${after(rank)}`] ?? null));
    } };
  }

  /** The printed line of a series, for the blows that are retained. */
  function printout(state, concluded) {
    const moments = rec.references[state.jeu], ref = moments[state.taille === rec.identite.mesuree_cm && moments.mesuree ? "mesuree" : "saisie"];
    const rows = [];
    rec.series.forEach((serie, rank) => {
      const kept = (mesure) => { const n = Number(concluded[`souffle_${mesure}${after(rank)}`]); return n >= 1 && n <= (state.series[rank] || []).length ? n - 1 : null; };
      const [v, c] = [kept("vems"), kept("cvf")], label = rec.series.length > 1 ? ` ${rank ? "après" : "avant"}` : "";
      const line = (nom, mesure, n, column) => [`${nom}${label}`, n === null ? "–" : printed(serie.mesures[n][column], 2, "L"), printed(ref[mesure].theorique, 2, "L"), printed(ref[mesure].lin, 2, "L"),
        n === null || ref[mesure].pct[rank][n] === null ? "–" : `${ref[mesure].pct[rank][n]}\u00a0%`, n === null || ref[mesure].z[rank][n] === null ? "–" : french(ref[mesure].z[rank][n], 2)];
      const z = v === null || c === null ? null : ref.rapport.z[rank][v][c];
      const share = v === null || c === null ? null : (100 * serie.mesures[v][0]) / serie.mesures[c][1];
      rows.push(line("VEMS", "vems", v, 0), line("CVF", "cvf", c, 1),
        [`VEMS/CVF${label}`, share === null ? "–" : printed(share, 1, "%"), printed(ref.rapport.theorique, 1, "%"), printed(ref.rapport.lin, 1, "%"), "–", z === null ? "–" : french(z / 100, 2)]);
    });
    const group = state.jeu === "gli_2012" ? `, groupe ${rec.groupe_gli_2012} (${spec.groupes[String(rec.groupe_gli_2012)]})` : "";
    return table(`${Object.fromEntries(spec.jeux)[state.jeu]}${group}, pour ${state.taille} cm`, ["", "Mesuré", "Théorique", "LIN", "% du théorique", "z-score"], rows);
  }
  return {
    node: h("div", { class: "asalee-resultats" }, blocks.map((part) => part.node), h("div", { class: "asalee-lire" }, h("div", {}, sets.node, paper, abbreviations("LIN : limite inférieure de la normale. z-score : écart à la moyenne des personnes de même âge, même sexe, même taille ; la LIN est à −1,645.")), read.node)),
    draw(state, concluded, said) {
      for (const part of blocks) {
        part.node.hidden = part.rank > 0 && !(state.series[part.rank] || []).length;
        part.draw(state, concluded, said);
      }
      sets.show(state.jeu);
      const fresh = printout(state, concluded);
      if (!paper.firstChild || paper.firstChild.textContent !== fresh.textContent) paper.replaceChildren(fresh);
      read.show(concluded.lecture ?? null);
    },
  };
}

function conductPanel({ spec, conclude }) {
  const todo = ticks({ legend: "Ce que je fais maintenant", options: spec.conduites, toggle: (nom, ticked) => conclude(nom, ticked ? true : null) });
  return { node: h("div", { class: "asalee-conduite" }, todo.node), draw: (concluded) => todo.show(spec.conduites.map(([nom]) => nom).filter((nom) => concluded[nom] === true)) };
}
