import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Erasures } from "./Erasures.tsx";
import { Exports } from "./Exports.tsx";
import type { May } from "./may.ts";
import { Purposes } from "./Purposes.tsx";
import { Retentions } from "./Retentions.tsx";
import { Waiting } from "./Waiting.tsx";
import "./privacy.css";

export const PARTS = ["purposes", "retention", "erasures", "exports"] as const;
export type Part = (typeof PARTS)[number];

interface Props {
  zone: string;
  may: May;
  part: Part;
  before: number | undefined;
  onPart: (part: Part) => void;
  onPage: (before: number | undefined) => void;
  onBack: () => void;
}

/** What people allow, for how long we keep what, who was erased, and who took whom out of here. */
export function PrivacyPage({ zone, may, part, before, onPart, onPage, onBack }: Props) {
  const { t } = useTranslation();
  const list = { zone, before, onPage, onBack };
  return (
    <div className="privacy">
      <header className="page-head">
        <div>
          <h1>{t("privacy.title")}</h1>
          <p className="meta">{t("privacy.lead")}</p>
        </div>
      </header>
      <Tabs
        activeKey={part}
        onChange={(key) => onPart(PARTS.find((one) => one === key) ?? "purposes")}
        items={PARTS.map((key) => ({ key, label: t(`privacy.parts.${key}`) }))}
      />
      {part === "purposes" && <Purposes may={may} />}
      {part === "retention" && <Retentions zone={zone} may={may} />}
      {part === "erasures" && (
        <>
          <Waiting zone={zone} may={may} onRegister={() => onPart("exports")} />
          <h2 className="privacy-part">{t("privacy.erasures.title")}</h2>
          <Erasures {...list} />
        </>
      )}
      {part === "exports" && <Exports {...list} may={may} />}
    </div>
  );
}
