import type { Tone } from "@yutang/ui";
import type { TFunction } from "i18next";
import type { Add, Outcome } from "../api/adds.ts";

export const tones: Record<Outcome, Tone> = {
  sent: "ok",
  due: "info",
  late: "warn",
  impossible: "off",
  failed: "bad",
};

const LEFT_OUT = "without what WeCom did not have";

/** Why a welcome was not sent, or not whole, in words; a code without shows what WeCom said. */
export function why(t: TFunction, add: Pick<Add, "outcome" | "reason" | "detail">): string {
  if (add.outcome === "sent" && add.detail?.startsWith(LEFT_OUT)) return t("adds.leftOut");
  if (add.outcome === "sent" || !add.reason) return "";
  const [reason, code] = add.reason.split(":");
  if (reason === "refused") {
    return t("adds.reasons.refused", { code, detail: add.detail ?? "" });
  }
  return t([`adds.reasons.${reason}`, "adds.reasons.other"], {
    detail: add.detail ?? add.reason,
  });
}

/** Why no welcome is named beside an add. */
export function unnamed(
  add: Pick<Add, "outcome" | "greeting_id">,
): "deleted" | "later" | "unkept" | "none" {
  if (add.greeting_id !== null) return "deleted";
  if (add.outcome === "due") return "later";
  return add.outcome === "sent" ? "unkept" : "none";
}
