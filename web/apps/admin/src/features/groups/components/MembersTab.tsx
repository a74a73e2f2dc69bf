import { fullMoment, initial, nothing, State, useWhen } from "@yutang/ui";
import { Button, Segmented, Skeleton, Table } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import { Who } from "../../../shared/Links.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import {
  type Detail,
  type MemberFilter,
  OWN,
  ROLES,
  type Stay,
  useMembers,
} from "../api/groups.ts";
import { RoleCell, RolesBar } from "./RolesBar.tsx";

interface Props {
  mayWrite: boolean;
  group: Detail;
  zone: string;
  filter: MemberFilter;
  onFilter: (filter: MemberFilter) => void;
}

/** Who is in it, and who was: as what, friend or not, how he came and who brought him. */
export function MembersTab({ group, zone, filter, mayWrite, onFilter }: Props) {
  const { t } = useTranslation();
  const found = useMembers(group.id, filter);
  return (
    <>
      <div className="filters">
        <Segmented<string>
          aria-label={t("groups.members.which")}
          value={filter.gone ? "gone" : "here"}
          onChange={(which) => onFilter({ ...filter, gone: which === "gone" ? true : undefined })}
          options={["here", "gone"].map((value) => ({
            value,
            label: t(`groups.members.${value}`),
          }))}
        />
        <SearchBox
          label={t("groups.members.search")}
          text={filter.q ?? ""}
          maxLength={60}
          onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
        />
        <FilterSelect
          label={t("groups.members.role")}
          value={filter.role}
          onChange={(role) => onFilter({ ...filter, role })}
          options={ROLES.map((value) => ({ value, label: t(`groups.roles.${value}`) }))}
        />
        <FilterSelect
          label={t("groupwatch.roles.name")}
          value={filter.own}
          onChange={(own) => onFilter({ ...filter, own })}
          options={OWN.map((value) => ({ value, label: t(`groupwatch.roles.${value}`) }))}
        />
        <FilterSelect
          label={t("groups.members.friend")}
          value={filter.friend}
          onChange={(friend) => onFilter({ ...filter, friend })}
          options={(["yes", "no"] as const).map((value) => ({
            value,
            label: t(`groups.friend.${value}`),
          }))}
        />
      </div>
      <Found
        group={group}
        zone={zone}
        filter={filter}
        mayWrite={mayWrite}
        onFilter={onFilter}
        found={found}
      />
    </>
  );
}

function Found({
  group,
  zone,
  filter,
  mayWrite,
  onFilter,
  found,
}: Props & { found: ReturnType<typeof useMembers> }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<readonly Stay[]>([]);
  const shape = JSON.stringify(filter);
  useEffect(() => setPicked([]), [shape]);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.isError) {
    return <Failed title={t("groups.members.failed")} onAgain={() => found.refetch()} />;
  }
  const rows = found.data.pages.flatMap((page) => page.items);
  const narrowed = filter.q !== undefined || filter.role || filter.own || filter.friend;
  if (rows.length === 0) {
    return (
      <div className="empty">
        <p>
          {t(`groups.members.${narrowed ? "filtered" : filter.gone ? "nobodyGone" : "nobody"}`)}
        </p>
        {narrowed && (
          <Button onClick={() => onFilter({ gone: filter.gone })}>
            {t("common.clearFilters")}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <MemberTable
        rows={rows}
        zone={zone}
        gone={filter.gone === true}
        dimmed={found.isPlaceholderData}
        mayWrite={mayWrite}
        picked={mayWrite && !filter.gone ? picked : undefined}
        onPick={setPicked}
      />
      <RolesBar group={group.id} picked={picked} onClear={() => setPicked([])} />
      {found.hasNextPage && (
        <nav className="pages">
          <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </nav>
      )}
    </>
  );
}

interface TableProps {
  rows: readonly Stay[];
  zone: string;
  gone: boolean;
  dimmed: boolean;
  mayWrite: boolean;
  /** Absent where nothing can be done with a selection. */
  picked: readonly Stay[] | undefined;
  onPick: (rows: readonly Stay[]) => void;
}

function MemberTable({ rows, zone, gone, dimmed, mayWrite, picked, onPick }: TableProps) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<Stay>
      rowKey={(row) => `${row.member} ${row.joined_at}`}
      className={dimmed ? "group-table dimmed" : "group-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 760 }}
      {...(picked
        ? {
            rowSelection: {
              selectedRowKeys: picked.map((row) => `${row.member} ${row.joined_at}`),
              columnWidth: 40,
              onChange: (_: unknown, chosen: Stay[]) => onPick(chosen),
              getTitleCheckboxProps: () => ({ "aria-label": t("groups.pickPage") }),
              getCheckboxProps: (row: Stay) => ({
                "aria-label": t("groups.pick", { name: nameOf(row) }),
              }),
            },
          }
        : {})}
      columns={[
        {
          key: "who",
          title: t("groups.members.who"),
          fixed: "left",
          width: 220,
          render: (_, row) => <Member row={row} />,
        },
        {
          key: "role",
          title: t("groups.members.role"),
          width: 120,
          render: (_, row) => <RoleCell row={row} mayWrite={mayWrite} />,
        },
        {
          key: "friend",
          title: t("groups.members.friend"),
          width: 100,
          render: (_, row) => <Friend row={row} />,
        },
        {
          key: "scene",
          title: t("groups.members.scene"),
          width: 150,
          render: (_, row) => <Scene row={row} />,
        },
        {
          key: "joined",
          title: t("groups.members.joined"),
          width: 120,
          align: "right",
          className: "num",
          render: (_, row) => (
            <span title={fullMoment(row.joined_at, zone)}>{tell(row.joined_at)}</span>
          ),
        },
        ...(gone
          ? [
              {
                key: "left",
                title: t("groups.members.left"),
                width: 140,
                align: "right" as const,
                className: "num",
                render: (_: unknown, row: Stay) =>
                  row.left_at ? (
                    <span title={fullMoment(row.left_at, zone)}>
                      {tell(row.left_at)}
                      {row.left_how && (
                        <span
                          className="meta group-second"
                          title={row.left_how === "unseen" ? t("groups.how.unseenWhy") : undefined}
                        >
                          {t(`groups.how.${row.left_how}`)}
                        </span>
                      )}
                    </span>
                  ) : (
                    nothing
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Member({ row }: { row: Stay }) {
  const { t } = useTranslation();
  const name = row.customer?.name || row.staff?.name || row.name || t("groups.members.nameless");
  const second = row.nickname && row.nickname !== name && (
    <span className="meta cut" title={row.nickname}>
      {t("groups.members.here_as", { name: row.nickname })}
    </span>
  );
  if (row.customer) {
    return (
      <Who id={row.customer.id} name={name}>
        {second && <span className="group-second">{second}</span>}
      </Who>
    );
  }
  return (
    <span className="who" title={row.staff ? undefined : t("groups.members.unseen")}>
      <span className="avatar" aria-hidden="true">
        {initial(name)}
      </span>
      <span>
        <b className="cut" title={name}>
          {name}
        </b>
        {second}
      </span>
    </span>
  );
}

const nameOf = (row: Stay) => row.customer?.name || row.staff?.name || row.name;

function Friend({ row }: { row: Stay }) {
  const { t } = useTranslation();
  if (row.role !== "person") return <span title={t("groups.friend.staff")}>{nothing}</span>;
  if (!row.customer) return <span title={t("groups.members.unseen")}>{nothing}</span>;
  const friend = row.customer.state === "friend";
  return <State tone={friend ? "ok" : "off"} word={t(`groups.friend.${friend ? "yes" : "no"}`)} />;
}

const SCENES: Record<number, string> = { 1: "invited", 2: "link", 3: "code" };

/** How somebody came in, and who brought him where WeCom tells. */
export function Scene({ row }: { row: Pick<Stay, "scene" | "inviter"> }) {
  const { t } = useTranslation();
  const scene = SCENES[row.scene ?? 0];
  return (
    <>
      {scene ? (
        t(`groups.scenes.${scene}`)
      ) : (
        <span title={t("groups.scenes.unknown")}>{nothing}</span>
      )}
      {row.inviter ? (
        <span className="meta group-second">
          {t("groups.members.inviter", { name: row.inviter.name })}
        </span>
      ) : (
        row.scene === 1 && (
          <span className="meta group-second" title={t("groups.members.inviterWhy")}>
            {t("groups.members.inviter", { name: nothing })}
          </span>
        )
      )}
    </>
  );
}
