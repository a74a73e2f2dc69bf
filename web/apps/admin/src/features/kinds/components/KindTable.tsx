import { Sparkline } from "@yutang/charts";
import { count, nothing, useWhen } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import type { Kind } from "../api/kinds.ts";
import { Keep } from "./Keep.tsx";

interface Props {
  rows: Kind[];
  zone: string;
  onPeek: (name: string) => void;
}

/** One row a kind: what it is called, how many came by day, what was refused of it. */
export function KindTable({ rows, zone, onPeek }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  return (
    <Scrolled label={t("kinds.title")} least={1170}>
      <Table<Kind>
        rowKey="name"
        dataSource={rows}
        pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        columns={[
          {
            key: "kind",
            title: t("kinds.columns.kind"),
            width: 240,
            render: (_, one) => (
              <>
                <button type="button" className="link" onClick={() => onPeek(one.name)}>
                  {kindName(t, one.name, one.label)}
                </button>
                <div className="meta">
                  <code>{one.name}</code>
                  {one.version > 1 && ` · ${t("kinds.version", { n: one.version })}`}
                </div>
              </>
            ),
          },
          {
            key: "days",
            title: t("kinds.columns.days"),
            width: 130,
            render: (_, one) =>
              one.accepted > 0 ? (
                <Sparkline
                  values={one.days.map((day) => day.events)}
                  sentence={t("kinds.spark", {
                    kind: kindName(t, one.name, one.label),
                    n: count(Math.max(...one.days.map((day) => day.events))),
                  })}
                />
              ) : (
                <span title={t("kinds.never")}>{nothing}</span>
              ),
          },
          number("accepted", t("kinds.columns.accepted"), (one) => one.accepted),
          number("quarantined", t("kinds.columns.quarantined"), (one) => one.quarantined),
          number("refused", t("kinds.columns.refused"), (one) => one.refused),
          number("redacted", t("kinds.columns.redacted"), (one) => one.redacted + one.left_out),
          number("properties", t("kinds.columns.properties"), (one) => one.properties),
          {
            key: "kept",
            title: t("kinds.columns.kept"),
            width: 130,
            render: (_, one) => <Keep kind={one} />,
          },
          {
            key: "last",
            title: t("kinds.columns.last"),
            render: (_, one) =>
              one.last_at === null ? (
                <span title={t("kinds.never")}>{nothing}</span>
              ) : (
                <time dateTime={one.last_at}>{when(one.last_at)}</time>
              ),
          },
        ]}
      />
    </Scrolled>
  );
}

function number(key: string, title: string, of: (one: Kind) => number) {
  return {
    key,
    title,
    width: 110,
    align: "right" as const,
    className: "num",
    render: (_: unknown, one: Kind) => count(of(one)),
  };
}
