import { Button } from "antd";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "./copyable.css";

const SHOWN_MS = 2000;

/** Something to be pasted elsewhere, with the button that takes it along. */
export function Copyable({
  text,
  label,
  code = false,
}: {
  text: string;
  label: string;
  code?: boolean;
}) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;
  return (
    <div className="copyable">
      {code ? (
        <pre tabIndex={0} aria-label={label}>
          {text}
        </pre>
      ) : (
        <span className="copyable-text">{text}</span>
      )}
      <Button
        icon={<Icon size={14} aria-hidden="true" />}
        aria-label={t("common.copyOf", { what: label })}
        onClick={async () => {
          await navigator.clipboard.writeText(text);
          setCopied(true);
          setTimeout(() => setCopied(false), SHOWN_MS);
        }}
      >
        {t(copied ? "common.copied" : "common.copy")}
      </Button>
    </div>
  );
}
