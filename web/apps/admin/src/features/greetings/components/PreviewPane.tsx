import { Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockField } from "../../../shared/ClockField.tsx";
import { useChannelName, useStaff } from "../../../shared/choices.ts";
import { type Greeting, useAnyStore, useCustomerNames } from "../api/greetings.ts";
import { before, fits } from "./applying.ts";
import { type Draft, draftOf, type PartDraft, rendered } from "./draft.ts";
import { usePhrases } from "./words.ts";

interface Props {
  draft: Draft;
  others: readonly Greeting[];
  company: string;
}

const NOBODY = "";

/** What a real customer would see at an hour, with every key. */
export function PreviewPane({ draft, others, company }: Props) {
  const { t } = useTranslation();
  const phrases = usePhrases();
  const [chosen, setChosen] = useState<string>();
  const [at, setAt] = useState("10:00");
  const [who, setWho] = useState<"new" | "returning">("new");
  const customers = useCustomerNames().data?.items ?? [];
  const names = [...new Set(customers.map((one) => one.name).filter(Boolean))];
  const name = chosen ?? names[0] ?? t("greetings.preview.example");
  const own = others.filter(
    (one) =>
      one.reach === draft.reach &&
      (one.reach !== "department" || one.department?.id === draft.department) &&
      (one.reach !== "channel" || one.channel?.id === draft.channel),
  );
  const first = before(draft, own, at, who);
  const isShown = first === undefined && fits(draft, at, who);
  return (
    <aside className="greet-preview" aria-label={t("greetings.preview.title")}>
      <div className="greet-preview-asked">
        <Select<string>
          aria-label={t("greetings.preview.customer")}
          value={name}
          onChange={setChosen}
          options={[
            { value: NOBODY, label: t("greetings.preview.nameless") },
            ...(names.length > 0 ? names : [t("greetings.preview.example")]).map((value) => ({
              value,
              label: value,
            })),
          ]}
        />
        <ClockField label={t("greetings.which.at")} value={at} onChange={setAt} />
        <Segmented
          aria-label={t("greetings.which.standing")}
          value={who}
          options={(["new", "returning"] as const).map((value) => ({
            value,
            label: t(`greetings.standing.${value}`),
          }))}
          onChange={setWho}
        />
      </div>
      {!isShown && (
        <p className="greet-elsewhere" role="status">
          {first
            ? t("greetings.preview.other", { when: phrases.when(first) })
            : t("greetings.preview.none")}
        </p>
      )}
      <Phone
        draft={first ? draftOf(first, {}) : draft}
        name={name}
        at={at}
        company={company}
        isShown={isShown || first !== undefined}
      />
    </aside>
  );
}

interface PhoneProps {
  draft: Draft;
  name: string;
  at: string;
  company: string;
  /** Whether anything of it goes out. */
  isShown: boolean;
}

function Phone({ draft, name, at, company, isShown }: PhoneProps) {
  const { t } = useTranslation();
  const staff = useStaff("").data?.items[0]?.name ?? t("greetings.preview.staff");
  const store = useAnyStore();
  const channel = useChannelName(draft.reach === "channel" ? draft.channel : undefined);
  const text = rendered(draft, {
    name,
    staff,
    ...(store ? { store } : {}),
    ...(channel ? { channel } : {}),
    refuse_link: t("greetings.preview.link"),
  });
  const parts = draft.parts;
  return (
    <div className="phone greet-phone">
      <div className="phone-clock num">{at}</div>
      <div className="phone-bar">
        {staff} <span className="phone-corp">@{company}</span>
      </div>
      <div className={isShown ? "phone-chat" : "phone-chat dimmed"}>
        <p className="phone-added">{t("greetings.preview.added", { staff })}</p>
        {!text.trim() && parts.length === 0 && (
          <p className="phone-hint">{t("greetings.preview.empty")}</p>
        )}
        {text.trim() && <div className="bubble">{text}</div>}
        {parts.map((part) => (
          <PartPicture key={part.key} part={part} />
        ))}
      </div>
    </div>
  );
}

function PartPicture({ part }: { part: PartDraft }) {
  const { t } = useTranslation();
  const { file, kind } = part;
  if (kind === "image") {
    return file?.url ? (
      <img className="phone-picture" src={file.url} alt={file.name} width={160} height={120} />
    ) : (
      <div className="phone-picture-kept cut-lines">{file?.name ?? t("greetings.kinds.image")}</div>
    );
  }
  if (kind === "video" || kind === "file") {
    return (
      <div className="phone-link">
        <b>{file?.name ?? t(`greetings.kinds.${kind}`)}</b>
        <span>{t(`greetings.kinds.${kind}`)}</span>
      </div>
    );
  }
  const cover = file?.url ?? (part.pictureUrl.startsWith("http") ? part.pictureUrl : undefined);
  return (
    <div className="phone-link">
      <b>{part.title || t(`greetings.kinds.${kind}`)}</b>
      <div className="phone-card">
        <span>{kind === "link" ? part.description || part.url : part.page}</span>
        {file?.url && <img src={file.url} alt="" width={44} height={44} />}
        {!file?.url && (file || cover) && <i className="phone-cover" aria-hidden="true" />}
      </div>
      {kind === "mini_program" && <span>{t("greetings.kinds.mini_program")}</span>}
    </div>
  );
}
