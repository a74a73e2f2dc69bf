import { clock, count, fullMoment, nothing, useWhen } from "@yutang/ui";
import { Alert, App, Button, InputNumber, Radio, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { type Retention, usePrivacy, useSetRetention } from "../api/privacy.ts";
import type { May } from "./may.ts";
import { useWords } from "./trouble.ts";

/** For how long each kind is kept, and how much would go tonight. */
export function Retentions({ zone, may }: { zone: string; may: May }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const privacy = usePrivacy();
  const [open, setOpen] = useState<Retention>();
  return (
    <>
      {privacy.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {privacy.isError && (
        <Failed title={t("privacy.retention.failed")} onAgain={() => privacy.refetch()} />
      )}
      {privacy.data && (
        <>
          <p className="meta num">
            {t("privacy.retention.about")}{" "}
            {t("common.asOf", { time: clock(privacy.data.as_of, zone) })}
          </p>
          <Table<Retention>
            rowKey="kind"
            dataSource={privacy.data.retentions}
            pagination={false}
            scroll={{ x: 760 }}
            columns={[
              {
                title: t("privacy.retention.heads.kind"),
                render: (_, one) => (
                  <>
                    <div>{t(`privacy.retention.kinds.${one.kind}`)}</div>
                    <div className="meta">{t(`privacy.retention.abouts.${one.kind}`)}</div>
                  </>
                ),
              },
              {
                title: t("privacy.retention.heads.days"),
                width: 130,
                render: (_, one) =>
                  one.days === null
                    ? t("privacy.retention.always")
                    : t("privacy.retention.days", { count: one.days, shown: count(one.days) }),
              },
              {
                title: t("privacy.retention.heads.older"),
                width: 130,
                align: "right",
                className: "num",
                render: (_, one) =>
                  one.days === null
                    ? nothing
                    : one.older > one.counted_to
                      ? `${count(one.counted_to)}+`
                      : count(one.older),
              },
              {
                title: t("privacy.retention.heads.last"),
                width: 180,
                render: (_, one) =>
                  one.last_at === null ? (
                    <span className="meta">{t("privacy.retention.never")}</span>
                  ) : (
                    <span className="num" title={fullMoment(one.last_at, zone)}>
                      {t("privacy.retention.last", {
                        time: when(one.last_at),
                        shown: count(one.last_rows ?? 0),
                      })}
                    </span>
                  ),
              },
              {
                title: t("privacy.retention.heads.act"),
                width: 90,
                render: (_, one) => (
                  <Button
                    type="link"
                    size="small"
                    disabled={!may.write}
                    title={may.write ? "" : t("privacy.forbidden")}
                    aria-label={t("privacy.retention.changeThis", {
                      what: t(`privacy.retention.kinds.${one.kind}`),
                    })}
                    onClick={() => setOpen(one)}
                  >
                    {t("privacy.retention.change")}
                  </Button>
                ),
              },
            ]}
          />
          <p className="meta num">
            {t("privacy.retention.suppressed", { shown: count(privacy.data.suppressed) })}
          </p>
        </>
      )}
      {open && <RetentionDialog retention={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function RetentionDialog({ retention, onClose }: { retention: Retention; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const set = useSetRetention();
  const words = useWords();
  const bounded = retention.default_days !== null;
  const [always, setAlways] = useState(!bounded && retention.days === null);
  const [days, setDays] = useState(retention.days ?? Math.max(365, retention.least_days));
  const what = t(`privacy.retention.kinds.${retention.kind}`);
  return (
    <ActDialog
      title={t("privacy.retention.title", { what })}
      act={t("privacy.retention.save")}
      danger={!always}
      loading={set.isPending}
      trouble={set.error ? words(set.error) : undefined}
      className="privacy-form"
      onClose={onClose}
      onAct={() =>
        set.mutate(
          { kind: retention.kind, days: always ? null : days },
          {
            onSuccess: () => {
              message.success(t("privacy.retention.saved", { what }));
              onClose();
            },
          },
        )
      }
    >
      {!bounded && (
        <Radio.Group
          value={always}
          onChange={(event) => setAlways(event.target.value)}
          options={[
            { value: true, label: t("privacy.retention.always") },
            { value: false, label: t("privacy.retention.limited") },
          ]}
        />
      )}
      {!always && (
        <>
          <InputNumber
            value={days}
            min={retention.least_days}
            max={retention.most_days}
            onChange={(value) => setDays(value ?? retention.least_days)}
            suffix={t("privacy.retention.unit")}
            aria-label={t("privacy.retention.heads.days")}
          />
          <p className="meta">
            {t("privacy.retention.bounds", {
              least: count(retention.least_days),
              most: count(retention.most_days),
            })}
          </p>
          <Alert type="warning" showIcon title={t(`privacy.retention.warns.${retention.kind}`)} />
        </>
      )}
    </ActDialog>
  );
}
