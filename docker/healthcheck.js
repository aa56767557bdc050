// Exits 0 when the process in this container answers /readyz, for Docker's HEALTHCHECK.
import { request as http } from "node:http";
import { request as https } from "node:https";

const { PORT = "4000", HUB_TLS_CERT } = process.env;
const options = {
  host: "127.0.0.1",
  port: PORT,
  path: "/readyz",
  timeout: 4000,
  // The certificate is for the hub's name, not for this address.
  rejectUnauthorized: false,
};

const ask = HUB_TLS_CERT ? https : http;
const request = ask(options, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
request.on("timeout", () => request.destroy(new Error("no answer in time")));
request.on("error", ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
request.end();
