import { count } from "@yutang/ui";
import { Alert, Button, InputNumber, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDetail } from "../../../../shared/troubles.ts";
import { type Played, usePlay } from "../../api/pagecodes.ts";
import type { Member } from "../draft.ts";
import { fallbackOf, type PageDraft, toRule } from "./rule.ts";

interface Props {
  page: PageDraft;
  staff: Member[];
  channelId: number | undefined;
}

const FULL = 100;

/** A day played through with the very rule that visitors would meet. */
export function RulePlay({ page, staff, channelId }: Props) {
  const { t } = useTranslation();
  const [visitors, setVisitors] = useState(200);
  const [share, setShare] = useState(50);
  const [seed, setSeed] = useState(1);
  const play = usePlay();
  const detail = useDetail();
  const missing = staff.length === 0 || fallbackOf(page, staff) === undefined;
  const run = (next: number) => {
    setSeed(next);
    play.mutate({
      staff_ids: staff.map((one) => one.id),
      rule: toRule(page, staff),
      visitors,
      add_share: share / FULL,
      seed: next,
      ...(channelId === undefined ? {} : { channel_id: channelId }),
    });
  };
  return (
    <section className="rule-play" aria-label={t("pagecodes.play.title")}>
      <b>{t("pagecodes.play.title")}</b>
      <p className="meta">{t("pagecodes.play.about")}</p>
      <div className="rule-row">
        <InputNumber
          aria-label={t("pagecodes.play.visitors")}
          prefix={t("pagecodes.play.visitors")}
          min={1}
          max={2000}
          value={visitors}
          onChange={(n) => setVisitors(n ?? 1)}
        />
        <InputNumber
          aria-label={t("pagecodes.play.share")}
          prefix={t("pagecodes.play.share")}
          suffix="%"
          min={0}
          max={FULL}
          value={share}
          onChange={(n) => setShare(n ?? 0)}
        />
        <Button
          disabled={missing}
          title={missing ? t("pagecodes.play.noStaff") : undefined}
          loading={play.isPending}
          onClick={() => run(seed)}
        >
          {t("pagecodes.play.run")}
        </Button>
        {play.data && <Button onClick={() => run(seed + 1)}>{t("pagecodes.play.again")}</Button>}
      </div>
      {missing && <p className="meta">{t("pagecodes.play.noStaff")}</p>}
      {play.isError && <Alert type="error" showIcon title={detail(play.error)} />}
      {play.data && <Outcome played={play.data} cities={page.by_city} />}
    </section>
  );
}

function Outcome({ played, cities }: { played: Played; cities: boolean }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...played.members.map((one) => one.shown));
  return (
    <>
      <p className="num" aria-live="polite">
        {t("pagecodes.play.outcome", {
          visitors: count(played.visitors),
          adds: count(played.adds),
        })}
        {played.unserved > 0 && t("pagecodes.play.unserved", { n: count(played.unserved) })}
      </p>
      <Table
        rowKey={(row) => row.staff.id}
        size="small"
        pagination={false}
        scroll={{ x: 480 }}
        dataSource={played.members}
        columns={[
          { title: t("pagecodes.rule.member"), render: (_, row) => row.staff.name },
          ...(cities
            ? [
                {
                  title: t("pagecodes.play.cities"),
                  render: (_: unknown, row: Played["members"][number]) =>
                    row.cities.join(t("common.comma")) || t("pagecodes.play.noCity"),
                },
              ]
            : []),
          {
            title: t("pagecodes.shares.shown"),
            align: "right",
            className: "num",
            render: (_, row) => (
              <>
                <span className="share" aria-hidden="true">
                  <i style={{ width: `${(row.shown / most) * FULL}%` }} />
                </span>
                {count(row.shown)}
              </>
            ),
          },
          {
            title: t("pagecodes.shares.adds"),
            align: "right",
            className: "num",
            render: (_, row) => count(row.adds),
          },
          {
            title: t("pagecodes.play.fallback"),
            align: "right",
            className: "num",
            render: (_, row) => count(row.as_fallback),
          },
        ]}
      />
    </>
  );
}
