import { Alert, Button, Drawer, Form } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./drawers.css";

interface Props<Draft> {
  title: string;
  /** How it stands, beside the title. */
  state?: ReactNode;
  /** Above the fields. */
  lead?: ReactNode;
  /** Seen only. */
  locked: boolean;
  /** What the button that keeps it says. */
  act: string;
  saving: boolean;
  /** What removes it, where it may be removed. */
  remove?: ReactNode;
  /** Why it could not be kept, or removed. */
  trouble?: string | undefined;
  initial: Draft;
  onSave: (draft: Draft) => void;
  onClose: () => void;
  children: ReactNode;
}

/** One thing with its fields: read, changed, kept or removed. */
export function FormDrawer<Draft extends object>({ initial, locked, ...props }: Props<Draft>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  return (
    <Drawer
      open
      size={560}
      title={props.title}
      onClose={props.onClose}
      extra={props.state}
      footer={
        <div className="drawer-foot">
          {props.remove}
          <span className="drawer-gap" />
          <Button onClick={props.onClose}>{t(locked ? "common.close" : "common.cancel")}</Button>
          {!locked && (
            <Button type="primary" loading={props.saving} onClick={() => form.submit()}>
              {props.act}
            </Button>
          )}
        </div>
      }
    >
      {props.lead}
      <Form<Draft>
        className="drawer-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={locked}
        initialValues={initial}
        // Fields that are not shown now count, too.
        onFinish={() => props.onSave({ ...initial, ...form.getFieldsValue(true) })}
      >
        {props.children}
        {props.trouble !== undefined && <Alert type="error" showIcon title={props.trouble} />}
      </Form>
    </Drawer>
  );
}
