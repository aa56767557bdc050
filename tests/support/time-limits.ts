import { addEventHandler } from "jest-circus";

/** Milliseconds that a test or hook may take which does not say how long. */
const LIMIT = 60_000;

type Work = () => unknown;

// The runner itself waits for ever: what does not end would stop the whole run.
addEventHandler((event, { currentDescribeBlock: { children, hooks } }) => {
  const added = event.name === "add_test" ? children.at(-1) : hooks.at(-1);
  if (event.name !== "add_test" && event.name !== "add_hook") return;
  if (added && "fn" in added && added.fn) {
    added.fn = ending(added.fn as Work, added.timeout ?? LIMIT) as never;
  }
});

/** The same work, as a failure once its time is over. */
function ending(work: Work, milliseconds: number): Work {
  return async () => {
    let timer;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new Error(`it takes longer than ${milliseconds} ms`);
      timer = setTimeout(() => reject(error), milliseconds);
    });
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
