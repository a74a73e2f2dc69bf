import { count } from "@yutang/ui";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCodes } from "../api/handovers.ts";
import { CodesDialog, type Person } from "./CodesDialog.tsx";

export interface CodesMay {
  read: boolean;
  write: boolean;
}

interface Props {
  giver: Person;
  /** Those who take over, and so are offered first. */
  takers: readonly Person[];
  may: CodesMay;
}

/** Codes that still lead to who gives, and the way to put others there. */
export function CodesLine({ giver, takers, may }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const codes = useCodes(giver.id, may.read).data;
  if (!codes || codes.items.length === 0) return null;
  const sole = codes.items.filter((one) => one.sole).length;
  return (
    <p className={sole > 0 ? "handover-warn handover-codes" : "meta handover-codes"}>
      {t("handovers.codes.left", {
        count: codes.items.length,
        n: count(codes.items.length),
        name: giver.name,
      })}
      {sole > 0 && t("handovers.codes.sole", { count: sole, n: count(sole) })}{" "}
      <Button
        size="small"
        disabled={!may.write}
        title={may.write ? "" : t("handovers.codes.forbidden")}
        onClick={() => setOpen(true)}
      >
        {t("handovers.codes.open")}
      </Button>
      {open && (
        <CodesDialog
          giver={giver}
          first={takers}
          codes={codes.items}
          more={codes.more}
          onClose={() => setOpen(false)}
        />
      )}
    </p>
  );
}
