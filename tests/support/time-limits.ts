import { addEventHandler } from "jest-circus";

/** Milliseconds that a test or hook may take which does not say how long. */
const LIMIT = 60_000;

type Work = () => unknown;

// The runner itself waits for ever: what does not end would stop the whole run.
addEventHandler(({ name }, { currentDescribeBlock: { children, hooks } }) => {
  if (name === "add_test") limit(children.at(-1) as Limited);
  if (name === "add_hook") limit(hooks.at(-1) as Limited);
});

/** What circus keeps of a test or hook; a test that is only named has no work. */
interface Limited {
  fn?: Work;
  readonly timeout?: number;
}

function limit(added: Limited): void {
  if (added.fn) added.fn = ending(added.fn, added.timeout ?? LIMIT);
}

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
