// Twelve leads from one beat of a dipole and the vector of each electrode's place: sums and products, nothing is judged.

/** Each lead as a sum of electrodes; chest leads are taken against the mean of the three limbs. */
const LEADS = (() => {
  const limbs = { DI: { L: 1, R: -1 }, DII: { F: 1, R: -1 }, DIII: { F: 1, L: -1 }, aVR: { R: 1, L: -0.5, F: -0.5 }, aVL: { L: 1, R: -0.5, F: -0.5 }, aVF: { F: 1, R: -0.5, L: -0.5 } };
  const third = -1 / 3;
  return { ...limbs, ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [`V${i}`, { [`V${i}`]: 1, R: third, L: third, F: third }])) };
})();
const CABLES = ["R", "L", "F", "N", "V1", "V2", "V3", "V4", "V5", "V6"];

/** Beats one after the other: x, y, z in mV. */
function beats({ coeur, hz, rr_ms: intervals }, seconds) {
  const length = Math.round(seconds * hz), sides = coeur.map(() => new Float64Array(length));
  let start = Math.round(hz * 0.06);
  for (let i = 0; start < length; i += 1) {
    coeur.forEach((wave, k) => wave.forEach((value, j) => { if (start + j >= 0 && start + j < length) sides[k][start + j] += value / 1000; }));
    start += Math.round((intervals[i % intervals.length] * hz) / 1000);
  }
  return sides;
}

/** What an electrode picks up besides the heart, in mV. */
function noise(sources, cable, { hz }, length) {
  const out = new Float64Array(length), rank = CABLES.indexOf(cable);
  for (const { hz: tones, uv } of sources) {
    if (!uv[cable]) continue;
    tones.forEach((tone, k) => {
      for (let i = 0; i < length; i += 1) {
        const t = i / hz, swell = tones.length > 4 ? 0.55 + 0.45 * Math.sin(2 * Math.PI * (0.4 + 0.17 * k) * t + rank) : 1;
        out[i] += (uv[cable] / 1000) * swell * Math.sin(2 * Math.PI * tone * t + 1.7 * rank + 2.3 * k);
      }
    });
  }
  return out;
}

/** First-order low-pass: what a filter does to everything, the heart included. */
function lowPass(signal, cutoff, hz) {
  const share = 1 / (1 + hz / (2 * Math.PI * cutoff)), out = new Float64Array(signal.length);
  let last = signal[0];
  for (let i = 0; i < signal.length; i += 1) out[i] = last += share * (signal[i] - last);
  return out;
}

/**
 * The twelve leads in mV, or null for a lead whose electrodes are not all stuck.
 * state: {pose, sources, bande}. seconds: null for one beat alone, without noise.
 */
function tracing(recording, { pose, sources, bande }, seconds) {
  const [x, y, z] = seconds === null ? recording.coeur.map((wave) => Float64Array.from(wave, (v) => v / 1000)) : beats(recording, seconds);
  const heard = {}, noises = seconds === null ? [] : sources;
  const listen = (cable) => (heard[cable] ||= noise(noises, cable, recording, x.length));
  return Object.fromEntries(Object.entries(LEADS).map(([lead, parts]) => {
    const cables = Object.keys(parts);
    if (!pose.N || cables.some((cable) => !pose[cable])) return [lead, null];
    const [a, b, c] = [0, 1, 2].map((k) => cables.reduce((sum, cable) => sum + parts[cable] * recording.vecteurs[pose[cable]][k], 0));
    const out = new Float64Array(x.length);
    for (let i = 0; i < x.length; i += 1) out[i] = a * x[i] + b * y[i] + c * z[i];
    for (const cable of noises.length ? cables : []) listen(cable).forEach((v, i) => { out[i] += parts[cable] * v; });
    return [lead, bande === "35" ? lowPass(out, 35, recording.hz) : out];
  }));
}

/** Noises that go on, given what was done: preparations made, how many times each electrode was stuck, and where. */
function stillThere(sources, preparations, stuck, pose) {
  return sources.filter(({ uv, fin }) => Object.keys(uv).some((cable) => pose[cable])
    && (fin.poser ? (stuck[fin.poser[0]] || 0) < fin.poser[1] : !fin.preparer.some((done) => preparations.has(done))));
}

/** Put an electrode somewhere: the one that was there takes its former place, or goes back to the tray. */
function stick(pose, cable, site) {
  const before = pose[cable], other = Object.keys(pose).find((name) => pose[name] === site && name !== cable);
  pose[cable] = site;
  if (other && before) pose[other] = before;
  else if (other) delete pose[other];
}

const mm = (value) => `${french(Math.abs(value), Math.abs(value) < 9.5 ? 1 : 0).replace(/,0$/, "")} mm`;

/** One lead in words, in mm of paper: heights and signs only. */
function leadWords(signal, { ondes }, gain) {
  if (!signal) return ["pas de signal", "pas de signal", "pas de signal"];
  const cut = ([from, to]) => Array.from(signal.slice(from, to), (v) => v * gain);
  const simple = (values) => {
    const up = Math.max(...values, 0), down = -Math.min(...values, 0), size = Math.max(up, down);
    if (size < 0.35) return "à peine visible";
    if (Math.min(up, down) > 0.45 * size) return `vers le haut puis le bas, ${mm(size)}`;
    return up > down ? `positive, ${mm(up)}` : `négative, ${mm(down)}`;
  };
  return [simple(cut(ondes.p)), deflections(cut(ondes.qrs)), simple(cut(ondes.t))];
}

/** « bas 1 mm, haut 9 mm, bas 2 mm »: the deflections of a QRS in order. */
function deflections(values) {
  const found = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last && Math.sign(last) === Math.sign(value)) { if (Math.abs(value) > Math.abs(last)) found[found.length - 1] = value; } else found.push(value);
  }
  const seen = found.filter((value) => Math.abs(value) >= 0.5);
  if (!seen.length) return "plat";
  const sum = Math.max(...seen, 0) + Math.min(...seen, 0), sign = Math.abs(sum) < 0.8 ? "autant vers le haut que vers le bas" : sum > 0 ? "surtout positif" : "surtout négatif";
  const parts = seen.map((value) => `${value > 0 ? "haut" : "bas"} ${mm(value)}`);
  return `${seen.every((v) => v > 0) ? "positif" : seen.every((v) => v < 0) ? "négatif" : sign} : ${parts.join(", ")}`;
}

/** The line between beats, in words, from the noises that this lead picks up. */
function baseline(lead, sources, pose, gain) {
  const words = [];
  for (const { hz: tones, uv } of sources) {
    const size = Object.keys(LEADS[lead]).reduce((sum, cable) => sum + (pose[cable] ? (uv[cable] || 0) * Math.abs(LEADS[lead][cable]) : 0), 0) * gain / 500;
    if (size < 0.15) continue;
    const what = tones.length === 1 ? "oscillation fine et régulière, 50 par seconde" : Math.max(...tones) < 1 ? "ondulation lente" : tones[0] < 1 ? "grands écarts irréguliers" : "oscillations fines et irrégulières";
    words.push(`${what}, environ ${mm(size * (tones.length > 1 ? 1.6 : 1))}`);
  }
  return words.join(" ; ") || "nette";
}
