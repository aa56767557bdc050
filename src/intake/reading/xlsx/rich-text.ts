/** Gathers the text of a cell or a shared string (ECMA-376, 18.4.8): all of its runs, without how to pronounce them. */
export class RichText {
  private gathered = "";
  private inText = false;
  private inPhonetic = false;

  begin(): void {
    this.gathered = "";
    this.inText = false;
    this.inPhonetic = false;
  }

  open(element: string): void {
    if (element === "t") this.inText = true;
    else if (element === "rPh") this.inPhonetic = true;
  }

  text(text: string): void {
    if (this.inText && !this.inPhonetic) this.gathered += text;
  }

  close(element: string): void {
    if (element === "t") this.inText = false;
    else if (element === "rPh") this.inPhonetic = false;
  }

  /** What was gathered since the beginning; characters that XML cannot hold stand in it as `_x000D_`. */
  end(): string {
    if (!this.gathered.includes("_x")) return this.gathered;
    return this.gathered.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}
