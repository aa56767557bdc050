/** Removes what the run's test hubs started from. */
export default async function tearDown() {
  await globalThis.removeTemplates?.();
}
