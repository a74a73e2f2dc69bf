import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import "./words.ts";
import "./page.css";

interface Props {
  value: "direct" | "page";
  onChange: (kind: "direct" | "page") => void;
}

/** What WeCom does and what we do, before anything else is filled in: a code cannot change it. */
export function KindChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      className="kinds"
      aria-label={t("pagecodes.kind.label")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {(["direct", "page"] as const).map((kind) => (
        <Radio key={kind} value={kind} className="kind">
          <b>{t(`pagecodes.kind.${kind}`)}</b>
          <span>{t(`pagecodes.kind.${kind}WeCom`)}</span>
          <span>{t(`pagecodes.kind.${kind}We`)}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
