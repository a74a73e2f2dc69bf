import { ProblemError } from "@yutang/api";
import { BridgeError } from "../bridge.ts";
import { Notice } from "./Notice.tsx";
import { pageAddress, readPlace, signInAddress } from "./place.ts";
import { has, t } from "./words.ts";

/** The key of the words for what went wrong. */
export function keyOf(error: unknown): string {
  if (error instanceof BridgeError) return `bridge_${error.trouble}`;
  if (error instanceof ProblemError) return error.problem.type.replaceAll(".", "_");
  return "offline";
}

const SIGN_IN_HELPS = new Set(["staff_signed_out", "customers_not_yours"]);

/** What went wrong, in words, with the ways out. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const key = keyOf(error);
  const known = has(`failures.${key}.title`) ? key : "other";
  const values = {
    detail: error instanceof Error ? error.message : String(error),
    id: (error instanceof ProblemError && error.problem.error_id) || "–",
  };
  const again = SIGN_IN_HELPS.has(key)
    ? signInAddress(readPlace(), pageAddress(location.pathname))
    : null;
  return (
    <Notice title={t(`failures.${known}.title`, values)} text={t(`failures.${known}.text`, values)}>
      <button type="button" className="primary" onClick={retry}>
        {t("failures.retry")}
      </button>
      {again ? <a href={again}>{t("failures.signInAgain")}</a> : null}
    </Notice>
  );
}
