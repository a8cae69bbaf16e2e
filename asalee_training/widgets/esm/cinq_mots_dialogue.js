// The five words as a dialogue: what gestures make the person say. The recording answers; nothing here knows what is right.

/** Seconds that each gesture takes on the clock of the session. */
const PACE = {
  verifier: 25, corriger: 60, expliquer: 40, montrer: 8, faire_lire: 15, demander_categorie: 7, cacher: 3, rappel_libre: 35,
  indicer: 9, noter: 0, encourager: 5, reporter: 20, terminer: 30,
};
const MOMENTS = ["immediat", "differe"], HORS = 5;

/** « {0} » and « {x0} » become words of this list; the first letter of a sentence is a capital. */
function worded(text, liste) {
  const said = text.replace(/\{(x?)(\d)\}/g, (_, other, i) => (liste ? liste.mots[i][other ? "voisin" : "mot"] : "…"));
  return said.replace(/(^|[.!?] )(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}

/** The session that these gestures make: {lines, visible, liste, done, seconds, …}. */
function followWords(gestes, spec, recording) {
  const state = {
    lines: [], visible: false, liste: null, pointed: null, shown: 0, seconds: 0, minutes: 0, tache: null, hurt: false, ended: "", read: false, asked: new Set(),
    seen: new Set(), mended: new Set(), recalls: { immediat: null, differe: null }, notes: { immediat: {}, differe: {} }, told: "",
  };
  const say = (texte) => state.lines.push({ genre: "vous", qui: "Vous", texte });
  const hear = (texte) => state.lines.push({ genre: "elle", qui: spec.personne, texte: worded(texte, state.liste) });
  const see = (texte) => state.lines.push({ genre: "voit", qui: "", texte });
  const text = (table, key) => (table.find(([nom]) => nom === key) || ["", ""])[1];
  const condition = (id) => spec.conditions.find((one) => one.id === id);
  const afresh = () => { if (!state.recalls.differe) { state.minutes = 0; state.tache = null; } };
  const acts = {
    verifier({ condition: id }) { state.seen.add(id); see(recording.conditions[id][0]); },
    corriger({ condition: id }) { state.mended.add(id); see(recording.conditions[id][1]); },
    expliquer({ phrase }) { say(text(spec.expliquer, phrase)); hear(recording.expliquer[phrase]); },
    montrer({ liste }) {
      state.liste = spec.listes.find(({ id }) => id === liste);
      see(`Vous posez devant ${recording.sexe === "femme" ? "elle" : "lui"} la liste « ${state.liste.titre} ».`);
      hear(recording.montrer[state.shown ? 1 : 0]);
      state.visible = true;
      state.shown += 1;
      state.pointed = null;
      state.read = false;
      state.asked = new Set();
      afresh();
    },
    faire_lire() { state.read = true; say("Pouvez-vous lire ces cinq mots à voix haute ?"); hear(recording.lire[state.mended.has("appareils") ? 1 : 0]); },
    demander_categorie({ mot }) { state.asked.add(mot); say(state.liste.mots[mot].question); hear(recording.categorie[mot]); state.pointed = mot; },
    cacher() { state.visible = false; state.pointed = null; see("Vous retournez la feuille."); },
    rappel_libre({ moment }) {
      if (moment === "immediat") afresh();
      const waited = state.tache ? recording.delais[state.tache][Math.min(state.minutes, recording.delais[state.tache].length - 1)] : "c";
      const letter = state.visible ? "v" : state.hurt ? "p" : moment === "immediat" ? "a" : waited;
      state.recalls[moment] = { letter, shown: state.shown };
      say(spec.rappels[moment]);
      hear(recording.rappels[moment][letter]);
    },
    indicer({ moment, mot, maniere }) {
      if (moment === "immediat") afresh();
      const word = state.liste.mots[mot], { letter, shown } = state.recalls[moment];
      say({ categorie: word.indice, initiale: `Cela commence par ${word.nu[0].toUpperCase()}…`, mot: `C’était ${word.mot}, n’est-ce pas ?` }[maniere]);
      const given = maniere === "categorie" && (state.visible || state.shown > shown);
      hear(given ? recording.revu[mot] : recording.indices[moment][letter][mot][["categorie", "initiale", "mot"].indexOf(maniere)]);
    },
    noter({ moment, mot, code }) { state.notes[moment][mot] = code; },
    intercaler({ tache, minutes }) {
      state.minutes += minutes;
      state.tache = tache;
      say(text(spec.taches, tache));
      see(`${recording.intercaler[tache]} ${plural(minutes, "minute")} ${minutes > 1 ? "passent" : "passe"}.`);
    },
    encourager({ phrase }) { state.hurt = state.hurt || recording.paroles[phrase] === "p"; say(text(spec.encourager, phrase)); hear(recording.encourager[phrase]); },
    reporter() { state.ended = "reporter"; say("Nous ferons cet exercice un autre jour. Je vous propose un rendez-vous."); hear(recording.reporter); },
    terminer({ phrase }) { state.ended = "terminer"; say(text(spec.terminer, phrase)); hear(recording.terminer[phrase]); },
  };
  for (const geste of gestes) {
    if (!geste || !acts[geste.g]) continue;
    acts[geste.g](geste);
    state.seconds += geste.g === "intercaler" ? 60 * geste.minutes : PACE[geste.g];
  }
  state.told = state.lines.findLast(({ genre }) => genre === "elle")?.texte || "";
  return state;
}

/** One gesture in a few words, for the log. */
function wordsOf(geste, spec) {
  const condition = spec.conditions.find(({ id }) => id === geste.condition), word = (mot) => {
    if (mot === HORS) return "un autre mot";
    return `mot ${mot + 1}`;
  };
  const text = (table, key) => `« ${(table.find(([nom]) => nom === key) || ["", ""])[1]} »`, late = geste.moment === "differe" ? "rappel différé" : "rappel immédiat";
  return {
    verifier: () => condition.verifier, corriger: () => condition.corriger, expliquer: () => text(spec.expliquer, geste.phrase),
    montrer: () => `Feuille montrée : liste ${spec.listes.find(({ id }) => id === geste.liste).titre}`, faire_lire: () => "Lecture à voix haute",
    demander_categorie: () => `Catégorie demandée, ${word(geste.mot)}`, cacher: () => "Feuille retournée", rappel_libre: () => `${late[0].toUpperCase()}${late.slice(1)} demandé`,
    indicer: () => `Aide, ${late}, ${word(geste.mot)} : ${spec.manieres.find(([nom]) => nom === geste.maniere)[1].toLowerCase()}`,
    noter: () => `Noté, ${late}, ${word(geste.mot)} : ${[...spec.codes, ...spec.codes_hors].find(([nom]) => nom === geste.code)[1].toLowerCase()}`,
    intercaler: () => `${text(spec.taches, geste.tache)}, ${plural(geste.minutes, "minute")}`, encourager: () => text(spec.encourager, geste.phrase),
    reporter: () => "Épreuve reportée", terminer: () => text(spec.terminer, geste.phrase),
  }[geste.g]();
}
