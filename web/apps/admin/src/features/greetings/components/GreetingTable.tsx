import { fullMoment, nothing, State, shortMoment } from "@yutang/ui";
import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Greeting, Reach } from "../api/greetings.ts";
import { usePhrases } from "./words.ts";

interface Props {
  reach: Reach;
  rows: readonly Greeting[];
  zone: string;
  onNew: (() => void) | undefined;
  onOpen: (id: number) => void;
}

/** The welcomes of one kind of reach. */
export function GreetingTable({ reach, rows, zone, onNew, onOpen }: Props) {
  const { t } = useTranslation();
  const phrases = usePhrases();
  if (rows.length === 0) {
    return (
      <div className="greet-none">
        <span>{t(`greetings.empty.${reach}`)}</span>
        {onNew && <Button onClick={onNew}>{t(`greetings.addOf.${reach}`)}</Button>}
      </div>
    );
  }
  return (
    <Table<Greeting>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          key: "when",
          title: t(reach === "corp" ? "greetings.columns.when" : "greetings.columns.reach"),
          width: 240,
          render: (_, row) => (
            <>
              <Button type="link" className="greet-name" onClick={() => onOpen(row.id)}>
                {reach === "corp" ? phrases.when(row) : phrases.reach(row)}
              </Button>
              {reach !== "corp" && <span className="meta greet-second">{phrases.when(row)}</span>}
            </>
          ),
        },
        {
          key: "content",
          title: t("greetings.columns.content"),
          width: 340,
          render: (_, row) => (
            <>
              <span className="cut greet-gist" title={phrases.gist(row)}>
                {phrases.gist(row)}
              </span>
              <span className="meta greet-second">
                {(row.content.attachments ?? []).length > 0 &&
                  t("greetings.attachments", {
                    count: row.content.attachments?.length ?? 0,
                    n: row.content.attachments?.length ?? 0,
                  })}
              </span>
            </>
          ),
        },
        {
          key: "files",
          title: t("greetings.columns.files"),
          width: 150,
          render: (_, row) => <Files row={row} />,
        },
        {
          key: "standing",
          title: t("greetings.columns.standing"),
          width: 250,
          render: (_, row) => <Standing row={row} />,
        },
        {
          key: "changed",
          title: t("greetings.columns.changed"),
          width: 120,
          align: "right",
          className: "num",
          render: (_, row) => (
            <span title={fullMoment(row.changed_at, zone)}>
              {shortMoment(row.changed_at, zone)}
            </span>
          ),
        },
      ]}
    />
  );
}

function Files({ row }: { row: Greeting }) {
  const { t } = useTranslation();
  if (row.files.length === 0) return <span title={t("greetings.files.none")}>{nothing}</span>;
  const failed = row.files.find((file) => file.state === "failed");
  const ready = row.files.filter((file) => file.state === "ready").length;
  if (failed) {
    return (
      <span title={failed.said}>
        <State tone="bad" word={t("greetings.files.failed")} />
      </span>
    );
  }
  return ready === row.files.length ? (
    <State tone="ok" word={t("greetings.files.ready")} />
  ) : (
    <State tone="info" word={t("greetings.files.preparing", { n: ready, of: row.files.length })} />
  );
}

/** Whether it ever goes out, and who goes before it. */
function Standing({ row }: { row: Greeting }) {
  const { t } = useTranslation();
  const { channels_before: channels, departments_before: departments } = row;
  const others = [
    departments > 0 && t("greetings.before.departments", { count: departments, n: departments }),
    channels > 0 && t("greetings.before.channels", { count: channels, n: channels }),
  ].filter(Boolean);
  return (
    <>
      <State
        tone={row.is_covered ? "warn" : "ok"}
        word={t(row.is_covered ? "greetings.covered" : "greetings.counts")}
      />
      <span className="meta greet-second">
        {row.is_covered
          ? t("greetings.coveredWhy")
          : others.length > 0 &&
            t("greetings.before.line", { who: others.join(t("common.comma")) })}
      </span>
    </>
  );
}
