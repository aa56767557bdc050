import { useEffect, useState } from "preact/hooks";

/** The field that the page's address asks about, `#why=Person.vehicles`; empty for none. */
function askedAbout(): string {
  return new URLSearchParams(location.hash.slice(1)).get("why") ?? "";
}

/** The field that is asked about, which stands in the address: another page, and Back, lead to it. */
export function useAskedAbout(): [coordinate: string, ask: (coordinate: string) => void] {
  const [coordinate, setCoordinate] = useState(askedAbout);
  useEffect(() => {
    const follow = () => setCoordinate(askedAbout());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return [
    coordinate,
    (next) => {
      location.hash = new URLSearchParams({ why: next }).toString();
    },
  ];
}
