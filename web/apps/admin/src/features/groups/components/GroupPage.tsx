import { Link } from "@tanstack/react-router";
import { ProblemError } from "@yutang/api";
import { Alert, Button, Skeleton, Tabs } from "antd";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type MemberFilter, useGroup } from "../api/groups.ts";
import { DaysTab } from "./DaysTab.tsx";
import { GroupHead } from "./GroupHead.tsx";
import { GroupSide } from "./GroupSide.tsx";
import { LifeTab } from "./LifeTab.tsx";
import { MembersTab } from "./MembersTab.tsx";
import { ProfileTab } from "./ProfileTab.tsx";
import { TABS, type Tab } from "./search.ts";
import "./group.css";
import "./groups.css";

interface Props {
  id: number;
  zone: string;
  tab: Tab;
  members: MemberFilter;
  span: number;
  mayWrite: boolean;
  /** What the rules say of it. */
  rules: ReactNode;
  onTab: (tab: Tab) => void;
  onMembers: (filter: MemberFilter) => void;
  onSpan: (days: number) => void;
}

export function GroupPage({ id, zone, tab, mayWrite, ...props }: Props) {
  const { t } = useTranslation();
  const group = useGroup(id);
  const unknown = group.error instanceof ProblemError && group.error.problem.status === 404;
  const read = group.data;
  return (
    <>
      <Link to="/groups" className="back">
        <ChevronLeft size={14} aria-hidden="true" />
        {t("groups.title")}
      </Link>
      {group.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {group.isError && !read && (
        <Alert
          type={unknown ? "warning" : "error"}
          showIcon
          title={t(unknown ? "groups.unknown" : "groups.oneFailed")}
          action={!unknown && <Button onClick={() => group.refetch()}>{t("common.again")}</Button>}
        />
      )}
      {read && (
        <>
          <GroupHead group={read} zone={zone} />
          <div className="group-page">
            <div>
              <Tabs
                activeKey={tab}
                onChange={(key) => props.onTab(TABS.find((one) => one === key) ?? "members")}
                items={TABS.map((key) => ({ key, label: t(`groups.tabs.${key}`) }))}
              />
              {tab === "members" && (
                <MembersTab
                  mayWrite={mayWrite}
                  group={read}
                  zone={zone}
                  filter={props.members}
                  onFilter={props.onMembers}
                />
              )}
              {tab === "life" && <LifeTab id={id} zone={zone} />}
              {tab === "days" && (
                <DaysTab group={read} zone={zone} span={props.span} onSpan={props.onSpan} />
              )}
              {tab === "rules" && props.rules}
              {tab === "profile" && (
                <ProfileTab
                  key={read.profile_version}
                  group={read}
                  mayWrite={mayWrite}
                  onAgain={() => group.refetch()}
                />
              )}
            </div>
            <GroupSide
              group={read}
              zone={zone}
              mayWrite={mayWrite}
              onProfile={() => props.onTab("profile")}
            />
          </div>
        </>
      )}
    </>
  );
}
