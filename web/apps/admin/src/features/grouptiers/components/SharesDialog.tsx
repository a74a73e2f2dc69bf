import { InputNumber } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { type Board, TIERS, type Tier, useSetShares } from "../api/tiers.ts";
import { useWords } from "./words.ts";

const WHOLE = 100;

/** How the effort shall be divided. */
export function SharesDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const had = Object.fromEntries(board.items.map((one) => [one.tier, one.share]));
  const [shares, setShares] = useState({ pond: 0, transit: 0, core: 0, ...had });
  const save = useSetShares(onClose);
  const total = TIERS.reduce((sum, tier) => sum + shares[tier], 0);
  const set = (tier: Tier, value: number | null) => setShares({ ...shares, [tier]: value ?? 0 });
  return (
    <ActDialog
      title={t("grouptiers.shares.title")}
      act={t("grouptiers.shares.save")}
      disabled={total !== WHOLE}
      loading={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      onAct={() => save.mutate(shares)}
      onClose={onClose}
    >
      <p className="meta">{t("grouptiers.shares.about")}</p>
      {TIERS.map((tier) => (
        <p key={tier} className="tier-share">
          <label htmlFor={`${id}${tier}`}>{t(`groups.tiers.${tier}`)}</label>
          <InputNumber
            id={`${id}${tier}`}
            min={0}
            max={WHOLE}
            precision={0}
            suffix="%"
            value={shares[tier]}
            onChange={(value) => set(tier, value)}
          />
        </p>
      ))}
      <p className="num" aria-live="polite">
        {total === WHOLE ? t("grouptiers.shares.whole") : t("grouptiers.shares.sum", { n: total })}
      </p>
    </ActDialog>
  );
}
