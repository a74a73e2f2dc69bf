import { Button, Checkbox, Form, Input, Select } from "antd";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Field, type NewSet, type QuestionSet, useSaveSet } from "../api/fields.ts";
import { DefinitionDrawer } from "./DefinitionDrawer.tsx";

const KINDS = ["text", "choice", "choices", "number", "date"] as const;
type OwnKind = (typeof KINDS)[number];
const QUESTIONS = 30;

interface Row {
  key?: string;
  text?: string;
  /** `field:<id>`, or a kind of its own. */
  answer?: string;
  options?: string[];
  required?: boolean;
}

interface Draft {
  name: string;
  questions: Row[];
}

interface Props {
  set: QuestionSet | null;
  fields: readonly Field[];
  onClose: () => void;
}

function draftOf(set: QuestionSet | null): Draft | { questions: Row[] } {
  if (set === null) return { questions: [{ answer: "text" }] };
  return {
    name: set.name,
    questions: set.questions.map((question) => ({
      key: question.key,
      text: question.text,
      answer: question.field ? `field:${question.field.id}` : (question.kind ?? "text"),
      options: question.options,
      required: question.required,
    })),
  };
}

function bodyOf(draft: Draft): NewSet {
  return {
    name: draft.name.trim(),
    questions: draft.questions.map((row) => {
      const field = row.answer?.startsWith("field:") ? Number(row.answer.slice(6)) : null;
      const kind = field === null ? ((row.answer ?? "text") as OwnKind) : null;
      return {
        key: row.key ?? null,
        text: row.text?.trim() ?? "",
        kind,
        field_id: field,
        options: kind === "choice" || kind === "choices" ? (row.options ?? []) : [],
        required: row.required ?? false,
      };
    }),
  };
}

export function SetDrawer({ set, fields, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const rows = Form.useWatch("questions", form) ?? [];
  const save = useSaveSet();
  const kinds = [
    {
      label: t("definitions.set.toField"),
      options: fields.map((field) => ({ value: `field:${field.id}`, label: field.name })),
    },
    {
      label: t("definitions.set.kept"),
      options: KINDS.map((kind) => ({
        value: kind,
        label: t(`definitions.questionKinds.${kind}`),
      })),
    },
  ];
  return (
    <DefinitionDrawer<Draft>
      what="set"
      isNew={set === null}
      form={form}
      draft={draftOf(set)}
      save={save}
      onSave={(draft) => save.mutate({ set, body: bodyOf(draft) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.List name="questions">
        {(list, { add, remove, move }) => (
          <>
            {list.map((row, at) => {
              const answer = rows[at]?.answer;
              return (
                <fieldset key={row.key} className="question-row">
                  <legend className="meta">{t("definitions.set.question", { n: at + 1 })}</legend>
                  <Form.Item
                    name={[row.name, "text"]}
                    rules={[
                      { required: true, whitespace: true, message: t("definitions.set.noText") },
                    ]}
                  >
                    <Input
                      maxLength={100}
                      aria-label={t("definitions.set.question", { n: at + 1 })}
                      placeholder={t("definitions.set.textHint")}
                    />
                  </Form.Item>
                  <Form.Item name={[row.name, "answer"]}>
                    <Select aria-label={t("definitions.set.answer")} options={kinds} />
                  </Form.Item>
                  {(answer === "choice" || answer === "choices") && (
                    <Form.Item
                      name={[row.name, "options"]}
                      rules={[{ required: true, message: t("definitions.set.noOptions") }]}
                    >
                      <Select
                        mode="tags"
                        tokenSeparators={[",", "，", "、"]}
                        aria-label={t("definitions.field.options")}
                        placeholder={t("definitions.set.optionsHint")}
                      />
                    </Form.Item>
                  )}
                  <div className="question-foot">
                    <Form.Item name={[row.name, "required"]} valuePropName="checked" noStyle>
                      <Checkbox>{t("definitions.set.required")}</Checkbox>
                    </Form.Item>
                    <span>
                      <Button
                        type="text"
                        size="small"
                        aria-label={t("definitions.up")}
                        disabled={at === 0}
                        icon={<ArrowUp size={14} aria-hidden="true" />}
                        onClick={() => move(at, at - 1)}
                      />
                      <Button
                        type="text"
                        size="small"
                        aria-label={t("definitions.down")}
                        disabled={at === list.length - 1}
                        icon={<ArrowDown size={14} aria-hidden="true" />}
                        onClick={() => move(at, at + 1)}
                      />
                      <Button
                        type="text"
                        size="small"
                        aria-label={t("definitions.set.remove", { n: at + 1 })}
                        disabled={list.length === 1}
                        icon={<Trash2 size={14} aria-hidden="true" />}
                        onClick={() => remove(row.name)}
                      />
                    </span>
                  </div>
                </fieldset>
              );
            })}
            <Button
              type="dashed"
              icon={<Plus size={14} aria-hidden="true" />}
              disabled={list.length >= QUESTIONS}
              onClick={() => add({ answer: "text" })}
            >
              {t("definitions.set.addQuestion")}
            </Button>
          </>
        )}
      </Form.List>
      {set && <p className="meta version-note">{t("definitions.set.versions")}</p>}
    </DefinitionDrawer>
  );
}
