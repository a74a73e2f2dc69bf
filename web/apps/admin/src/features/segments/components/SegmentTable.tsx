import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, useWhen } from "@yutang/ui";
import { Table } from "antd";
import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { said } from "../api/segments.ts";
import type { Row } from "../api/types.ts";
import { whyNot } from "./words.ts";

interface Props {
  rows: readonly Row[];
  zone: string;
  dimmed: boolean;
}

/** A segment a row: what it says, how many it holds and since when one knows. */
export function SegmentTable({ rows, zone, dimmed }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <Table<Row>
      rowKey="id"
      className={dimmed ? "seg-table dimmed" : "seg-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 880 }}
      columns={[
        {
          key: "name",
          title: t("segments.columns.name"),
          fixed: "left",
          width: 200,
          render: (_, row) => (
            <>
              <Link
                to="/segments/$id"
                params={{ id: String(row.id) }}
                className="seg-table-name cut"
                title={row.name}
              >
                {row.name}
              </Link>
              <span className="meta seg-second">
                {t(`segments.kinds.${row.kind}`)}
                {row.kind === "kept" && ` · ${t(`segments.every.${row.every_minutes}`, "")}`}
              </span>
            </>
          ),
        },
        {
          key: "size",
          title: t("segments.columns.size"),
          width: 140,
          align: "right",
          className: "num",
          render: (_, row) => <Size row={row} zone={zone} />,
        },
        {
          key: "week",
          title: t("segments.columns.week"),
          width: 104,
          align: "right",
          className: "num",
          render: (_, row) => <Week n={row.week} />,
        },
        {
          key: "sentence",
          title: t("segments.columns.sentence"),
          className: "seg-said",
          render: (_, row) => {
            const text = row.sentence ? said(row.sentence, i18n.language) : t("segments.isList");
            return (
              <span className="seg-words" title={text}>
                {text}
              </span>
            );
          },
        },
        {
          key: "uses",
          title: t("segments.columns.uses"),
          width: 96,
          align: "right",
          className: "num",
          render: (_, row) =>
            row.uses === 0 ? (
              <span title={t("segments.unused")}>{nothing}</span>
            ) : (
              t("segments.places", { count: row.uses, n: count(row.uses) })
            ),
        },
        {
          key: "owner",
          title: t("segments.columns.owner"),
          width: 120,
          render: (_, row) => (
            <span className="cut" title={row.created_by_name}>
              {row.created_by_name || nothing}
            </span>
          ),
        },
      ]}
    />
  );
}

export function Size({ row, zone }: { row: Row; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (row.size === null) {
    return (
      <span
        title={
          row.size_hidden
            ? t("segments.hidden")
            : row.trouble
              ? whyNot(t, row.trouble)
              : t("segments.neverCounted")
        }
      >
        {nothing}
        <span className="meta seg-second">
          {t(row.size_hidden ? "segments.hiddenShort" : "segments.neverShort")}
        </span>
      </span>
    );
  }
  return (
    <>
      {count(row.size)}
      {row.as_of && (
        <span
          className={row.trouble ? "meta seg-second seg-old" : "meta seg-second"}
          title={row.trouble ? whyNot(t, row.trouble) : fullMoment(row.as_of, zone)}
        >
          {t(row.trouble ? "segments.stoppedAt" : "segments.asOf", { time: tell(row.as_of) })}
        </span>
      )}
    </>
  );
}

/** More or fewer than seven days ago: neither is good or bad of itself. */
export function Week({ n }: { n: number | null }) {
  const { t } = useTranslation();
  if (n === null) return <span title={t("segments.weekUnknown")}>{nothing}</span>;
  if (n === 0) return <>0</>;
  const Icon = n > 0 ? TrendingUp : TrendingDown;
  return (
    <span className="seg-week">
      <Icon size={14} aria-hidden="true" />
      {n > 0 ? `+${count(n)}` : `\u2212${count(-n)}`}
    </span>
  );
}
