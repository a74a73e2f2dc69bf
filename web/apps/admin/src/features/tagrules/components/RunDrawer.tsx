import { count, nothing, seconds, useWhen } from "@yutang/ui";
import { Alert, Button, Drawer, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import { useStageNames } from "../../../shared/stages.ts";
import {
  type Change,
  isOpen,
  type RunDetail,
  useChanges,
  useRun,
  useStop,
  useUndo,
} from "../api/rules.ts";
import { useTrouble } from "./trouble.ts";
import { totals, undoneWords, useReasons, wordOf } from "./words.ts";

interface Props {
  id: number;
  zone: string;
  mayWrite: boolean;
  onCustomer: (id: number) => void;
  onClose: () => void;
}

/** One run: how many, why others not, whom; and the way back. */
export function RunDrawer({ id, zone, mayWrite, onCustomer, onClose }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const run = useRun(id);
  const read = run.data;
  return (
    <Drawer
      open
      size={640}
      title={read ? t("tagrules.runs.one", { time: when(read.began_at) }) : ""}
      onClose={onClose}
      footer={read && <Foot run={read} mayWrite={mayWrite} />}
    >
      {run.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {run.isError && <Failed title={t("tagrules.loadFailed")} onAgain={() => run.refetch()} />}
      {read && (
        <>
          <Facts run={read} onCustomer={onCustomer} />
          <Changes id={id} zone={zone} onCustomer={onCustomer} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ run, onCustomer }: { run: RunDetail; onCustomer: (id: number) => void }) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const quiet = totals(run.outcomes).filter(
    ([reason]) => !run.refusals.some((one) => one.reason === reason),
  );
  return (
    <>
      {run.error && <Alert type="error" showIcon title={run.error} />}
      {run.undo && <Alert type="info" showIcon title={undoneWords(t, run)} />}
      <ul className="rules-facts">
        <li>
          <span>{wordOf(t, run)}</span>
          <span className="num meta">
            {run.asked_by_name ?? t("tagrules.runs.itself")} ·{" "}
            {t("tagrules.runs.took", { time: seconds(run.took_ms) })}
          </span>
        </li>
        <li>
          <span>{t("tagrules.runs.asked")}</span>
          <b className="num">{count(run.asked)}</b>
        </li>
        <li>
          <span>{t("tagrules.runs.changed")}</span>
          <b className="num">{count(run.changed)}</b>
        </li>
        {quiet.map(([reason, n]) => (
          <li key={reason} className="meta">
            <span>{reasons(reason)}</span>
            <span className="num">{count(n)}</span>
          </li>
        ))}
        {run.refusals.map((one) => (
          <li key={one.reason}>
            <span>
              {t("tagrules.runs.refused", { reason: reasons(one.reason) })}{" "}
              <span className="meta">
                {one.sample.map((who) => (
                  <button
                    key={who.id}
                    type="button"
                    className="link rules-who"
                    onClick={() => onCustomer(who.id)}
                  >
                    {who.name}
                  </button>
                ))}
              </span>
            </span>
            <b className="num">{count(one.count)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({
  id,
  zone,
  onCustomer,
}: {
  id: number;
  zone: string;
  onCustomer: (id: number) => void;
}) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const stages = useStageNames();
  const found = useChanges(id);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const words = (row: Change): string =>
    row.what === "stage"
      ? t("tagrules.what.stage", {
          before: stages.named(row.before),
          after: stages.named(row.after),
        })
      : t(`tagrules.what.${row.what}`, { tag: row.tag?.name ?? t("tagrules.goneTag") });
  return (
    <>
      <Table<Change>
        size="small"
        rowKey={(row) => `${row.customer.id}-${row.what}-${row.tag?.id ?? ""}-${row.at}`}
        dataSource={rows}
        loading={found.isPending}
        pagination={false}
        scroll={{ x: 480 }}
        locale={{ emptyText: t("tagrules.runs.nobody") }}
        columns={[
          {
            key: "who",
            title: t("tagrules.runs.who"),
            render: (_, row) => (
              <button type="button" className="link" onClick={() => onCustomer(row.customer.id)}>
                {row.customer.name}
              </button>
            ),
          },
          { key: "what", title: t("tagrules.runs.what"), render: (_, row) => words(row) },
          {
            key: "at",
            title: t("tagrules.runs.at"),
            width: 130,
            className: "num",
            render: (_, row) => when(row.at),
          },
          {
            key: "undone",
            title: t("tagrules.runs.back"),
            width: 120,
            render: (_, row) => (row.undone ? t(`tagrules.undone.${row.undone}`) : nothing),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("tagrules.runs.more")}
        </Button>
      )}
    </>
  );
}

function Foot({ run, mayWrite }: { run: RunDetail; mayWrite: boolean }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const stop = useStop();
  const trouble = useTrouble();
  const failed = undo.error ?? stop.error;
  if (!mayWrite) return <p className="meta">{t("tagrules.locked")}</p>;
  return (
    <div className="drawer-foot">
      {failed && <Alert type="error" showIcon title={trouble(failed)} />}
      <span className="drawer-gap" />
      {isOpen(run) && (
        <Button loading={stop.isPending} onClick={() => stop.mutate(run.id)}>
          {t("tagrules.runs.stop")}
        </Button>
      )}
      {run.undo_until ? (
        <SureButton
          ask={t("tagrules.runs.undoAsk", { count: run.changed, n: count(run.changed) })}
          what={t("tagrules.runs.undoWhat")}
          act={t("tagrules.runs.undo")}
          loading={undo.isPending}
          onSure={() => undo.mutate(run.id)}
        />
      ) : (
        !isOpen(run) && <span className="meta">{t("tagrules.runs.noUndo")}</span>
      )}
    </div>
  );
}
