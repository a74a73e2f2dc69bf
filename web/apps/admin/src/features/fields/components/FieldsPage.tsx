import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { FieldsTab } from "./FieldsTab.tsx";
import { QuestionsTab } from "./QuestionsTab.tsx";
import { StagesTab } from "./StagesTab.tsx";
import "./fields.css";

export const TABS = ["fields", "stages", "questions"] as const;
export type Tab = (typeof TABS)[number];

interface Props {
  tab: Tab;
  mayWrite: boolean;
  onTab: (tab: Tab) => void;
}

export function FieldsPage({ tab, mayWrite, onTab }: Props) {
  const { t } = useTranslation();
  return (
    <div className="definitions">
      <h1>{t("definitions.title")}</h1>
      <Tabs
        activeKey={tab}
        onChange={(key) => onTab(TABS.find((one) => one === key) ?? "fields")}
        items={TABS.map((key) => ({ key, label: t(`definitions.tabs.${key}`) }))}
      />
      {!mayWrite && <p className="meta">{t("definitions.readOnly")}</p>}
      {tab === "fields" && <FieldsTab mayWrite={mayWrite} />}
      {tab === "stages" && <StagesTab mayWrite={mayWrite} />}
      {tab === "questions" && <QuestionsTab mayWrite={mayWrite} />}
    </div>
  );
}
