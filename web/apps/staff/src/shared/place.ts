/** Where the page was opened and by which app; all of it is in the address. */
export interface Place {
  corp: string;
  agent: string;
  /** Sign-in has just been gone through: doing it again would go round in circles. */
  signed: boolean;
  framed: boolean;
  inWeCom: boolean;
}

export function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  return {
    corp: query.get("corp") ?? "",
    agent: query.get("agent") ?? "",
    signed: query.has("signed"),
    framed: window.parent !== window,
    inWeCom: /wxwork\//i.test(navigator.userAgent),
  };
}

/** The sign-in that comes back to `to`, or null when the address does not say which app this is. */
export function signInAddress(place: Pick<Place, "corp" | "agent">, to: string): string | null {
  if (!place.corp || !place.agent) return null;
  const back = new URL(to, "https://here.invalid");
  back.searchParams.set("signed", "1");
  const query = new URLSearchParams({
    corp: place.corp,
    agent: place.agent,
    to: `${back.pathname}${back.search}`,
  });
  return `/api/staff/sign-in?${query}`;
}

/** The sign-in that comes back to this very page, with all that its address asks for. */
export function signInHere(place: Pick<Place, "corp" | "agent">): string | null {
  return signInAddress(place, `${location.pathname}${location.search}`);
}

/** Another page of the app, opened by the same one and in the same language. */
export function pageAddress(path: string): string {
  const page = new URL(path, "https://here.invalid");
  const query = new URLSearchParams(location.search);
  for (const name of ["corp", "agent", "signed", "lang"]) {
    const value = query.get(name);
    if (value) page.searchParams.set(name, value);
  }
  return `${page.pathname}${page.search}`;
}
