/** The address of a server that listens on a host and port. */
export function listeningUrl(host: string, port: number, secure: boolean): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return `${secure ? "https" : "http"}://${name}:${port}`;
}
