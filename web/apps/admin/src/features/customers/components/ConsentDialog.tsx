import { DatePicker, Form, Input, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { type Profile, usePurposes, useRecordConsent } from "../api/profile.ts";
import { momentIn } from "./moments.ts";
import { usePurposeName } from "./purposes.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  person: Profile;
  zone: string;
  /** For what he agreed; left out, it is chosen. */
  purpose?: string;
  onClose: () => void;
}

interface Draft {
  purpose: string;
  source: string;
  day: Dayjs;
}

/** To what the person agreed, where, and when: without it nothing sensitive is written down. */
export function ConsentDialog({ person, zone, purpose, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const chosen = Form.useWatch("purpose", form) ?? purpose;
  const record = useRecordConsent(person.id);
  const trouble = useTrouble();
  const stillRefuses = chosen === "marketing" && person.marketing_refused_at !== null;
  return (
    <Modal
      open
      width={480}
      title={t(purpose ? "customers.consent.title" : "customers.consent.titleAny")}
      okText={t("customers.consent.ok")}
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="meta">
        {t(purpose ? "customers.consent.about" : "customers.consent.aboutAny")}
      </p>
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: dayjs() }}
        onFinish={({ source, day, ...draft }) =>
          record.mutate(
            {
              purpose: purpose ?? draft.purpose,
              source: source.trim(),
              given_at: momentIn(`${day.format("YYYY-MM-DD")}T00:00`, zone),
            },
            { onSuccess: onClose, onError: trouble },
          )
        }
      >
        {purpose === undefined && (
          <Form.Item
            name="purpose"
            label={t("customers.consent.purpose")}
            rules={[{ required: true, message: t("customers.consent.noPurpose") }]}
            extra={stillRefuses ? t("customers.consent.stillRefuses") : undefined}
          >
            <PurposeSelect agreed={person.consents.map((one) => one.purpose)} />
          </Form.Item>
        )}
        <Form.Item
          name="source"
          label={t("customers.consent.source")}
          rules={[
            { required: true, whitespace: true, min: 2, message: t("customers.consent.where") },
          ]}
        >
          <Input
            maxLength={200}
            autoFocus={purpose !== undefined}
            placeholder={t("customers.consent.example")}
          />
        </Form.Item>
        <Form.Item
          name="day"
          label={t("customers.consent.day")}
          rules={[{ required: true, message: t("customers.consent.when") }]}
        >
          <DatePicker disabledDate={(day) => day.isAfter(dayjs().endOf("day"))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface SelectProps {
  id?: string;
  value?: string;
  onChange?: (purpose: string) => void;
  agreed: readonly string[];
}

/** What the corp asks people for; what he agrees to already cannot be chosen. */
function PurposeSelect({ id, value, onChange, agreed }: SelectProps) {
  const { t } = useTranslation();
  const purposes = usePurposes();
  const called = usePurposeName();
  return (
    <Select<string>
      {...(id ? { id } : {})}
      autoFocus
      value={value ?? null}
      placeholder={t("customers.consent.purpose")}
      loading={purposes.isFetching}
      options={(purposes.data?.items ?? [])
        .filter((one) => one.archived_at === null)
        .map((one) => ({
          value: one.key,
          label: called(one.key),
          disabled: agreed.includes(one.key),
        }))}
      onChange={(purpose) => onChange?.(purpose)}
    />
  );
}
