import { Tabs } from "antd";
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
}

/** What groups say by themselves: the welcome, and replies to words. */
export function RulesPage({ zone, tab, mayWrite, onTab }: Props) {
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
      {tab === "welcomes" ? (
        <WelcomesTab zone={zone} mayWrite={mayWrite} />
      ) : (
        <RepliesTab zone={zone} mayWrite={mayWrite} />
      )}
    </>
  );
}
