import { Link } from "@tanstack/react-router";
import { count, nothing, State, type Tone } from "@yutang/ui";
import { Alert, Button, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaffName, useStaffOptions } from "../../../shared/choices.ts";
import { Chip } from "../../../shared/conditions.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { OneOf } from "../../../shared/OneOf.tsx";
import { type SubOwner, useSubOwners } from "../api/watch.ts";
import { useGroupName } from "./words.ts";

const tones: Record<SubOwner["span"], Tone> = { over: "warn", fit: "ok", under: "off" };

interface Props {
  head: number | undefined;
  onHead: (head: number | undefined) => void;
}

/** A head owner's view: his sub-owners, how many groups each holds, 3 or 4 being the rule. */
export function SubOwnersTab({ head, onHead }: Props) {
  const { t } = useTranslation();
  const called = useGroupName();
  const name = useStaffName(head);
  const [after, setAfter] = useState<string>();
  const found = useSubOwners(head, after);
  const read = found.data;
  const chip = name ?? `#${head}`;
  return (
    <>
      <div className="filters">
        {head === undefined ? (
          <OneOf useFound={useStaffOptions} label={t("groupwatch.subs.head")} onChange={onHead} />
        ) : (
          <Chip
            name={t("groupwatch.roles.head_owner")}
            value={chip}
            remove={t("groups.filters.remove", { chip })}
            onRemove={() => onHead(undefined)}
          />
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("groupwatch.failed")} onAgain={() => found.refetch()} />}
      {read && read.total === 0 && <p className="empty">{t("groupwatch.subs.empty")}</p>}
      {read && read.over > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("groupwatch.subs.over", { count: read.over, n: count(read.over) })}
        />
      )}
      {read && read.total > 0 && (
        <>
          <p className="meta num">
            {t("groupwatch.subs.total", { count: read.total, n: count(read.total) })}
            {read.under > 0 &&
              ` · ${t("groupwatch.subs.under", { count: read.under, n: count(read.under) })}`}
          </p>
          <Table<SubOwner>
            rowKey={(row) => row.staff.id}
            className="group-table"
            dataSource={read.items}
            pagination={false}
            scroll={{ x: 720 }}
            columns={[
              {
                key: "staff",
                title: t("groupwatch.roles.sub_owner"),
                width: 140,
                fixed: "left",
                render: (_, row) => (
                  <>
                    <b className="cut">{row.staff.name}</b>
                    {row.left && <span className="meta group-second">{t("groups.left")}</span>}
                  </>
                ),
              },
              {
                key: "groups",
                title: t("groupwatch.subs.groups"),
                width: 150,
                render: (_, row) => (
                  <State
                    tone={tones[row.span]}
                    word={t(`groupwatch.subs.span.${row.span}`, { n: count(row.groups) })}
                  />
                ),
              },
              {
                key: "held",
                title: t("groupwatch.subs.held"),
                render: (_, row) => (
                  <ul className="group-which">
                    {row.held.map((group) => (
                      <li key={group.id}>
                        <Link to="/groups/$id" params={{ id: String(group.id) }}>
                          {called(group.name)}
                        </Link>
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                key: "heads",
                title: t("groupwatch.roles.head_owner"),
                width: 160,
                render: (_, row) =>
                  row.heads.length > 0 ? (
                    row.heads.map((one) => one.name).join(t("common.comma"))
                  ) : (
                    <span title={t("groupwatch.subs.noHead")}>{nothing}</span>
                  ),
              },
            ]}
          />
          {(read.next || after) && (
            <nav className="pages">
              {after && (
                <Button onClick={() => setAfter(undefined)}>{t("groupwatch.first")}</Button>
              )}
              {read.next && (
                <Button onClick={() => setAfter(read.next ?? undefined)}>{t("common.more")}</Button>
              )}
            </nav>
          )}
        </>
      )}
    </>
  );
}
