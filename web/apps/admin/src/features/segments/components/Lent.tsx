import { Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useLeaves } from "../api/segments.ts";
import type { Node, PropertyTest } from "../api/tree.ts";
import { NoCount } from "./Away.tsx";
import { OffersContext } from "./context.ts";
import { KindPick } from "./leaves/EventFields.tsx";
import { WhereField } from "./leaves/WhereField.tsx";
import { wants } from "./tree/blank.ts";
import { TreeContext } from "./tree/context.ts";
import { asked, type Branch, branch, planted } from "./tree/edit.ts";
import { GroupBox } from "./tree/Rows.tsx";
import { useCounted } from "./tree/useCounted.ts";
import { useTreeState } from "./tree/useTreeState.tsx";
import "./words.ts";
import "./editor.css";

// Conditions for pages of other features, which the routes put together.

/** What conditions are made of is read once around all of a page's. */
export function Offered({ zone, children }: { zone: string; children: ReactNode }) {
  const { t } = useTranslation();
  const leaves = useLeaves();
  if (leaves.isError) {
    return <Failed title={t("segments.failed")} onAgain={() => leaves.refetch()} />;
  }
  if (!leaves.data) return <Skeleton active paragraph={{ rows: 6 }} />;
  return <OffersContext value={{ ...leaves.data, zone }}>{children}</OffersContext>;
}

interface ConditionProps {
  value: object | null;
  onChange: (value: Record<string, unknown> | null, unfinished: number) => void;
  /** Why it could not be saved: what is wrong in it is shown where it stands. */
  error: Error | null;
}

/** A tree of conditions, counted while it is edited. */
export function ConditionField({ value, onChange, error }: ConditionProps) {
  const [root, setRoot] = useState<Branch>(() => (value ? planted(value as Node) : branch("all")));
  const live = useCounted(root, error);
  const acts = useTreeState(root, (change) => {
    const next = change(root);
    setRoot(next);
    const now = asked(next, wants);
    onChange(now.tree as Record<string, unknown> | null, now.unfinished.length);
  });
  return (
    <TreeContext
      value={{
        root,
        counts: live.counts,
        universe: live.counted.data?.universe,
        dimmed: live.dimmed,
        faults: live.faults,
        strict: false,
        ...acts,
      }}
    >
      <GroupBox group={root} />
      {live.error && <NoCount error={live.error} onAgain={() => live.counted.refetch()} />}
    </TreeContext>
  );
}

interface EventProps {
  kind: string;
  where: PropertyTest[];
  onChange: (kind: string, where: PropertyTest[]) => void;
}

/** One event, and what its properties must be. */
export function EventField({ kind, where, onChange }: EventProps) {
  const { t } = useTranslation();
  return (
    <>
      <KindPick
        label={t("segments.leaf.event.kind")}
        value={kind}
        onChange={(next) => onChange(next, [])}
      />
      <WhereField kind={kind} value={where} onChange={(tests) => onChange(kind, tests)} />
    </>
  );
}
