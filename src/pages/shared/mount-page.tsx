import { render, type ComponentType } from "preact";
import "./style.css";
import { PAGES, START } from "../pages.js";
import { Frame } from "./frame.js";
import { LanguageProvider } from "./language.js";
import { SessionProvider, useSession } from "./session.js";

interface MountOptions {
  /** Whether the content is there for who has signed in only. */
  readonly needsSignIn?: boolean;
}

/**
 * Puts a page's content into its frame. The content starts anew when somebody else signs in, or for
 * another duty or case.
 * @param path the page's, in `PAGES`
 */
export function mountPage(
  path: string,
  Content: ComponentType,
  { needsSignIn = false }: MountOptions = {},
): void {
  const page = [START, ...PAGES].find((entry) => entry.path === path);
  const place = document.getElementById("page");
  if (!page || !place) throw new Error(`no page ${path}`);
  const Anew = () => {
    const { credentials } = useSession();
    return <Content key={JSON.stringify(credentials)} />;
  };
  render(
    <LanguageProvider>
      <SessionProvider>
        <Frame page={page} needsSignIn={needsSignIn}>
          <Anew />
        </Frame>
      </SessionProvider>
    </LanguageProvider>,
    place,
  );
}
