/**
 * The test runner tells all workers what they work with as soon as one of them asks, and then tells nobody
 * again: one that was told before it asked would wait for ever. So what a worker is told is kept.
 */
const ASKED = "jest-light-runner-get-worker-data";
const TOLD = "jest-light-runner-worker-data";

const emit = process.emit.bind(process);
const send = process.send?.bind(process);
if (send) {
  /** @type {unknown} */
  let told;
  // A listener would take, before the runner listens, what is meant for it.
  process.emit = (/** @type {any[]} */ ...[event, message, ...more]) => {
    if (event === "message" && message?.type === TOLD) told = message;
    return emit(event, message, ...more);
  };
  process.send = (/** @type {any[]} */ ...[message, ...more]) =>
    message === ASKED && told ? emit("message", told) : send(message, ...more);
}
