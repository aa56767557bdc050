import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether certificates can be made here. */
export const HAS_OPENSSL = spawnSync("openssl", ["version"]).status === 0;

/** A certificate and its private key, as PEM files. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/** An authority in a directory, and what it certifies. */
export class Authority {
  private readonly own: Certified;

  constructor(
    private readonly directory: string,
    private readonly name: string,
  ) {
    mkdirSync(directory, { recursive: true });
    this.own = this.filesOf(name);
    this.openssl("req", "-x509", ...this.newKey(this.own, name), "-out", this.own.certificate);
  }

  /** File of the authority's certificate. */
  get certificate(): string {
    return this.own.certificate;
  }

  /** Certifies a server at 127.0.0.1, or a client. */
  certify(name: string): Certified {
    const files = this.filesOf(name);
    const [request, extensions] = [join(this.directory, "csr"), join(this.directory, "ext")];
    writeFileSync(extensions, "subjectAltName=IP:127.0.0.1\n");
    this.openssl("req", ...this.newKey(files, name), "-out", request);
    const signer = ["-CA", this.own.certificate, "-CAkey", this.own.key, "-CAcreateserial"];
    this.openssl(
      ...["x509", "-req", "-in", request, ...signer, "-days", "2"],
      ...["-extfile", extensions, "-out", files.certificate],
    );
    return files;
  }

  private newKey({ key }: Certified, name: string): string[] {
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    return [...curve, "-nodes", "-keyout", key, "-subj", `/CN=${name}`];
  }

  private filesOf(name: string): Certified {
    const path = join(this.directory, `${this.name}-${name}`);
    return { certificate: `${path}.pem`, key: `${path}.key` };
  }

  private openssl(...words: readonly string[]): void {
    execFileSync("openssl", words, { stdio: "pipe" });
  }
}

/** What a client presents a certificate with, trusting the server's authority. */
export function presenting(authority: Authority, files?: Certified) {
  const ca = readFileSync(authority.certificate);
  if (!files) return { ca };
  return { ca, cert: readFileSync(files.certificate), key: readFileSync(files.key) };
}
