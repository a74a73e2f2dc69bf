import { Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

interface Part {
  key: string;
  label: string;
  used: boolean;
  field: ReactNode;
}

/** Parts of a condition that are shown once they are used or asked for. */
export function MoreParts({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<readonly string[]>([]);
  const shown = parts.filter((part) => part.used || open.includes(part.key));
  const hidden = parts.filter((part) => !shown.includes(part));
  return (
    <>
      {shown.map((part) => (
        <span key={part.key} className="seg-part">
          <span className="seg-word">{part.label}</span>
          {part.field}
        </span>
      ))}
      {hidden.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: hidden.map((part) => ({ key: part.key, label: part.label })),
            onClick: ({ key }) => setOpen([...open, key]),
          }}
        >
          <button type="button" className="seg-more">
            {t("segments.morePart")}
          </button>
        </Dropdown>
      )}
    </>
  );
}
