import { Alert, Button, Drawer, Form, type FormInstance, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "./trouble.ts";

interface Props<D> {
  what: "field" | "set";
  isNew: boolean;
  form: FormInstance<D>;
  draft: Partial<D>;
  save: { isPending: boolean; error: Error | null };
  onSave: (draft: D) => void;
  onClose: () => void;
  /** What stands below the name. */
  children: ReactNode;
}

/** Something customers are described by, being written; its name comes first. */
export function DefinitionDrawer<D extends { name: string }>(props: Props<D>) {
  const { what, isNew, form, save } = props;
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Drawer
      open
      size={560}
      title={t(`definitions.${what}.${isNew ? "add" : "edit"}`)}
      onClose={props.onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={props.onClose}>{t("definitions.keep")}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t(`definitions.${what}.${isNew ? "create" : "save"}`)}
          </Button>
        </div>
      }
    >
      <Form<D>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.draft}
        onFinish={props.onSave}
      >
        <Form.Item
          name="name"
          label={t(`definitions.${what}.name`)}
          rules={[{ required: true, whitespace: true, message: t(`definitions.${what}.noName`) }]}
        >
          <Input maxLength={30} autoFocus placeholder={t(`definitions.${what}.nameHint`)} />
        </Form.Item>
        {props.children}
        {save.error && <Alert type="error" showIcon title={words(save.error)} />}
      </Form>
    </Drawer>
  );
}
