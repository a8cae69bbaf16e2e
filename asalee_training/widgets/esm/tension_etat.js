// A session of blood pressure, replayed from its gestures: how the person is, what the device showed. Nothing is judged.

/** {etat, position, minutes, total, besoin, cote, taille, tour, chaise, sorti, lectures, dit}: the same arithmetic as the kernel's. */
function replayTension(recording, gestes) {
  const now = { etat: { ...recording.depart }, position: "assis", minutes: 0, total: 0, besoin: recording.besoin, cote: null, taille: null, tour: false, chaise: false, sorti: false, lectures: [], dit: "" };
  for (const geste of gestes) {
    if (STEPS_TENSION[geste.g]) STEPS_TENSION[geste.g](now, geste, recording);
  }
  return now;
}

const STEPS_TENSION = {
  demander(now, { sujet }, recording) { now.dit = replyTo(recording.reponses[sujet], now); },
  toilettes(now) { Object.assign(now, { besoin: false, sorti: true, minutes: 0 }); now.dit = "Me revoilà. Merci."; },
  installer(now, { point, etat }) { now.etat[point] = etat; now.dit = SAID_INSTALLING[etat] || "Comme ça ?"; },
  position(now, { etat }) {
    now.dit = { assis: "Je m’assieds.", couche: "Me voilà sur le dos.", debout: "Je suis debout." }[etat];
    if (etat === now.position) return;
    Object.assign(now, { position: etat, minutes: 0 });
    now.etat.bras = etat === "couche" ? "soutenu" : "pendant";
  },
  securiser(now) { now.chaise = true; now.dit = "Vous restez là ? C’est gentil."; },
  attendre(now, { minutes }) { now.minutes += minutes; now.total += minutes; now.dit = ""; },
  tour_bras(now) { now.tour = true; now.dit = ""; },
  brassard(now, { taille }) { now.taille = taille; now.dit = ""; },
  bras(now, { cote }) { now.cote = cote; now.dit = ""; },
  mesurer(now, _, recording) {
    if (!now.cote || !now.taille) return;
    const [pas, pad, pouls] = shownByDevice(now, recording);
    now.lectures.push({ pas, pad, pouls, cote: now.cote, position: now.position, minutes: now.minutes, total: now.total });
    now.dit = "";
  },
};
const SAID_INSTALLING = { silence: "…", parle: "Et donc, je vous disais…", nu: "Voilà, la manche est ôtée." };

/** An answer is a sentence, or one by position and by minute, or one before and one after. */
function replyTo(answer, now) {
  if (typeof answer === "string") return answer;
  if ("avant" in answer) return now.sorti ? answer.apres : answer.avant;
  const said = answer[now.position] || answer.assis;
  return Array.isArray(said) ? said[Math.min(now.minutes, said.length - 1)] : said;
}

/** The careful reading, and everything that was not careful. */
function shownByDevice(now, { acte, effets, lectures, cafe_tabac_encore_min: encore }) {
  const added = [...Object.keys(now.etat).map((point) => effets[point][now.etat[point]]), effets.brassard[now.taille]];
  if (now.besoin) added.push(effets.vessie);
  if (now.total < encore) added.push(effets.cafe_tabac);
  const last = (list, index) => list[Math.min(index, list.length - 1)];
  let careful;
  if (acte === "cabinet") careful = last(lectures[now.cote], now.lectures.filter(({ cote }) => cote === now.cote).length);
  else {
    careful = now.position === "debout" ? last(lectures.debout, now.minutes) : lectures[now.position];
    added.push(effets.cote[now.cote]);
  }
  if (now.position === (acte === "cabinet" ? "assis" : "couche")) added.push(last(effets.repos, now.minutes));
  const [pas, pad] = [0, 1].map((i) => careful[i] + added.reduce((sum, effect) => sum + effect[i], 0));
  return [pas, Math.min(pad, pas - 10), careful[2]];
}

const bloodPressure = ({ pas, pad }) => `${pas}/${pad}`;
/** « 9 h 05 »: the practice's clock, which only what is waited moves. */
function practiceTime(total) {
  const at9 = 9 * 60 + total;
  return `${Math.floor(at9 / 60)}\u00a0h ${String(at9 % 60).padStart(2, "0")}`;
}
