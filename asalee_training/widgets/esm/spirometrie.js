// What a spirometer prints: measured and predicted values, flow-volume and volume-time curves.

const INDICES = [["vems_l", "VEMS (L)", 2], ["cvf_l", "CVF (L)", 2], ["dep_l_s", "Débit de pointe (L/s)", 2], ["vems_cvf_pct", "VEMS/CVF (%)", 1]];
const ROUND_MS = [0, 100, 250, 500, 750, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 8000, 10000, 12000, 15000];

function valueTable({ valeurs, theoriques }) {
  const kept = INDICES.filter(([key]) => key in valeurs || (theoriques && key in theoriques));
  const head = ["", "Mesuré", ...(theoriques ? ["Valeur prédite", "LIN (limite inférieure de la normale)"] : [])];
  return table("Valeurs", head, kept.map(([key, name, digits]) => [name,
    key in valeurs ? h("strong", {}, french(valeurs[key], digits)) : "–",
    ...(theoriques ? (theoriques[key] ? [french(theoriques[key].theorique, digits), french(theoriques[key].lin, digits)] : ["–", "–"]) : [])]));
}

/** Points of an expiration near round times, so that a reader and not only an eye can follow the curves. */
function pointTable(expiration, name) {
  const times = expiration.temps_ms, rows = [], last = times.at(-1);
  for (const ms of [...ROUND_MS.filter((t) => t < last - 200), last]) {
    let i = 0;
    times.forEach((t, k) => { if (Math.abs(t - ms) < Math.abs(times[i] - ms)) i = k; });
    rows.push([`${french(times[i] / 1000, 2)} s`, `${french(expiration.volume_ml[i] / 1000, 2)} L`, `${french(expiration.debit_ml_s[i] / 1000, 2)} L/s`]);
  }
  return table(name, ["Temps", "Volume expiré", "Débit"], rows);
}

function curves({ expiration, inspiration }) {
  const litres = expiration.volume_ml.map((v) => v / 1000), flows = expiration.debit_ml_s.map((v) => v / 1000), seconds = expiration.temps_ms.map((t) => t / 1000);
  const out = litres.map((v, i) => [v, flows[i], seconds[i]]);
  const inward = inspiration ? inspiration.volume_ml.map((v, i) => [v / 1000, inspiration.debit_ml_s[i] / 1000]) : [];
  const topVolume = Math.ceil(Math.max(...litres) * 1.08 * 2) / 2;
  const words = (volume, flow, time) => `À ${french(time, 2)} s : volume ${french(volume, 2)} L, débit ${french(flow, 2)} L/s.`;
  return [
    chart({
      title: inward.length ? "Courbe débit-volume (en gris : inspiration)" : "Courbe débit-volume", height: 330, x: { label: "Volume (L)", min: 0, max: topVolume },
      y: { label: "Débit (L/s)", min: Math.floor(Math.min(0, ...inward.map((p) => p[1]))), max: Math.ceil(Math.max(...flows) * 1.08) },
      lines: inward.length ? [out, inward] : [out], cursor: { points: out, say: ([v, f, t]) => words(v, f, t) },
    }),
    chart({
      title: "Courbe volume-temps", height: 330, x: { label: "Temps (s)", min: 0, max: Math.ceil(seconds.at(-1)) }, y: { label: "Volume (L)", min: 0, max: topVolume },
      lines: [seconds.map((t, i) => [t, litres[i]])], cursor: { points: seconds.map((t, i) => [t, litres[i], flows[i]]), say: ([t, v, f]) => words(v, f, t) },
    }),
  ];
}

function render({ model, el }) {
  const seen = model.get("enregistrement"), all = seen.courbes || [], charts = all.map(curves);
  const name = (i) => (all.length > 1 ? `Manœuvre ${i + 1}` : "Courbes");
  frame(el, "instrument",
    h("h3", {}, "Spirométrie"),
    valueTable(seen),
    seen.equations && h("p", { class: "asalee-indication" }, `Valeurs prédites : équations ${seen.equations}.`),
    charts.map((pair, i) => [h("h4", {}, name(i)), h("div", { class: "asalee-courbes" }, pair.map((c) => c.node))]),
    all.length > 0 && h("details", { class: "asalee-liste" }, h("summary", {}, "Les courbes en chiffres"),
      all.map((c, i) => pointTable(c.expiration, all.length > 1 ? `${name(i)}, expiration` : "Expiration"))));
  return () => charts.flat().forEach((c) => c.stop());
}

export default { render };
