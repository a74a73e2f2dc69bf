import { Link } from "@tanstack/react-router";
import { clock, count } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Tier, useBoard, type Who } from "../api/tiers.ts";
import { RuleDrawer } from "./RuleDrawer.tsx";
import type { Conditions } from "./RuleEditor.tsx";
import { SharesDialog } from "./SharesDialog.tsx";
import { TierColumn } from "./TierColumn.tsx";

interface Props {
  zone: string;
  mayWrite: boolean;
  conditions: Conditions;
  onInvite: (tier: Tier, who: Who) => void;
}

export function BoardTab({ zone, mayWrite, conditions, onInvite }: Props) {
  const { t } = useTranslation();
  const board = useBoard();
  const [rule, setRule] = useState<Tier>();
  const [shares, setShares] = useState(false);
  if (board.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (board.isError) {
    return <Failed title={t("grouptiers.failed")} onAgain={() => board.refetch()} />;
  }
  const read = board.data;
  const edited = read.items.find((one) => one.tier === rule);
  return (
    <section>
      <div className="tier-bar">
        <p className="meta num" aria-live="polite">
          {t("grouptiers.several", { n: count(read.in_several), count: read.in_several })}
          {read.without_tier > 0 && (
            <>
              {" · "}
              <Link to="/groups" search={{ tier: "none" }}>
                {t("grouptiers.without", { n: count(read.without_tier), count: read.without_tier })}
              </Link>
            </>
          )}
          {` · ${t("common.asOf", { time: clock(read.as_of, zone) })}`}
        </p>
        {mayWrite && (
          <Button onClick={() => setShares(true)}>{t("grouptiers.shares.change")}</Button>
        )}
      </div>
      <div className="tier-columns">
        {read.items.map((one) => (
          <TierColumn
            key={one.tier}
            tier={one}
            mayWrite={mayWrite}
            conditions={conditions}
            onRule={() => setRule(one.tier)}
            onInvite={(who) => onInvite(one.tier, who)}
          />
        ))}
      </div>
      {shares && <SharesDialog board={read} onClose={() => setShares(false)} />}
      {edited && (
        <RuleDrawer
          key={edited.tier}
          tier={edited}
          mayWrite={mayWrite}
          conditions={conditions}
          onClose={() => setRule(undefined)}
        />
      )}
    </section>
  );
}
