import { ProblemError } from "@yutang/api";
import { useEffect, useState } from "react";
import { BridgeError } from "../bridge.ts";
import { Loading } from "./Loading.tsx";
import { Notice } from "./Notice.tsx";
import { readPlace, signInHere } from "./place.ts";
import { has, learn, t } from "./words.ts";

/** The key of the words for what went wrong. */
export function keyOf(error: unknown): string {
  if (error instanceof BridgeError) return `bridge_${error.trouble}`;
  if (error instanceof ProblemError) return error.problem.type.replaceAll(".", "_");
  return "offline";
}

const COMMON = new Set(["offline", "busy"]);
const SIGN_IN_HELPS = new Set(["staff_signed_out", "customers_not_yours"]);

/** Whether the words for rare troubles are there, or cannot be had: then the common ones serve. */
function useTroubles(wanted: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    import("./later-troubles.ts")
      .then((words) => learn(words.default))
      .catch(() => null)
      .then(() => setSettled(true));
  }, [wanted]);
  return settled || !wanted;
}

/** What went wrong, in words, with the ways out. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const key = keyOf(error);
  const learned = useTroubles(!COMMON.has(key));
  if (!learned) return <Loading />;
  const known =
    [`failures.${key}`, `troubles.${key}`].find((one) => has(`${one}.title`)) ?? "failures.other";
  const values = {
    detail: error instanceof Error ? error.message : String(error),
    id: (error instanceof ProblemError && error.problem.error_id) || "–",
  };
  const again = SIGN_IN_HELPS.has(key) ? signInHere(readPlace()) : null;
  return (
    <Notice title={t(`${known}.title`, values)} text={t(`${known}.text`, values)}>
      <button type="button" className="primary" onClick={retry}>
        {t("failures.retry")}
      </button>
      {again ? <a href={again}>{t("failures.signInAgain")}</a> : null}
    </Notice>
  );
}
