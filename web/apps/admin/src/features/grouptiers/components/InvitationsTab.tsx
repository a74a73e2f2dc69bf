import { count, State, useWhen } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Invitation, useInvitations } from "../api/tiers.ts";
import { InvitationDrawer } from "./InvitationDrawer.tsx";
import { InviteDrawer } from "./InviteDrawer.tsx";
import type { Conditions } from "./RuleEditor.tsx";
import type { Search } from "./search.ts";
import { stateTones } from "./words.ts";

interface Props {
  zone: string;
  search: Search;
  mayWrite: boolean;
  conditions: Conditions;
  onSearch: (search: Search) => void;
}

export function InvitationsTab({ zone, search, mayWrite, conditions, onSearch }: Props) {
  const { t } = useTranslation();
  const found = useInvitations();
  const [fresh, setFresh] = useState(false);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const open = (id: number | undefined) =>
    onSearch({ tab: "invitations", ...(id ? { open: id } : {}) });
  const asked = fresh || search.tier !== undefined;
  return (
    <section>
      <div className="tier-bar">
        <p className="meta">{t("grouptiers.invite.about")}</p>
        {mayWrite && (
          <Button
            type="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setFresh(true)}
          >
            {t("grouptiers.invite.add")}
          </Button>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("grouptiers.invite.failed")} onAgain={() => found.refetch()} />
      )}
      {found.data && rows.length === 0 && (
        <div className="empty">
          <p>{t("grouptiers.invite.empty")}</p>
        </div>
      )}
      {rows.length > 0 && <Rounds rows={rows} zone={zone} onOpen={open} />}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("grouptiers.invite.older")}
        </Button>
      )}
      {asked && mayWrite && (
        <InviteDrawer
          tier={search.tier}
          who={search.who}
          conditions={conditions}
          onClose={() => {
            setFresh(false);
            open(search.open);
          }}
          onMade={(made) => {
            setFresh(false);
            open(made.id);
          }}
        />
      )}
      {search.open !== undefined && !asked && (
        <InvitationDrawer
          key={search.open}
          id={search.open}
          zone={zone}
          mayWrite={mayWrite}
          conditions={conditions}
          onClose={() => open(undefined)}
        />
      )}
    </section>
  );
}

interface RoundsProps {
  rows: readonly Invitation[];
  zone: string;
  onOpen: (id: number) => void;
}

function Rounds({ rows, zone, onOpen }: RoundsProps) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const number = (name: "asked" | "sent" | "joined" | "still_there") => ({
    key: name,
    title: t(`grouptiers.steps.${name}`),
    width: 100,
    align: "right" as const,
    className: "num",
    render: (_: unknown, row: Invitation) => count(row.steps[name]),
  });
  return (
    <Table<Invitation>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 860 }}
      columns={[
        {
          key: "name",
          title: t("grouptiers.invite.name"),
          width: 260,
          render: (_, row) => (
            <>
              <Button type="link" className="tier-name" onClick={() => onOpen(row.id)}>
                {row.name}
              </Button>
              <span className="meta tier-second">
                {row.tier
                  ? t(`grouptiers.who.${row.who}In`, { tier: t(`groups.tiers.${row.tier}`) })
                  : t("grouptiers.who.any")}
                {" · "}
                {t("grouptiers.groups", { n: count(row.group_count), count: row.group_count })}
              </span>
            </>
          ),
        },
        {
          key: "state",
          title: t("grouptiers.invite.state"),
          width: 160,
          render: (_, row) => (
            <>
              <State tone={stateTones[row.state]} word={t(`grouptiers.states.${row.state}`)} />
              {row.problem && (
                <span className="meta tier-second">{t(`grouptiers.trouble.${row.problem}`)}</span>
              )}
            </>
          ),
        },
        {
          key: "chosen",
          title: t("grouptiers.steps.chosen"),
          width: 100,
          align: "right",
          className: "num",
          render: (_, row) => count(row.steps.chosen),
        },
        number("asked"),
        number("sent"),
        number("joined"),
        number("still_there"),
        {
          key: "created",
          title: t("grouptiers.invite.created"),
          width: 120,
          render: (_, row) => when(row.created_at),
        },
      ]}
    />
  );
}
