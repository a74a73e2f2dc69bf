import { App, Button, Popconfirm } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type QuestionSet, useArchiveSet, useFields, useSets } from "../api/fields.ts";
import { Loading } from "./Loading.tsx";
import { SetDrawer } from "./SetDrawer.tsx";
import { useWords } from "./trouble.ts";

export function QuestionsTab({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [edited, setEdited] = useState<QuestionSet | "new" | null>(null);
  const sets = useSets();
  const fields = useFields();
  const archive = useArchiveSet();
  if (!sets.data || !fields.data) {
    return (
      <Loading
        failed={sets.isError || fields.isError}
        onAgain={() => Promise.all([sets.refetch(), fields.refetch()])}
      />
    );
  }
  const { items, limit } = sets.data;
  return (
    <>
      <div className="tab-head">
        <p className="meta num">
          {t("definitions.set.room", { count: items.length, n: items.length, limit })}
        </p>
        {mayWrite && (
          <Button
            type="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setEdited("new")}
          >
            {t("definitions.set.add")}
          </Button>
        )}
      </div>
      {items.length === 0 && <p className="empty">{t("definitions.set.empty")}</p>}
      {items.map((set) => (
        <article key={set.id} className="question-set">
          <div className="tab-head">
            <h2>{set.name}</h2>
            {mayWrite && (
              <span>
                <Button type="link" size="small" onClick={() => setEdited(set)}>
                  {t("definitions.edit")}
                </Button>
                <Popconfirm
                  title={t("definitions.set.archiveTitle", { name: set.name })}
                  description={t("definitions.set.archiveAbout")}
                  okText={t("definitions.set.archive")}
                  onConfirm={() =>
                    archive.mutate(set.id, {
                      onError: (error) => message.error(words(error), 6),
                    })
                  }
                >
                  <Button type="text" size="small">
                    {t("definitions.archive")}
                  </Button>
                </Popconfirm>
              </span>
            )}
          </div>
          <ol>
            {set.questions.map((question) => (
              <li key={question.key}>
                {question.text}
                <span className="meta">
                  {question.field
                    ? t("definitions.set.into", { field: question.field.name })
                    : t(`definitions.questionKinds.${question.kind ?? "gone"}`)}
                  {question.required && ` · ${t("definitions.set.required")}`}
                </span>
              </li>
            ))}
          </ol>
        </article>
      ))}
      {edited !== null && (
        <SetDrawer
          set={edited === "new" ? null : edited}
          fields={fields.data.items.filter((field) => field.archived_at === null)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
