// A spirometer's screen: recorded blows as points, both curves side by side, and what they say in numbers, without a judgement.

/** Bring a place into sight: what is taller than the window shows its beginning. */
function inSight(place) {
  place.scrollIntoView({ block: place.offsetHeight > 0.8 * window.innerHeight ? "start" : "nearest" });
}

const NO_FLOW = 0.05, FINE_TIMES = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 12, 14];

/** A recorded blow: {points: [[seconds, litres, L/s], …], end}. Seconds count from the first flow; `end` is the last point before the inspiration. */
function blowPoints({ pas, debit }) {
  const times = [0], flows = debit.map((flow) => flow / 1000);
  for (const [count, ms] of pas) for (let i = 0; i < count; i += 1) times.push(times.at(-1) + ms / 1000);
  let volume = 0;
  const volumes = flows.map((flow, i) => { if (i) volume += ((flow + flows[i - 1]) / 2) * (times[i] - times[i - 1]); return volume; });
  const first = Math.max(0, flows.findIndex((flow) => flow > NO_FLOW) - 1), peak = flows.indexOf(Math.max(...flows));
  const inward = flows.findIndex((flow, i) => i > peak && flow < 0);
  return { points: flows.map((flow, i) => [times[i] - times[first], volumes[i], flow]), first, peak, end: (inward < 0 ? flows.length : inward) - 1 };
}

/** The volume at a time, between two points. */
function volumeAt({ points }, t) {
  const i = Math.max(1, points.findIndex(([time]) => time >= t)), [t0, v0] = points[i - 1], [t1, v1] = points[i];
  return v0 + ((v1 - v0) * (t - t0)) / (t1 - t0);
}

/** What can be measured on the curves, in sentences. */
function blowWords(blow) {
  const { points, first, peak, end } = blow, out = points.slice(peak, end + 1), [tPeak, , fPeak] = points[peak], [tEnd, vEnd] = points[end];
  const again = [];
  let stopped = false;
  for (const [t, , flow] of out) {
    if (flow <= NO_FLOW) stopped = true;
    else if (stopped && flow > 3 * NO_FLOW) { again.push(t); stopped = false; }
  }
  const last = out.findLastIndex(([, , flow]) => flow > NO_FLOW), [tLast] = out[Math.min(last + 1, out.length - 1)];
  const before = points.find(([t]) => t >= tLast - 0.1)[2], rest = points.slice(0, Math.max(1, first)).reduce((sum, [, , flow]) => sum + flow, 0) / Math.max(1, first);
  const s2 = (t) => `${french(t, 2)} s`;
  return [
    `Pointe : ${french(fPeak, 1)} L/s à ${s2(tPeak)}. Sommets du débit : ${summits(points.slice(first, end + 1).map(([, , flow]) => flow), Math.max(0.2, 0.06 * fPeak))}.`,
    `Durée du souffle : ${french(tEnd, 1)} s. Volume soufflé : ${french(vEnd, 2)} L, dont ${french(1000 * (vEnd - volumeAt(blow, tEnd - 1)), 0)} mL dans la dernière seconde.`,
    `Débit revenu après un zéro : ${again.length ? `${again.length} fois (à ${again.map(s2).join(" et à ")})` : "jamais"}.`,
    `Le débit s’éteint à ${s2(tLast)} ; un dixième de seconde plus tôt, il était de ${french(before, 2)} L/s.`,
    `Volume réinspiré à la fin : ${french(vEnd - points.at(-1)[1], 2)} L. Débit au repos, avant le souffle : ${french(rest, 2)} L/s.`,
  ];
}

/** Number of peaks that stand out by more than `least`. */
function summits(flows, least) {
  let count = 0, low = flows[0], high = flows[0], rising = true;
  for (const flow of flows) {
    high = Math.max(high, flow);
    low = Math.min(low, flow);
    if (rising && flow < high - least) { count += 1; rising = false; low = flow; } else if (!rising && flow > low + least) { rising = true; high = flow; }
  }
  return count;
}

/** The curve as a table, at round times. */
function blowTable(blow, name) {
  const last = blow.points[blow.end][0], rows = [...FINE_TIMES.filter((t) => t < last - 0.02), last].map((t) => {
    const [time, volume, flow] = blow.points.slice(0, blow.end + 1).reduce((best, point) => (Math.abs(point[0] - t) < Math.abs(best[0] - t) ? point : best));
    return [`${french(time, 2)} s`, `${french(volume, 2)} L`, `${french(flow, 2)} L/s`];
  });
  return table(name, ["Temps", "Volume soufflé", "Débit"], rows);
}

/**
 * Both curves on axes that hold every blow of the recording, and what is predicted: {node, predict, show(blows, current, until?), stop}.
 * predicted: every {dep, vems, cvf} that may be asked for; `predict(one)` puts it on the curves.
 */
function spirometerScreen(blows, predicted) {
  const all = blows.flatMap(({ points }) => points), litres = all.map(([, v]) => v), flows = all.map(([, , f]) => f);
  const top = Math.ceil(Math.max(...litres, ...predicted.map(({ cvf }) => cvf)) * 1.04 * 2) / 2, longest = Math.max(...blows.map(({ points, end }) => points[end][0]));
  const say = ([t, v, f]) => `À ${french(t, 2)} s : ${french(v, 2)} L, ${french(f, 2)} L/s.`;
  const hint = "← → ou doigt : lire un point", height = 264;
  const loop = chart({ title: "Débit-volume", height, hint, lines: [], x: { label: "Volume (L)", min: Math.min(0, Math.floor(Math.min(...litres) * 2) / 2), max: top },
    y: { label: "Débit (L/s)", min: Math.floor(Math.min(...flows) * 1.05), max: Math.ceil(Math.max(...flows, ...predicted.map(({ dep }) => dep)) * 1.05) }, cursor: { points: [], say: ([, , point]) => say(point) } });
  const time = chart({ title: "Volume-temps", height, hint, lines: [], x: { label: "Temps (s)", min: 0, max: Math.ceil(longest) }, y: { label: "Volume (L)", min: 0, max: top },
    cursor: { points: [], say: ([, , point]) => say(point) } });
  const onLoop = (points) => points.map((point) => [point[1], point[2], point]);
  const onTime = ({ points, end }) => points.slice(0, end + 1).filter(([t]) => t >= 0).map((point) => [point[0], point[1], point]);
  const legend = h("p", { class: "asalee-legende" });
  return {
    node: h("div", { class: "asalee-courbes asalee-ecran" }, loop.node, time.node, legend),
    predict({ dep, vems, cvf, taille }) {
      // A device joins the predicted peak to the predicted volume; the peak comes after some 15 % of it.
      loop.mark([[0.15 * cvf, dep], [cvf, 0]], [[0, 0], [0.15 * cvf, dep], [cvf, 0]]);
      time.mark([[1, vems]]);
      legend.textContent = typo(`○ théorique pour ${taille} cm : DEP ${french(dep, 2)} L/s, CVF ${french(cvf, 2)} L ; à 1 s, VEMS ${french(vems, 2)} L.`);
    },
    /** `until`: seconds of the current blow that are drawn, while it is being blown. */
    show(shown, current, until = Infinity) {
      const others = shown.filter((blow) => blow !== current).map((blow) => ({ blow, kind: "ancien" }));
      const seen = current && (until === Infinity ? current : { ...current, points: current.points.filter(([t]) => t <= until) });
      const tip = until === Infinity || !seen.points.length ? null : seen.points.at(-1);
      const lines = (place) => [...(seen ? [{ points: place(seen), kind: "courant" }] : []), ...others.map(({ blow, kind }) => ({ points: place(blow), kind }))];
      loop.trace(lines(({ points }) => onLoop(points)), seen && !tip ? onLoop(seen.points.slice(seen.first)) : [], tip && [tip[1], tip[2]]);
      time.trace(lines(onTime), seen && !tip ? onTime(seen) : [], tip && tip[2] >= 0 && tip[0] >= 0 ? [tip[0], tip[1]] : null);
    },
    stop() { loop.stop(); time.stop(); },
  };
}
