import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RepliesTab } from "./RepliesTab.tsx";
import { TABS, type Tab } from "./search.ts";
import { WelcomesTab } from "./WelcomesTab.tsx";
import "./groupcare.css";

interface Props {
  zone: string;
  tab: Tab;
  mayWrite: boolean;
  onTab: (tab: Tab) => void;
  /** The tabs of rules and breaches. */
  children: ReactNode;
}

/** What groups say by themselves, by which rules they live, and who broke them. */
export function RulesPage({ zone, tab, mayWrite, onTab, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("groupcare.title")}</h1>
          <p className="meta">{t("groupcare.lead")}</p>
        </div>
      </header>
      <Tabs
        activeKey={tab}
        onChange={(key) => onTab(TABS.find((one) => one === key) ?? "welcomes")}
        items={TABS.map((key) => ({ key, label: t(`groupcare.tabs.${key}`) }))}
      />
      {tab === "welcomes" && <WelcomesTab zone={zone} mayWrite={mayWrite} />}
      {tab === "replies" && <RepliesTab zone={zone} mayWrite={mayWrite} />}
      {children}
    </>
  );
}
