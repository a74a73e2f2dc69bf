import { fullMoment, nothing, useWhen } from "@yutang/ui";
import { Alert, Button, Form, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Answers,
  type Field,
  type Profile,
  type Question,
  type QuestionSet,
  type Raw,
  useAnswer,
  useAnswers,
  useQuestionSets,
} from "../api/profile.ts";
import { FieldInput } from "./FieldInput.tsx";
import { words as told } from "./life.ts";
import type { May } from "./may.ts";
import { useWords } from "./trouble.ts";

interface Props {
  person: Profile;
  zone: string;
  may: May;
}

/** Ask a set; below it what was answered before, in the words of the questions then. */
export function AnswersTab({ person, zone, may }: Props) {
  const { t } = useTranslation();
  const sets = useQuestionSets();
  const answers = useAnswers(person.id);
  const [chosen, setChosen] = useState<number>();
  const set = sets.data?.items.find((one) => one.id === chosen);
  if (sets.isPending || answers.isPending) return <Skeleton active paragraph={{ rows: 5 }} />;
  if (sets.isError || answers.isError) {
    return (
      <Alert
        type="error"
        showIcon
        title={t("customers.answers.loadFailed")}
        action={
          <Button onClick={() => Promise.all([sets.refetch(), answers.refetch()])}>
            {t("common.again")}
          </Button>
        }
      />
    );
  }
  return (
    <section aria-label={t("customers.tabs.answers")} className="answers">
      {may.write && sets.data.items.length > 0 && (
        <Select
          className="choose-set"
          aria-label={t("customers.answers.choose")}
          placeholder={t("customers.answers.choose")}
          value={chosen ?? null}
          options={sets.data.items.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(value) => setChosen(value ?? undefined)}
        />
      )}
      {set && (
        <AskSet
          key={`${set.id}.${set.version}`}
          person={person}
          set={set}
          onDone={() => setChosen(undefined)}
        />
      )}
      {answers.data.items.length === 0 && !set && (
        <p className="empty">
          {t(sets.data.items.length === 0 ? "customers.answers.noSets" : "customers.answers.empty")}
        </p>
      )}
      {answers.data.items.map((round) => (
        <Round key={round.id} round={round} zone={zone} />
      ))}
    </section>
  );
}

function Round({ round, zone }: { round: Answers; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <article className="round">
      <h3>
        {round.set_name}
        <span className="meta num" title={fullMoment(round.at, zone)}>
          {t("customers.answers.asked", { who: round.by_name, time: tell(round.at) })}
        </span>
      </h3>
      <dl>
        {round.items.map((item) => (
          <div key={item.question}>
            <dt>{item.question}</dt>
            <dd>
              {item.hidden ? (
                <span className="meta">{t("customers.answers.hidden")}</span>
              ) : (
                told(t, item.told, item.kind) || nothing
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

const OWN_KINDS = {
  text: "text",
  choice: "one_of",
  choices: "several_of",
  number: "number",
  date: "date",
} as const;

/** A question of its own kind, as the controls of fields want it. */
function asField(question: Question): Pick<Field, "kind" | "unit" | "options" | "rules" | "name"> {
  if (question.field) return { ...question.field, name: question.text };
  return {
    kind: OWN_KINDS[question.kind ?? "text"],
    name: question.text,
    unit: "",
    rules: {},
    options: question.options.map((label) => ({ key: label, label, archived: false })),
  };
}

interface AskProps {
  person: Profile;
  set: QuestionSet;
  onDone: () => void;
}

function AskSet({ person, set, onDone }: AskProps) {
  const { t } = useTranslation();
  const answer = useAnswer(person.id);
  const words = useWords();
  const values = new Map(person.fields.map((cell) => [cell.field.id, cell.value?.value ?? null]));
  const asked = set.questions.filter((question) => question.may_answer);
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="ask-set"
      initialValues={Object.fromEntries(
        asked.map((one) => [one.key, one.field_id ? values.get(one.field_id) : null]),
      )}
      onFinish={(answers: Record<string, Raw>) =>
        answer.mutate({ set, answers }, { onSuccess: onDone })
      }
    >
      {asked.map((question) => (
        <Form.Item
          key={question.key}
          name={question.key}
          label={question.text}
          extra={
            question.field ? t("customers.answers.into", { field: question.field.name }) : undefined
          }
          rules={
            question.required
              ? [
                  {
                    validator: (_, value: Raw) =>
                      value && value.length > 0
                        ? Promise.resolve()
                        : Promise.reject(new Error(t("customers.answers.needed"))),
                  },
                ]
              : []
          }
        >
          <FieldInput field={asField(question)} />
        </Form.Item>
      ))}
      {answer.isError && <Alert type="error" showIcon title={words(answer.error)} />}
      <div className="note-buttons">
        <Button onClick={onDone}>{t("customers.fields.keep")}</Button>
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {t("customers.answers.save")}
        </Button>
      </div>
    </Form>
  );
}
