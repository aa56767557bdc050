import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { barriers } from "./accessibility.js";
import { CHROMIUM } from "./chromium.js";

/** Milliseconds that a page may take for anything. */
const PATIENCE = 15_000;

/** A browser whose pages are watched. */
export interface PagesUnderTest {
  /**
   * Opens a page of the hub in a context of its own: nobody has signed in.
   * @param elsewhere origins that it may ask besides the hub; what a test does not answer for them fails
   */
  open(path: string, options?: BrowserContextOptions, elsewhere?: readonly string[]): Promise<Page>;
  /** Signs in on an open page, in developer mode. */
  signIn(page: Page, department: string, duty: string): Promise<void>;
  /** Expects that nobody is kept out: no serious or critical finding of axe. */
  expectNoBarriers(page: Page): Promise<void>;
}

/** One hub for all tests of a file, with settings of its own where they are given. */
export function oneHub(environment: Readonly<Record<string, string>> = {}): () => TestHub {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ environment });
  }, 120_000);
  afterAll(() => hub?.close());
  return () => hub;
}

/**
 * Describes a hub's pages in a real browser; skipped with one line where there is no Chromium. Each
 * test fails on a request to anywhere else, an error on the console or a violation of a page's policy.
 */
export function inBrowser(
  name: string,
  hub: () => TestHub,
  describeWith: (pages: PagesUnderTest) => void,
): void {
  if (CHROMIUM === undefined) {
    const skipped = `${name} in a browser: skipped, no Chromium here (CHROMIUM_PATH names one)`;
    process.stderr.write(`${skipped}\n`);
    test.skip(skipped, () => undefined);
    return;
  }
  describe(name, () => {
    const faults: string[] = [];
    let browser: Browser;
    beforeAll(async () => {
      const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      browser = await chromium.launch({ executablePath: CHROMIUM as string, args });
    });
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      expect(faults.splice(0)).toEqual([]);
    });
    afterAll(() => browser?.close());
    describeWith({
      async open(path, options, elsewhere = []) {
        const context = await browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        const page = await context.newPage();
        watch(page, [hub().url, ...elsewhere], faults);
        await page.goto(`${hub().url}${path}`);
        return page;
      },
      signIn,
      async expectNoBarriers(page) {
        expect(await barriers(page)).toEqual([]);
      },
    });
  });
}

function watch(page: Page, origins: readonly string[], faults: string[]): void {
  const [, ...elsewhere] = origins;
  page.on("request", (request) => {
    const url = request.url();
    const isOther = !/^(data|blob):/.test(url) && !origins.includes(new URL(url).origin);
    if (isOther) faults.push(`asked ${url}`);
  });
  page.on("console", (message) => {
    const { url } = message.location();
    const isExpected =
      isRefusal(message.text(), url) || elsewhere.some((origin) => url.startsWith(origin));
    if (message.type() === "error" && !isExpected) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
}

/** Chromium also calls an error that the hub answered a request of the page with 4xx. */
function isRefusal(text: string, url: string): boolean {
  return text.startsWith("Failed to load resource") && /\/(graphql|developer\/token)$/.test(url);
}

async function signIn(page: Page, department: string, duty: string): Promise<void> {
  const open = page.getByRole("banner").getByRole("button", { name: "登录" });
  if ((await page.locator("#sign-in").count()) === 0) await open.click();
  await page.locator("#sign-in").getByLabel("部门").selectOption(department);
  await page.locator("#sign-in").getByLabel("职责").first().selectOption(duty);
  await page.getByRole("button", { name: "以此身份登录" }).click();
  await page.getByRole("button", { name: "退出登录" }).waitFor();
}
