import { useState } from "react";
import { t } from "../../../shared/words.ts";
import { acts, type Customer, type QuestionSet, type Raw } from "../api/customers.ts";
import { Input } from "./Input.tsx";
import { useAct } from "./useAct.ts";
import { isEmpty } from "./values.ts";
import { WritingForm } from "./WritingForm.tsx";

const KINDS = { choice: "one_of", choices: "several_of" } as const;
type Question = QuestionSet["questions"][number];

/** How a question is answered: as its field, or as its own kind. */
function asField(question: Question) {
  if (question.field) return question.field;
  const kind = question.kind ?? "text";
  return {
    kind: kind === "choice" || kind === "choices" ? KINDS[kind] : kind,
    unit: "",
    options: question.options.map((label, place) => ({
      key: `o${place}`,
      label,
      archived: false,
    })),
  };
}

interface RoundProps {
  set: QuestionSet;
  customer: Customer;
  onDone: () => void;
}

/** A round of answers to one set. */
export function Round({ set, customer, onDone }: RoundProps) {
  const [answers, setAnswers] = useState<Record<string, Raw>>({});
  const act = useAct(
    customer.external_id,
    () =>
      acts.answer(
        customer.external_id,
        set,
        Object.fromEntries(Object.entries(answers).filter(([, value]) => !isEmpty(value))),
      ),
    onDone,
  );
  const asked = set.questions.filter((question) => question.may_answer);
  const missing = asked.some((question) => question.required && isEmpty(answers[question.key]));
  return (
    <WritingForm
      act={act}
      ready={!missing && Object.keys(answers).length > 0}
      onSave={() => act.mutate(undefined)}
      onDone={onDone}
    >
      <p className="strong">{set.name}</p>
      {asked.map((question) => (
        <div key={question.key} className="field">
          <span>
            {question.text}
            {question.required ? "" : ` (${t("customer.questions.optional")})`}
          </span>
          <Input
            label={question.text}
            field={asField(question)}
            value={answers[question.key] ?? null}
            onChange={(value) => setAnswers({ ...answers, [question.key]: value })}
          />
        </div>
      ))}
    </WritingForm>
  );
}
