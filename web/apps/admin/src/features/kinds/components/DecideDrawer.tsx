import { count } from "@yutang/ui";
import { App, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import {
  CHOICES,
  type Choice,
  type Decision,
  type Heap,
  type Kind,
  TYPES,
  useDecide,
} from "../api/kinds.ts";
import { useWords } from "./words.ts";

const APART = /[^\p{L}\p{N}_.-]+/gu;

interface Draft {
  choice: Choice;
  name: string;
  label: string;
  kind: string | null;
  type: NonNullable<Decision["type"]>;
}

/** One decision about all events of a heap, and about those like them from now on. */
export function DecideDrawer(props: { heap: Heap; kinds: Kind[]; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { message } = App.useApp();
  const { heap } = props;
  const choices = CHOICES[heap.reason] ?? ["refuse"];
  const save = useDecide((told) => {
    message.success(t("kinds.decide.done", { count: told.events, n: count(told.events) }));
    props.onClose();
  });
  const n = count(heap.events);
  const need = [{ required: true, message: t("kinds.decide.need") }];
  return (
    <FormDrawer<Draft>
      title={t("kinds.decide.title", { said: heap.said, n })}
      lead={<p className="meta">{heap.detail}</p>}
      locked={false}
      act={t("kinds.decide.act.release", { count: heap.events, n })}
      saving={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      initial={{
        choice: choices[0] ?? "refuse",
        name: heap.said.trim().replace(APART, "_").slice(0, 60),
        label: heap.said.slice(0, 40),
        kind: null,
        type: "string",
      }}
      onSave={({ choice, name, label, kind, type }) =>
        save.mutate({
          said: heap.said,
          reason: heap.reason,
          property: heap.property,
          choice,
          ...(choice === "custom" ? { name, label } : {}),
          ...(choice === "existing" ? { kind } : {}),
          ...(choice === "new_version" ? { type } : {}),
        })
      }
      onClose={props.onClose}
    >
      <Form.Item name="choice" label={t("kinds.decide.choice")}>
        <Radio.Group className="kind-choices">
          {choices.map((one) => (
            <Radio key={one} value={one}>
              {t(`kinds.decide.choices.${one}`)}
              <span className="meta">{t(`kinds.decide.why.${whyOf(one, heap)}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item noStyle dependencies={["choice"]}>
        {({ getFieldValue }) => {
          const choice: Choice = getFieldValue("choice");
          if (choice === "custom") {
            return (
              <>
                <Form.Item name="label" label={t("kinds.decide.label")} rules={need}>
                  <Input maxLength={40} />
                </Form.Item>
                <Form.Item
                  name="name"
                  label={t("kinds.decide.name")}
                  extra={t("kinds.create.nameHint")}
                  rules={need}
                >
                  <Input maxLength={60} prefix="custom." />
                </Form.Item>
              </>
            );
          }
          if (choice === "existing") {
            return (
              <Form.Item name="kind" label={t("kinds.decide.kind")} rules={need}>
                <Select
                  showSearch={{ optionFilterProp: "label" }}
                  options={props.kinds.map((one) => ({
                    value: one.name,
                    label: `${kindName(t, one.name, one.label)} ${one.name}`,
                  }))}
                />
              </Form.Item>
            );
          }
          if (choice === "new_version") {
            return (
              <Form.Item name="type" label={t("kinds.decide.type")} rules={need}>
                <Select
                  options={TYPES.map((value) => ({ value, label: t(`kinds.types.${value}`) }))}
                />
              </Form.Item>
            );
          }
          return null;
        }}
      </Form.Item>
    </FormDrawer>
  );
}

const whyOf = (choice: Choice, heap: Heap) =>
  choice === "refuse" && heap.reason === "unknown_kind" ? "refuseKind" : choice;
