import { problemOf } from "./useAct.ts";

/** What went wrong under the control that did it. */
export function Problem({ error }: { error: unknown }) {
  return error ? (
    <p className="problem" role="alert">
      {problemOf(error)}
    </p>
  ) : null;
}
