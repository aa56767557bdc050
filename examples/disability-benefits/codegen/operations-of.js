import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { getOperationAST } from "graphql";

/**
 * The operations of the documents, one a file, as they are registered: the text is the file's to
 * the letter, so that its SHA-256 is also what `sha256sum` says.
 */
export const operationsOf = (documents) =>
  documents.map(({ document, location }) => {
    const body = readFileSync(location, "utf8");
    const operation = getOperationAST(document);
    if (!operation?.name) throw new Error(`${location} must hold one operation with a name`);
    const id = createHash("sha256").update(body).digest("hex");
    return { id, name: operation.name.value, type: operation.operation, body };
  });
