/** Whether this hub gives developers' tokens to its own pages. */
export const IS_DEVELOPER_MODE =
  document.querySelector<HTMLMetaElement>('meta[name="hub-mode"]')?.content === "developer";
