import { Link, Navigate } from "@tanstack/react-router";
import { ProblemError } from "@yutang/api";
import { Alert, Button, Skeleton, Tabs } from "antd";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type LifeKind, type Profile, TABS, type Tab, useCustomer } from "../api/profile.ts";
import { AnswersTab } from "./AnswersTab.tsx";
import { ConsentsCard } from "./ConsentsCard.tsx";
import { FieldsCard } from "./FieldsCard.tsx";
import { FollowTab } from "./FollowTab.tsx";
import { LifeList } from "./LifeList.tsx";
import type { May } from "./may.ts";
import { PersonHead } from "./PersonHead.tsx";
import { Activation, Origin, Owners } from "./PersonSide.tsx";
import { TagsCard } from "./TagsCard.tsx";
import "./customers.css";
import "./person.css";

interface Props {
  id: number;
  zone: string;
  may: May;
  me: number;
  tab: Tab;
  kind: LifeKind | undefined;
  onTab: (tab: Tab) => void;
  onKind: (kind: LifeKind | undefined) => void;
  /** Hand him over from a member; absent where the reader may not. */
  onHandOver?: (staff: number) => void;
  /** What another feature knows of the person, below all else. */
  aside?: (person: Profile) => ReactNode;
  /** His groups and how many they are; absent where the reader may see none. */
  groups?: { name: ReactNode; content: ReactNode } | undefined;
  /** What he bought. */
  orders?: ReactNode;
}

export function CustomerPage(props: Props) {
  const { id, zone, may, me, tab, kind, onTab, onKind, aside, groups } = props;
  const { t } = useTranslation();
  const customer = useCustomer(id);
  const unknown = customer.error instanceof ProblemError && customer.error.problem.status === 404;
  const person = customer.data;
  return (
    <>
      <Link to="/customers" className="back">
        <ChevronLeft size={14} aria-hidden="true" />
        {t("customers.page.back")}
      </Link>
      {customer.isPending && <Skeleton active avatar paragraph={{ rows: 8 }} />}
      {customer.isError && !person && (
        <Alert
          type={unknown ? "warning" : "error"}
          showIcon
          title={unknown ? t("customers.page.unknown") : t("customers.loadFailed")}
          action={
            !unknown && <Button onClick={() => customer.refetch()}>{t("common.again")}</Button>
          }
        />
      )}
      {/* Who was merged away is opened by old addresses: they lead to who he is now. */}
      {person && person.id !== id && (
        <Navigate to="/customers/$id" params={{ id: String(person.id) }} replace />
      )}
      {person && (
        <>
          <PersonHead person={person} zone={zone} may={may} onFollow={() => onTab("follow")} />
          <div className="person">
            <div>
              <Tabs
                activeKey={tab}
                onChange={(key) => onTab(TABS.find((one) => one === key) ?? "life")}
                items={TABS.filter((key) => key !== "groups" || groups).map((key) => ({
                  key,
                  label: key === "groups" ? groups?.name : <TabName tab={key} person={person} />,
                }))}
              />
              {tab === "life" && <LifeList id={id} zone={zone} kind={kind} onKind={onKind} />}
              {tab === "follow" && <FollowTab person={person} zone={zone} may={may} me={me} />}
              {tab === "answers" && <AnswersTab person={person} zone={zone} may={may} />}
              {tab === "orders" && props.orders}
              {tab === "groups" && groups?.content}
            </div>
            <aside className="person-side">
              <TagsCard person={person} zone={zone} may={may} />
              <Owners person={person} zone={zone} onHandOver={props.onHandOver} />
              <Activation person={person} zone={zone} />
              <Origin person={person} zone={zone} />
              <FieldsCard person={person} zone={zone} may={may} />
              <ConsentsCard person={person} zone={zone} may={may} />
              {aside?.(person)}
            </aside>
          </div>
        </>
      )}
    </>
  );
}

function TabName({ tab, person }: { tab: Tab; person: Profile }) {
  const { t } = useTranslation();
  const open = person.tasks.filter((task) => task.state === "open").length;
  return (
    <>
      {t(`customers.tabs.${tab}`)}
      {tab === "follow" && open > 0 && (
        <span
          className="tab-count num"
          role="img"
          aria-label={t("customers.tabs.open", { count: open })}
        >
          {open}
        </span>
      )}
    </>
  );
}
