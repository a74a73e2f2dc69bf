import { clock, count } from "@yutang/ui";
import { Alert, Button, Segmented, Skeleton } from "antd";
import { UserRoundPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { useHandovers, useLeavers, useReadLeavers } from "../api/handovers.ts";
import { type Leaver, STATES, type State } from "../api/reading.ts";
import { HandoverTable } from "./HandoverTable.tsx";
import { LeaverTable } from "./LeaverTable.tsx";
import { useWords } from "./words.ts";
import "./handovers.css";

interface Props {
  zone: string;
  mayWrite: boolean;
  state: State | undefined;
  after: string | undefined;
  onNew: (from: number | undefined) => void;
  onState: (state: State | undefined) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

/** Whether anything of his has no home yet. */
const waits = (one: Leaver): boolean => one.customers + one.groups + one.open_tasks + one.codes > 0;

/** Who left and waits for somebody; below, every handover and how it stands. */
export function HandoversPage(props: Props) {
  const { mayWrite, onNew } = props;
  const { t } = useTranslation();
  const words = useWords();
  const leavers = useLeavers();
  const again = useReadLeavers();
  const known = leavers.data?.items ?? [];
  const waiting = known.filter(waits);
  const people = waiting.reduce((sum, one) => sum + one.customers, 0);
  const readAt = leavers.data?.unassigned_at;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("handovers.title")}</h1>
          <p className="meta num" aria-live="polite">
            {leavers.data === undefined
              ? t("handovers.about")
              : waiting.length === 0
                ? t("handovers.nobodyWaits")
                : t("handovers.waits", {
                    count: waiting.length,
                    n: count(waiting.length),
                    people: count(people),
                  })}
            {readAt && ` · ${t("common.asOf", { time: clock(readAt, props.zone) })}`}
          </p>
        </div>
        <div className="head-acts">
          <Button
            type="primary"
            icon={<UserRoundPlus size={14} aria-hidden="true" />}
            disabled={!mayWrite}
            title={mayWrite ? "" : t("handovers.forbidden")}
            onClick={() => onNew(undefined)}
          >
            {t("handovers.arrange")}
          </Button>
        </div>
      </header>
      <section className="handover-part" aria-label={t("handovers.leavers.title")}>
        <div className="handover-list-head">
          <h2>{t("handovers.leavers.title")}</h2>
          {mayWrite && (
            <button
              type="button"
              className="link"
              disabled={again.isPending || again.isSuccess}
              onClick={() => again.mutate(undefined)}
            >
              {t(again.isSuccess ? "handovers.leavers.asked" : "handovers.leavers.readAgain")}
            </button>
          )}
        </div>
        {again.isError && <Alert type="error" showIcon title={words(again.error)} />}
        {leavers.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
        {leavers.isError && (
          <Failed title={words(leavers.error)} onAgain={() => leavers.refetch()} />
        )}
        {leavers.data && waiting.length === 0 && (
          <p className="handover-none">
            {t(readAt ? "handovers.leavers.none" : "handovers.leavers.unread")}
          </p>
        )}
        {waiting.length > 0 && (
          <LeaverTable
            rows={waiting}
            zone={props.zone}
            now={leavers.dataUpdatedAt}
            readAt={readAt ?? null}
            mayWrite={mayWrite}
            onArrange={onNew}
          />
        )}
        {known.length > waiting.length && (
          <p className="meta handover-rest">
            {t("handovers.leavers.settled", {
              count: known.length - waiting.length,
              n: count(known.length - waiting.length),
            })}
          </p>
        )}
      </section>
      <List {...props} />
    </>
  );
}

function List({ zone, state, after, onState, onPage, onBack }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const handovers = useHandovers(state, after);
  const page = handovers.data;
  const none = page?.items.length === 0;
  return (
    <section className="handover-part" aria-label={t("handovers.list")}>
      <div className="handover-list-head">
        <h2>{t("handovers.list")}</h2>
        {(state !== undefined || !none) && (
          <Segmented<State | "all">
            aria-label={t("handovers.columns.state")}
            value={state ?? "all"}
            onChange={(next) => onState(next === "all" ? undefined : next)}
            options={(["all", ...STATES] as const).map((value) => ({
              value,
              label: t(`handovers.states.${value}`),
            }))}
          />
        )}
      </div>
      {handovers.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {handovers.isError && (
        <Failed title={words(handovers.error)} onAgain={() => handovers.refetch()} />
      )}
      {none && (
        <div className="empty">
          <p>{t(state ? "handovers.emptyFiltered" : "handovers.empty")}</p>
          {state && <Button onClick={() => onState(undefined)}>{t("common.clearFilters")}</Button>}
        </div>
      )}
      {page && !none && (
        <>
          <HandoverTable rows={page.items} zone={zone} dimmed={handovers.isPlaceholderData} />
          <Pages
            sparse
            label={t("handovers.list")}
            previous={after}
            next={page.next}
            onPrevious={onBack}
            onNext={onPage}
          />
        </>
      )}
    </section>
  );
}
