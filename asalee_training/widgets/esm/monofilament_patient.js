// The person examined: what the recording makes them answer, the words they use, their face.

const NON = 0, OUI = 1, AILLEURS = 2, SILENCE = 3;
/** How long and how straight the touch was, as a rank in the recording's lists; a plain touch is in the middle. */
const LENGTHS_MS = [500, 900, 2400, 4000];

function rank({ contact_ms: contact, angle, plie, glisse }) {
  const length = LENGTHS_MS.filter((bound) => contact >= bound).length;
  return Math.min(Math.max(length - (angle === "oblique") - !plie + glisse, 0), 4);
}

/** Every application of a session with what was answered: [{geste, code, vue, wound, fois}]. The same session is always answered the same. */
function answers(gestes, { reponses, lesions }) {
  const told = new Map(), hurt = new Map(lesions.map(({ zone, nature }) => [zone, nature]));
  let eyes = "ouverts", taken = "";
  const next = (list, name) => {
    const count = told.get(name) || 0;
    told.set(name, count + 1);
    return list[Math.min(count, list.length - 1)];
  };
  return gestes.flatMap((geste, index) => {
    if (geste.g === "yeux") eyes = geste.etat;
    if (geste.g === "prendre_fil") taken = geste.fil;
    if (geste.g !== "appliquer" || !reponses[geste.zone]) return [];
    const lists = reponses[geste.zone], real = geste.application === "reelle", level = rank(geste);
    const lesion = real && geste.position === "centre" ? hurt.get(geste.zone) : undefined;
    const wound = lesion === "plaie" || lesion === "plaie_infectee", vue = !wound && eyes === "ouverts";
    let code;
    if (lesion && !vue) code = next(lists.lesion, `${geste.zone} lesion`);
    else if (vue) code = real ? OUI : NON;
    else if (geste.question === "suggestive") code = next(lists.menees[real ? 0 : 1], `${geste.zone} ${geste.application} suggestive`);
    else code = real ? next((lists.fils?.[taken] || lists.touches)[level], `${geste.zone} ${taken} ${level}`) : next(lists.sans, `${geste.zone} fictive`);
    if (geste.question === "aucune" && (code === NON || !real)) code = SILENCE;
    return [{ geste, code, vue, wound, fois: index }];
  });
}

const REPLY_WORDS = ["non", "oui", "oui, mais ailleurs", "rien dit"];
const PLACES = {
  hallux: "sous le gros orteil", orteil3: "sous l’orteil du milieu", orteil5: "sous le petit orteil",
  meta1: "à l’avant, du côté du gros orteil", meta3: "à l’avant, au milieu", meta5: "à l’avant, du côté du petit orteil",
  milieu_interne: "au creux du pied", milieu_externe: "sur le bord du pied", talon: "au talon", dos_premier_espace: "sur le dessus, entre les orteils",
};

/** What the person says to one application. */
function spoken({ geste, code, vue, wound, fois }) {
  const [foot, site] = geste.zone.split(".");
  if (wound) return code === NON ? "Non, rien… Vous avez touché quelque chose ?" : "Aïe ! Doucement, ça fait mal, là.";
  if (code === SILENCE) return "…";
  if (code === AILLEURS) return site === "talon" ? "Oui… vers les orteils, je crois." : "Oui… vers le talon, je crois.";
  if (vue) return code === OUI ? `Oui, je vous vois faire : ${PLACES[site]}.` : "Non. Je vois bien que vous ne me touchez pas.";
  if (geste.question === "suggestive") return code === OUI ? "Euh… oui, oui, je sens." : "Non… je devrais ?";
  if (code === NON) return ["Non.", "Non, rien.", "Non, je ne sens rien."][fois % 3];
  if (geste.question === "aucune") return `Là ! Pied ${foot}, ${PLACES[site]}.`;
  return geste.application === "fictive" ? `Oui… pied ${foot}, je crois.` : `Oui. Au pied ${foot}, ${PLACES[site]}.`;
}

const QUESTION_WORDS = {
  ouverte: "« Sentez-vous quelque chose ? Où ? »", suggestive: "« Là, vous sentez bien ? »", aucune: "Je ne demande rien",
};
/** What is said on other gestures, `fils` being those of the drawer: [the nurse, the person]. */
const EXCHANGES = {
  expliquer: () => ["Vous expliquez l’examen et vous demandez l’accord.", "D’accord, allez-y. Ça ne fait pas mal, au moins ?"],
  decouvrir: ({ pied }) => [pied === "deux" ? "Vous faites retirer chaussures et chaussettes." : `Vous faites retirer la chaussure et la chaussette du pied ${pied}.`,
    pied === "deux" ? "Voilà, les deux sont à l’air." : "Voilà. Et l’autre, je le laisse ?"],
  prendre_fil: ({ fil }, fils) => [`Vous prenez ce fil : « ${fils.find(([id]) => id === fil)[1]} ».`, ""],
  plier_fil: () => ["Vous pliez le fil deux fois, avant de commencer.", ""],
  demontrer: ({ lieu }) => [`Vous lui faites sentir le fil ${DEMO[lieu]}.`, lieu === "pied" ? "Ah… je ne sais pas bien si j’ai senti." : "Ah oui, je vois. Ça pique un peu, comme un poil de brosse."],
  yeux: ({ etat }) => (etat === "fermes" ? ["« Fermez les yeux, s’il vous plaît. »", "Voilà, je ne regarde plus."] : ["« Vous pouvez ouvrir les yeux. »", "Ah, c’est mieux."]),
};
const DEMO = { main: "sur le dos de la main", coude: "au pli du coude", front: "sur le front", pied: "directement sous le pied" };

/** A face on a pillow: {node, draw(closed), mood(hurt)}. */
function face(sexe) {
  const long = sexe === "femme";
  const open = s("g", {}, [[-15, 0], [15, 0]].map(([x]) => [
    s("path", { d: `M${x - 9} -3 C${x - 5} -9 ${x + 5} -9 ${x + 9} -3 C${x + 5} 2 ${x - 5} 2 ${x - 9} -3 Z`, class: "asalee-oeil" }), s("circle", { cx: x, cy: -3.5, r: 3.4, class: "asalee-iris" })]));
  const closed = s("g", {}, [-15, 15].map((x) => s("path", { d: `M${x - 9} -4 C${x - 5} 2 ${x + 5} 2 ${x + 9} -4 M${x - 6} -1 l-2 3 M${x} 0.5 l0 3.5 M${x + 6} -1 l2 3`, class: "asalee-trait-visage" })));
  const brows = s("path", { class: "asalee-trait-visage" }), mouth = s("path", { class: "asalee-trait-visage" });
  function mood(hurt) {
    brows.setAttribute("d", hurt ? "M-23 -12 C-19 -16 -12 -19 -8 -19 M8 -19 C12 -19 19 -16 23 -12" : "M-23 -14 C-19 -17 -12 -17 -8 -15 M8 -15 C12 -17 19 -17 23 -14");
    mouth.setAttribute("d", hurt ? "M-8 22 C-4 19 4 19 8 22" : "M-9 18 C-4 23 4 23 9 18");
  }
  mood(false);
  const node = s("svg", { viewBox: "-50 -52 100 104", class: "asalee-visage", role: "img" },
    s("path", { d: "M-50 -18 C-48 -46 48 -46 50 -18 L50 52 L-50 52 Z", class: "asalee-oreiller" }),
    s("path", { d: "M-44 52 C-42 40 -22 36 -12 34 L12 34 C22 36 42 40 44 52 Z", class: "asalee-col" }),
    long ? s("path", { d: "M-33 -12 C-42 10 -42 30 -31 36 L31 36 C42 30 42 10 33 -12 Z", class: "asalee-cheveux" }) : null,
    s("path", { d: "M-11 24 L-11 37 C-6 44 6 44 11 37 L11 24 Z", class: "asalee-teint" }),
    s("path", { d: "M-31 -8 C-38 -10 -38 8 -30 9 M31 -8 C38 -10 38 8 30 9", class: "asalee-teint" }),
    s("path", { d: "M-31 -14 C-31 -40 31 -40 31 -14 C32 8 24 32 0 34 C-24 32 -32 8 -31 -14 Z", class: "asalee-teint" }),
    s("path", { d: long ? "M-34 4 C-42 -34 -22 -49 0 -48 C22 -49 42 -34 34 4 C31 -8 30 -18 22 -25 C12 -18 -14 -20 -22 -27 C-29 -18 -31 -8 -34 4 Z"
      : "M-32 -6 C-37 -30 -22 -46 0 -46 C22 -46 37 -30 32 -6 C30 -14 29 -22 24 -27 C14 -33 -14 -33 -24 -27 C-29 -22 -30 -14 -32 -6 Z", class: "asalee-cheveux" }),
    s("path", { d: "M-7 9 C-11 12 -13 16 -13 21 M7 9 C11 12 13 16 13 21 M-22 6 C-19 8 -14 9 -10 7 M22 6 C19 8 14 9 10 7", class: "asalee-trait-visage", "stroke-opacity": "0.4" }),
    s("path", { d: "M-1 -2 C1 4 4 9 0 11 C-2 11 -3 11 -4 10 M-3 26 C-1 27 1 27 3 26", class: "asalee-trait-visage" }), brows, mouth,
    open, closed);
  return {
    node,
    mood,
    draw(shut) {
      open.setAttribute("visibility", shut ? "hidden" : "visible");
      closed.setAttribute("visibility", shut ? "visible" : "hidden");
      node.setAttribute("aria-label", shut ? "La personne a les yeux fermés" : "La personne a les yeux ouverts");
    },
  };
}

/** The person beside what is said: {node, say(nurse, person), draw(closed)}. A reply comes after a breath. */
function personView(sexe) {
  const portrait = face(sexe), nurse = h("p", { class: "asalee-soignante" }), words = h("p", { class: "asalee-bulle-mots", "aria-live": "polite" });
  const eyes = h("span", { class: "asalee-yeux" }), still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let timer = 0, last = "";
  const node = h("div", { class: "asalee-personne" },
    h("div", { class: "asalee-portrait" }, portrait.node, eyes), h("div", { class: "asalee-paroles" }, nurse, h("div", { class: "asalee-bulle" }, words)));
  return {
    node,
    say(mine, theirs, key) {
      if (key === last) return;
      last = key;
      clearTimeout(timer);
      const tell = () => { words.textContent = typo(theirs ? `« ${theirs} »` : ""); };
      nurse.textContent = typo(mine);
      if (still) tell();
      else { words.textContent = ""; timer = setTimeout(tell, 350); }
    },
    draw(shut) { portrait.draw(shut); eyes.textContent = shut ? "yeux fermés" : "yeux ouverts"; },
  };
}
