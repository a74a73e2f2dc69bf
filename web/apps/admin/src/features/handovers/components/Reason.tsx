import { useTranslation } from "react-i18next";
import type { Say } from "../api/reading.ts";
import { useSay } from "./words.ts";

interface Props {
  say: Say | null;
  errcode: number | null;
}

/** Why it ended so, in words, with WeCom's own code for who asks there. */
export function Reason({ say: reason, errcode }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  if (reason === null && errcode === null) return null;
  const words = reason === null ? t("handovers.wecomSaid") : say(reason);
  const code = errcode === null || words.includes(String(errcode)) ? "" : String(errcode);
  return (
    <span className="meta handover-second handover-under">
      {code ? t("handovers.withCode", { words, code }) : words}
    </span>
  );
}
