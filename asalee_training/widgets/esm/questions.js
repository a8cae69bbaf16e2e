// What a page asks of the kernel: each question gets its own answer, or a sentence when none comes.

const LOST_MS = 8000;

/** {ask(message, told), stop()}: `told` hears the reply of this `type`, or `{ refus: silent }` when it is lost. */
function questions(model, { type, silent }) {
  const waiting = new Map();
  const heard = (reply) => {
    if (!reply || reply.type !== type || !waiting.has(reply.n)) return;
    const { told, timer } = waiting.get(reply.n);
    clearTimeout(timer);
    waiting.delete(reply.n);
    told(reply);
  };
  model.on("msg:custom", heard);
  return {
    ask(message, told) {
      const n = uniqueId();
      const lost = () => { waiting.delete(n); told({ refus: silent }); };
      waiting.set(n, { told, timer: setTimeout(lost, LOST_MS) });
      try { model.send({ ...message, n }); } catch { clearTimeout(waiting.get(n).timer); lost(); }
    },
    stop() {
      model.off("msg:custom", heard);
      for (const { timer } of waiting.values()) clearTimeout(timer);
    },
  };
}
