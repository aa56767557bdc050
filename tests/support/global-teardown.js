/** Removes what the run's tests started from. */
export default async function tearDown() {
  for (const remove of globalThis.removals ?? []) await remove();
}
