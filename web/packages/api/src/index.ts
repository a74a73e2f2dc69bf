import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.gen.ts";

export type Schemas = components["schemas"];
export type { Middleware };

/** What the API answers when it refuses: problem+json with a stable `type`. */
export interface Problem {
  type: string;
  detail: string;
  status: number;
  errors?: { field: string; message: string }[] | null;
  error_id?: string;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

let csrfToken = "";

/** Each change must carry the token of the session. */
export function rememberCsrf(token: string): void {
  csrfToken = token;
}

export const sessionToken = (): string => csrfToken;

const csrf: Middleware = {
  onRequest({ request }) {
    if (csrfToken && request.method !== "GET") request.headers.set("X-CSRF-Token", csrfToken);
    return request;
  },
};

export const client = createClient<paths>({ baseUrl: "" });
client.use(csrf);

/** The data of an answer, or a ProblemError; a lost network is a TypeError of fetch. */
export async function ask<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await answer;
  if (error !== undefined || !response.ok) {
    const known = error as Partial<Problem> | undefined;
    throw new ProblemError({
      type: known?.type ?? `http.${response.status}`,
      detail: known?.detail ?? response.statusText,
      status: response.status,
      ...(known?.errors ? { errors: known.errors } : {}),
      ...(known?.error_id ? { error_id: known.error_id } : {}),
    });
  }
  return data as T;
}
