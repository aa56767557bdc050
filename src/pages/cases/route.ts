import { useEffect, useState } from "preact/hooks";
import { VerificationState } from "../../codes/verification-codes.js";

/** What a list is narrowed to that may stand in an address: nothing about a household. */
export interface ListPlace {
  readonly state?: VerificationState | undefined;
  readonly overdue?: true | undefined;
  /** `YYYY-MM-DD`. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Where one is on the case desk; all of it stands in the address's fragment. */
export type Route =
  | { readonly view: "list"; readonly place: ListPlace }
  | { readonly view: "submit" }
  | { readonly view: "case"; readonly id: string }
  | { readonly view: "runs" }
  | { readonly view: "run"; readonly id: string }
  | { readonly view: "access" };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The route that a fragment stands for; null where it stands for none, `#content`. */
export function routeFrom(fragment: string): Route | null {
  const [path = "", search = ""] = fragment.replace(/^#/, "").split("?");
  const [view, id] = path.split("/");
  if (view === "" || view === "list") return { view: "list", place: placeFrom(search) };
  if ((view === "case" || view === "run") && id) return { view, id: decodeURIComponent(id) };
  if (view === "submit" || view === "runs" || view === "access") return { view };
  return null;
}

/** The fragment of a route. */
export function fragmentOf(route: Route): string {
  if (route.view === "case" || route.view === "run") {
    return `#${route.view}/${encodeURIComponent(route.id)}`;
  }
  if (route.view !== "list") return `#${route.view}`;
  const { state, overdue, since, until } = route.place;
  const given = { state, overdue: overdue && "true", since, until };
  const known = Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]);
  return known.length === 0 ? "#list" : `#list?${new URLSearchParams(known)}`;
}

function placeFrom(search: string): ListPlace {
  const given = new URLSearchParams(search);
  const state = VerificationState.keys.find((key) => key === given.get("state"));
  const day = (name: string) => {
    const text = given.get(name) ?? "";
    return DATE.test(text) ? text : undefined;
  };
  const overdue = given.get("overdue") === "true" ? true : undefined;
  return { state, overdue, since: day("since"), until: day("until") };
}

let latestList = "#list";

/** The fragment of the list as it was seen last. */
export const backToList = (): string => latestList;

/** The route in the address, and how to follow it: links lead there by themselves. */
export function useRoute(): Route {
  const [route, setRoute] = useState<Route>(() => routeFrom(location.hash) ?? START);
  useEffect(() => {
    const follow = () => {
      const next = routeFrom(location.hash);
      if (next) setRoute(next);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  if (route.view === "list") latestList = fragmentOf(route);
  return route;
}

const START: Route = { view: "list", place: {} };

/** Goes to a route, as a link would. */
export function goTo(route: Route): void {
  location.hash = fragmentOf(route);
}
