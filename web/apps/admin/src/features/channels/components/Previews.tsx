import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "./draft.ts";
import { PhonePreview } from "./PhonePreview.tsx";
import { PagePreview } from "./page/PagePreview.tsx";

interface Props {
  draft: Draft;
  company: string;
  pictureUrl: string | undefined;
}

/** What the customer sees: the welcome, and of a page code the page before it. */
export function Previews({ draft, company, pictureUrl }: Props) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<"page" | "welcome">("page");
  const staffName = draft.staff.find((one) => !one.left)?.name;
  const welcome = (
    <PhonePreview
      text={draft.text ?? ""}
      picture={draft.picture === undefined ? undefined : (pictureUrl ?? "")}
      link={
        draft.linkUrl && draft.linkTitle
          ? { title: draft.linkTitle, description: draft.linkDescription ?? "" }
          : undefined
      }
      staffName={staffName}
      company={company}
    />
  );
  if (!draft.page) return welcome;
  return (
    <div className="previews">
      <Segmented<"page" | "welcome">
        aria-label={t("channels.preview.title")}
        value={seen}
        onChange={setSeen}
        options={(["page", "welcome"] as const).map((value) => ({
          value,
          label: t(`pagecodes.preview.${value}`),
        }))}
      />
      {seen === "page" ? (
        <PagePreview page={draft.page} staffName={staffName} company={company} />
      ) : (
        welcome
      )}
    </div>
  );
}
