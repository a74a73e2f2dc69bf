import { Link } from "@tanstack/react-router";
import { count, nothing, State } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { SureButton } from "../../../shared/SureButton.tsx";
import { type Board, type Pool, useForgetPool, waits } from "../api/oldpools.ts";

const PERCENT = 100;

/** One row each: its code, who came, and how much of the estimate that is. */
export function PoolTable({ board, mayWrite }: { board: Board; mayWrite: boolean }) {
  const { t } = useTranslation();
  const forget = useForgetPool();
  return (
    <Table<Pool>
      rowKey="id"
      dataSource={board.items}
      pagination={
        board.items.length > PERCENT ? { pageSize: PERCENT, showSizeChanger: false } : false
      }
      scroll={{ x: 760 }}
      columns={[
        {
          key: "name",
          title: t("oldPools.columns.name"),
          render: (_, one) =>
            one.channel_id === null ? (
              one.name
            ) : (
              <Link to="/codes/$id" params={{ id: String(one.channel_id) }}>
                {one.name}
              </Link>
            ),
        },
        {
          key: "kind",
          title: t("oldPools.columns.kind"),
          render: (_, one) => t(`oldPools.kinds.${one.kind}`),
        },
        {
          key: "state",
          title: t("oldPools.columns.state"),
          render: (_, one) => <CodeState one={one} />,
        },
        number("adds", t("oldPools.columns.adds"), (one) => count(one.adds)),
        number("stayed", t("oldPools.columns.stayed"), (one) => count(one.stayed)),
        number("estimate", t("oldPools.columns.estimate"), (one) =>
          one.estimate === null ? (
            <span title={t("oldPools.noEstimate")}>{nothing}</span>
          ) : (
            count(one.estimate)
          ),
        ),
        number("share", t("oldPools.columns.share"), (one) =>
          one.share === null ? (
            <span title={t("oldPools.noEstimate")}>{nothing}</span>
          ) : (
            `${Number((one.share * PERCENT).toFixed(1))}%`
          ),
        ),
        ...(mayWrite
          ? [
              {
                key: "act",
                title: "",
                render: (_: unknown, one: Pool) => (
                  <SureButton
                    ask={t("oldPools.forgetAsk", { name: one.name })}
                    what={t("oldPools.forgetWhat")}
                    act={t("oldPools.forget")}
                    loading={forget.isPending && forget.variables === one.id}
                    onSure={() => forget.mutate(one.id)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function CodeState({ one }: { one: Pool }) {
  const { t } = useTranslation();
  if (one.state === "failed" || one.channel_status === "failed") {
    return (
      <>
        <State tone="bad" word={t("oldPools.states.failed")} />
        {one.error && <span className="meta pool-second">{one.error}</span>}
      </>
    );
  }
  if (waits(one)) {
    return (
      <State
        tone="info"
        word={t(`oldPools.states.${one.state === "queued" ? "queued" : "waiting"}`)}
      />
    );
  }
  return <State tone="ok" word={t("oldPools.states.made")} />;
}

function number(key: string, title: string, render: (one: Pool) => React.ReactNode) {
  return {
    key,
    title,
    align: "right" as const,
    className: "num",
    render: (_: unknown, one: Pool) => render(one),
  };
}
