import { count } from "@yutang/ui";
import { App, Checkbox, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useStaffOptions } from "../../../shared/choices.ts";
import { OneOf } from "../../../shared/OneOf.tsx";
import { type BulkAct, type Selection, useBulk, useDryRun } from "../api/todos.ts";
import { useWords } from "./words.ts";

interface Props {
  act: BulkAct["act"];
  selection: Selection;
  onClose: () => void;
  onDone: () => void;
}

const SKIPPED = ["closed", "same", "proof", "unknown"] as const;

/** One act on many: first how many it changes and why not the others, then the act. */
export function BulkDialog({ act, selection, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [staff, setStaff] = useState<number>();
  const [pooled, setPooled] = useState(false);
  const dry = useDryRun(selection, act, staff, pooled);
  const bulk = useBulk();
  const words = useWords();
  const changed = dry.data?.changed ?? 0;
  const n = count(changed);
  const problem = bulk.error ?? dry.error;
  const waits = act === "reassign" && staff === undefined;
  return (
    <ActDialog
      title={t(`todos.bulk.${act}.title`)}
      act={t(`todos.bulk.${act}.act`, { count: changed, n })}
      disabled={dry.data === undefined || changed === 0 || dry.isFetching}
      loading={bulk.isPending}
      trouble={problem ? words(problem) : undefined}
      onClose={onClose}
      onAct={() =>
        bulk.mutate(
          { selection, act: { act, staff_id: staff ?? null, pooled, reason: "", dry_run: false } },
          {
            onSuccess: (outcome) => {
              message.success(
                t(`todos.bulk.${act}.done`, { count: outcome.changed, n: count(outcome.changed) }),
              );
              onDone();
            },
          },
        )
      }
    >
      {act === "reassign" && (
        <div className="todo-to">
          <OneOf
            className="todo-staff"
            useFound={useStaffOptions}
            label={t("todos.bulk.to")}
            value={staff}
            onChange={setStaff}
          />
          <Checkbox checked={pooled} onChange={(event) => setPooled(event.target.checked)}>
            {t("todos.bulk.pool")}
          </Checkbox>
        </div>
      )}
      {!waits && dry.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {dry.data && (
        <div aria-live="polite">
          <p>{t(`todos.bulk.${act}.will`, { count: changed, n })}</p>
          <ul className="todo-skipped meta">
            {SKIPPED.filter((why) => dry.data[why] > 0).map((why) => (
              <li key={why}>
                {t(`todos.bulk.skipped.${why}`, {
                  count: dry.data[why],
                  n: count(dry.data[why]),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </ActDialog>
  );
}
