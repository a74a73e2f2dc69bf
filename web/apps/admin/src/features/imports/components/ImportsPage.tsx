import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { type Import, useImports } from "../api/imports.ts";
import { Head } from "./Head.tsx";
import { History } from "./History.tsx";
import "./imports.css";
import { importTones } from "./tones.ts";
import { UploadBox } from "./UploadBox.tsx";
import { resultOf } from "./words.ts";

interface Props {
  zone: string;
  before: number | undefined;
  onOpen: (id: number) => void;
  onPage: (before: number | undefined) => void;
  onBack: () => void;
  onCustomers: () => void;
}

/** Bring a file; below, the files of before. */
export function ImportsPage({ zone, before, onOpen, onPage, onBack, onCustomers }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const imports = useImports(before);
  return (
    <>
      <Head
        back={t("customers.page.back")}
        onBack={onCustomers}
        title={t("imports.title")}
        about={t("imports.about")}
      />
      <UploadBox onSent={(sent) => onOpen(sent.id)} />
      <h2 className="import-past">{t("imports.past")}</h2>
      <History<Import>
        label={t("imports.past")}
        found={imports}
        failed={t("imports.loadFailed")}
        empty={<p>{t("imports.empty")}</p>}
        before={before}
        onPage={onPage}
        onBack={onBack}
        width={850}
        columns={[
          {
            title: t("imports.columns.file"),
            render: (_, one) => (
              <button type="button" className="link" onClick={() => onOpen(one.id)}>
                {one.name}
              </button>
            ),
          },
          {
            title: t("imports.columns.subject"),
            width: 90,
            render: (_, one) => t(`imports.subjects.${one.subject}`),
          },
          {
            title: t("imports.columns.state"),
            width: 150,
            render: (_, one) => (
              <State tone={importTones[one.state]} word={t(`imports.states.${one.state}`)} />
            ),
          },
          { title: t("imports.columns.result"), render: (_, one) => resultOf(one, t) },
          {
            title: t("imports.columns.rows"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, one) => (one.total === null ? nothing : count(one.total)),
          },
          {
            title: t("imports.columns.at"),
            width: 130,
            align: "right",
            className: "num",
            render: (_, one) => (
              <span title={fullMoment(one.created_at, zone)}>{when(one.created_at)}</span>
            ),
          },
        ]}
      />
    </>
  );
}
