import type { Tone } from "@yutang/ui";
import { t } from "../../../shared/words.ts";
import type { Add } from "../api/adds.ts";

export const tones: Record<Add["outcome"], Tone> = {
  sent: "ok",
  due: "info",
  late: "warn",
  impossible: "off",
  failed: "bad",
};

/** Why a welcome was not sent, as the member may need to know it. */
export function why(add: Pick<Add, "outcome" | "reason">): string {
  if (add.outcome === "sent" || add.outcome === "due" || !add.reason) return "";
  const [reason, code] = add.reason.split(":");
  return t([`adds.reasons.${reason}`, "adds.reasons.other"], { code: code ?? add.reason });
}
