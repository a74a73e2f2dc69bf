import { nothing, State, useWhen } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useGroups } from "../api/handovers.ts";
import type { Handover, HandoverGroup } from "../api/reading.ts";
import { moment } from "./PeopleTab.tsx";
import { Reason } from "./Reason.tsx";
import { partTones } from "./sums.ts";
import { useWords } from "./words.ts";

interface Props {
  one: Handover;
  zone: string;
  /** Whether groups may be looked at. */
  mayOpen: boolean;
  fresh: string;
}

/** Each group: its new owner, and why not; groups move at once, 300 a day. */
export function GroupsTab({ one, zone, mayOpen, fresh }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const tell = useWhen(zone);
  const found = useGroups(one.id, fresh);
  const rows = found.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && !rows && (
        <Failed title={words(found.error)} onAgain={() => found.refetch()} />
      )}
      {rows?.length === 0 && <p className="empty">{t("handovers.groups.none")}</p>}
      {rows && rows.length > 0 && (
        <Table<HandoverGroup>
          rowKey={(row) => row.group.id}
          className={found.isPlaceholderData ? "handover-people dimmed" : "handover-people"}
          dataSource={[...rows]}
          pagination={false}
          sticky={{ offsetHeader: 56 }}
          scroll={{ x: 800 }}
          columns={[
            {
              key: "group",
              title: t("handovers.groups.group"),
              fixed: "left",
              width: 240,
              render: (_, row) => <Name row={row} mayOpen={mayOpen} />,
            },
            {
              key: "taker",
              title: t("handovers.groups.owner"),
              width: 140,
              render: (_, row) => row.taker?.name ?? nothing,
            },
            {
              key: "state",
              title: t("handovers.people.state"),
              width: 260,
              render: (_, row) => (
                <>
                  <State
                    tone={partTones[row.state] ?? "off"}
                    word={t(`handovers.group.${row.state}`)}
                  />
                  <Reason say={row.say} errcode={row.errcode} />
                </>
              ),
            },
            {
              key: "settled",
              title: t("handovers.people.settled"),
              width: 140,
              align: "right",
              className: "num",
              render: (_, row) => moment(row.settled_at, zone, tell),
            },
          ]}
        />
      )}
      {found.hasNextPage && (
        <div className="more">
          <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Name({ row, mayOpen }: { row: HandoverGroup; mayOpen: boolean }) {
  const { t } = useTranslation();
  const name = row.group.name || t("handovers.groups.nameless");
  return mayOpen ? (
    <a href={`/groups/${row.group.id}`} className="handover-name cut" title={name}>
      {name}
    </a>
  ) : (
    <span className="cut" title={name}>
      {name}
    </span>
  );
}
