import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { useAddKind } from "../api/kinds.ts";
import { useWords } from "./words.ts";

const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

interface Draft {
  name: string;
  label: string;
}

/** A kind of the company's own. */
export function NewKindDrawer(props: { onClose: () => void; onMade: (name: string) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const save = useAddKind((made) => props.onMade(made.name));
  return (
    <FormDrawer<Draft>
      title={t("kinds.create.title")}
      locked={false}
      act={t("kinds.create.save")}
      saving={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      initial={{ name: "", label: "" }}
      onSave={(draft) => save.mutate(draft)}
      onClose={props.onClose}
    >
      <Form.Item
        name="label"
        label={t("kinds.create.label")}
        rules={[{ required: true, whitespace: true, message: t("kinds.decide.need") }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t("kinds.create.name")}
        extra={t("kinds.create.nameHint")}
        rules={[{ required: true, pattern: NAME, message: t("kinds.create.bad") }]}
      >
        <Input maxLength={60} prefix="custom." />
      </Form.Item>
    </FormDrawer>
  );
}
