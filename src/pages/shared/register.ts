import { useEffect, useState } from "preact/hooks";
import { APART } from "./api.js";
import type { PublicRegister } from "./public-register.js";

/** The public register, or why it is not there yet. */
export type RegisterState = PublicRegister | "loading" | "unreachable";

let asked: Promise<PublicRegister> | undefined;

/** The public register; a page asks for it once, and again after a failure. */
export function useRegister(): RegisterState {
  const [state, setState] = useState<RegisterState>("loading");
  useEffect(() => {
    asked ??= fetchRegister();
    asked.then(setState, () => {
      asked = undefined;
      setState("unreachable");
    });
  }, []);
  return state;
}

async function fetchRegister(): Promise<PublicRegister> {
  const response = await fetch("register.json", { ...APART, cache: "no-cache" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as PublicRegister;
}
