import { dateTime, State } from "@yutang/ui";
import { Button, Collapse, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import type { Detail } from "../api/groups.ts";
import { useWatch, type Watch } from "../api/watch.ts";
import { CopyText } from "./CopyText.tsx";
import { RenewalDialog } from "./RenewalDialog.tsx";
import { RenewalPanel } from "./RenewalPanel.tsx";
import { useSaid } from "./said.ts";
import "./watch.css";

interface Props {
  group: Detail;
  zone: string;
  mayWrite: boolean;
}

/** What is watched of a group: whether it is silent, and whether it is being renewed. */
export function WatchPanel({ group, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const watch = useWatch(group.id);
  const [planning, setPlanning] = useState(false);
  if (watch.isPending) return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
  if (watch.isError) {
    return <Failed title={t("groupwatch.failed")} onAgain={() => watch.refetch()} />;
  }
  const { renewal } = watch.data;
  const runs = renewal && !["done", "stopped"].includes(renewal.state);
  const gone = group.state === "dismissed";
  const closed = gone || !group.owner || group.owner.left;
  const why = !mayWrite
    ? t("groupwatch.forbidden")
    : closed
      ? t("groupwatch.problems.groupwatch_nobody_to_ask")
      : undefined;
  return (
    <>
      <Silence watch={watch.data} zone={zone} />
      <section aria-label={t("groupwatch.renewal.title")}>
        <div className="group-part">
          <h2>{t("groupwatch.renewal.title")}</h2>
          {!runs && !gone && (
            <Button
              type="link"
              size="small"
              disabled={why !== undefined}
              title={why}
              onClick={() => setPlanning(true)}
            >
              {t("groupwatch.renewal.start")}
            </Button>
          )}
        </div>
        {renewal ? (
          <RenewalPanel renewal={renewal} zone={zone} mayWrite={mayWrite} here={group.id} />
        ) : (
          <p className="meta">{t("groupwatch.renewal.none")}</p>
        )}
      </section>
      {planning && <RenewalDialog group={group} onClose={() => setPlanning(false)} />}
    </>
  );
}

function Silence({ watch, zone }: { watch: Watch; zone: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { silence } = watch;
  return (
    <section aria-label={t("groupwatch.silence.title")}>
      <h2>{t("groupwatch.silence.title")}</h2>
      {!silence ? (
        <p className="meta">
          {watch.silence_days === null
            ? t("groupwatch.silence.off")
            : t("groupwatch.silence.calm", { count: watch.silence_days })}
        </p>
      ) : (
        <>
          <p>
            <State tone="warn" word={t("groupwatch.silence.days", { count: silence.days })} />
          </p>
          <p className="meta">
            {t(`groupwatch.silence.talk.${silence.talk}`)}
            {" · "}
            {t("groupwatch.silence.told", { time: dateTime(silence.told_at, zone) })}
            {silence.task_id === null ? ` · ${t("groupwatch.silence.closed")}` : ""}
          </p>
          <Collapse
            ghost
            size="small"
            className="watch-fold"
            items={[
              {
                key: "texts",
                label: t("groupwatch.silence.suggestions", { count: watch.suggestions.length }),
                children: watch.suggestions.map((one) => (
                  <CopyText
                    key={one.code}
                    title={`${one.at} ${said(one.title)}`}
                    text={said(one.text)}
                  />
                )),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
