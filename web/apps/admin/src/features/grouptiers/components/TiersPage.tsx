import { Link } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { BoardTab } from "./BoardTab.tsx";
import { InvitationsTab } from "./InvitationsTab.tsx";
import type { Conditions } from "./RuleEditor.tsx";
import { type Search, TABS } from "./search.ts";
import "./tiers.css";

const HELP = "how-to/group-tiers";

interface Props {
  zone: string;
  search: Search;
  mayWrite: boolean;
  conditions: Conditions;
  onSearch: (search: Search) => void;
}

/** Groups by tier, who belongs where, and inviting people there. */
export function TiersPage({ zone, search, mayWrite, conditions, onSearch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("grouptiers.title")}</h1>
          <p className="meta">{t("grouptiers.lead")}</p>
        </div>
        <Link to="/help/$" params={{ _splat: HELP }} className="tier-help">
          {t("groups.help")}
        </Link>
      </header>
      <Tabs
        activeKey={search.tab ?? "board"}
        onChange={(key) => onSearch(key === "invitations" ? { tab: "invitations" } : {})}
        items={TABS.map((key) => ({ key, label: t(`grouptiers.tabs.${key}`) }))}
      />
      {search.tab === "invitations" ? (
        <InvitationsTab
          zone={zone}
          search={search}
          mayWrite={mayWrite}
          conditions={conditions}
          onSearch={onSearch}
        />
      ) : (
        <BoardTab
          zone={zone}
          mayWrite={mayWrite}
          conditions={conditions}
          onInvite={(tier, who) => onSearch({ tab: "invitations", tier, who })}
        />
      )}
    </>
  );
}
