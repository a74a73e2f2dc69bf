import { Button, Form, Input } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";

export interface OptionRow {
  key?: string;
  label?: string;
  archived?: boolean;
}

interface Props {
  label: string;
  name: string;
}

/** Options by label; one that leaves stays readable where it was chosen. */
export function OptionRows({ label, name }: Props) {
  const { t } = useTranslation();
  return (
    <Form.Item label={label}>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, at) => (
              <div key={row.key} className="option-row">
                <Form.Item name={[row.name, "label"]} noStyle>
                  <Input
                    maxLength={50}
                    aria-label={t("definitions.field.option", { n: at + 1 })}
                    placeholder={t("definitions.field.option", { n: at + 1 })}
                  />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t("definitions.field.takeOption", { n: at + 1 })}
                  icon={<X size={14} aria-hidden="true" />}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              icon={<Plus size={14} aria-hidden="true" />}
              disabled={rows.length >= 100}
              onClick={() => add({})}
            >
              {t("definitions.field.addOption")}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
