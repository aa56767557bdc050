import { useEffect, useState } from "preact/hooks";

/** What the page shows, as its address's fragment says it; never anything of a person. */
export type PageState = Readonly<Record<string, string>>;

/** The state, and how to change a part of it; an empty value takes an entry away. */
export interface Fragment {
  readonly state: PageState;
  change(patch: PageState): void;
}

/** Keeps the page's state in the fragment, so that an address leads to what it shows. */
export function useFragment(): Fragment {
  const [state, setState] = useState(() => readFragment(location.hash));
  useEffect(() => {
    const follow = () => {
      if (isState(location.hash)) setState(readFragment(location.hash));
      else history.replaceState(null, "", fragmentOf(state));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [state]);
  const change = (patch: PageState) => {
    const next = { ...state, ...patch };
    history.replaceState(null, "", fragmentOf(next));
    setState(readFragment(fragmentOf(next)));
  };
  return { state, change };
}

/** The fragment, with its `#`, that says this state. */
export function fragmentOf(state: PageState): string {
  const entries = Object.entries(state).filter(([, value]) => value !== "");
  return `#${new URLSearchParams(entries)}`;
}

/** An address such as `#content` leads to a place on the page, whatever that shows. */
const isState = (hash: string): boolean => hash.length <= 1 || hash.includes("=");

function readFragment(hash: string): PageState {
  if (!isState(hash)) return {};
  return Object.fromEntries(new URLSearchParams(hash.slice(1)));
}
