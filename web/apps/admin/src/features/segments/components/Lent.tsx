import { Skeleton } from "antd";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useCount, useSettled } from "../api/live.ts";
import { useLeaves } from "../api/segments.ts";
import type { Node, PropertyTest } from "../api/tree.ts";
import { OffersContext } from "./context.ts";
import { KindPick } from "./leaves/EventFields.tsx";
import { WhereField } from "./leaves/WhereField.tsx";
import { wants } from "./tree/blank.ts";
import { TreeContext } from "./tree/context.ts";
import { asked, type Branch, branch, keyAt, planted } from "./tree/edit.ts";
import { GroupBox } from "./tree/Rows.tsx";
import { useTreeState } from "./tree/useTreeState.tsx";
import { faultOf } from "./trouble.ts";
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
  /** What the server says is wrong with it. */
  fault: { path: string; text: string } | undefined;
}

/** A tree of conditions, counted while it is edited. */
export function ConditionField({ value, onChange, fault }: ConditionProps) {
  const [root, setRoot] = useState<Branch>(() => (value ? planted(value as Node) : branch("all")));
  const question = useMemo(() => asked(root, wants), [root]);
  const tree = useSettled(question.tree);
  const counted = useCount(tree);
  const settling = JSON.stringify(question.tree) !== JSON.stringify(tree);
  const counts = useRef<Map<string, number>>(new Map());
  if (counted.data && !settling && !counted.isPlaceholderData) {
    counts.current = new Map(
      [...question.paths].flatMap(([key, path]): [string, number][] => {
        const n = counted.data.nodes[path];
        return n === undefined ? [] : [[key, n]];
      }),
    );
  }
  const wrong = faultOf(counted.error) ?? fault;
  const faults = new Map<string, string>();
  if (wrong && !settling) faults.set(keyAt(question.keys, wrong.path) ?? root.key, wrong.text);
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
        counts: counts.current,
        universe: counted.data?.universe,
        dimmed: settling || counted.isFetching,
        faults,
        strict: false,
        ...acts,
      }}
    >
      <GroupBox group={root} />
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
