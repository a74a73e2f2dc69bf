import type { Middleware } from "@yutang/api";

declare global {
  interface Window {
    /** Answers that `index.html` asked for before the app was here, by path and query. */
    early?: Record<string, Promise<Response>>;
  }
}

/** Hands over an answer that was asked for early, once: who asks again asks anew. */
export const early: Middleware = {
  async onRequest({ request }) {
    const { pathname, search } = new URL(request.url);
    const path = `${pathname}${search}`;
    const answer = request.method === "GET" ? window.early?.[path] : undefined;
    if (!answer) return undefined;
    delete window.early?.[path];
    return answer;
  },
};
