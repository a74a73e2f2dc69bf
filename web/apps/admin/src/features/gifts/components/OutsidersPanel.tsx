import { nothing, shortMoment } from "@yutang/ui";
import { Alert, App, Button, Form, Input, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { useCustomerOptions } from "../../../shared/choices.ts";
import { Failed } from "../../../shared/Failed.tsx";
import { OneOf } from "../../../shared/OneOf.tsx";
import { type Outsider, useClear, useMark, useOutsiders } from "../api/gifts.ts";
import { useWords } from "./words.ts";

interface Props {
  zone: string;
  mayWrite: boolean;
  onCustomer: (id: number) => void;
}

/** Members' own accounts, their families' and test accounts: none of them claims. */
export function OutsidersPanel({ zone, mayWrite, onCustomer }: Props) {
  const { t } = useTranslation();
  const outsiders = useOutsiders();
  const clear = useClear();
  const words = useWords();
  return (
    <>
      <p className="meta">{t("gifts.outsiders.about")}</p>
      {mayWrite && <MarkForm />}
      {clear.isError && <Alert type="error" showIcon title={words(clear.error)} />}
      {outsiders.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {outsiders.isError && (
        <Failed title={t("gifts.outsiders.loadFailed")} onAgain={() => outsiders.refetch()} />
      )}
      {outsiders.data && outsiders.data.items.length === 0 && (
        <div className="empty">
          <p>{t("gifts.outsiders.empty")}</p>
        </div>
      )}
      {outsiders.data && outsiders.data.items.length > 0 && (
        <Table<Outsider>
          rowKey="customer_id"
          dataSource={outsiders.data.items}
          pagination={false}
          scroll={{ x: 560 }}
          columns={[
            {
              key: "who",
              title: t("gifts.claims.who"),
              render: (_, row) => (
                <button type="button" className="link" onClick={() => onCustomer(row.customer_id)}>
                  {row.customer_name || nothing}
                </button>
              ),
            },
            { key: "why", title: t("gifts.outsiders.why"), render: (_, row) => row.why },
            {
              key: "at",
              title: t("gifts.outsiders.at"),
              width: 130,
              align: "right",
              className: "num",
              render: (_, row) => shortMoment(row.marked_at, zone),
            },
            {
              key: "act",
              title: "",
              width: 120,
              align: "right",
              render: (_, row) =>
                mayWrite && (
                  <Button size="small" onClick={() => clear.mutate(row.customer_id)}>
                    {t("gifts.outsiders.clear")}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </>
  );
}

interface Marking {
  id: number;
  why: string;
}

function MarkForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [form] = Form.useForm<Marking>();
  const mark = useMark(() => {
    message.success(t("gifts.outsiders.marked"));
    form.resetFields();
  });
  return (
    <Form<Marking>
      form={form}
      className="gifts-mark"
      layout="inline"
      requiredMark={false}
      onFinish={(marking) => mark.mutate(marking)}
    >
      <Form.Item name="id" rules={[{ required: true, message: t("gifts.outsiders.whoMissing") }]}>
        <OneOf label={t("gifts.outsiders.who")} useFound={useCustomerOptions} />
      </Form.Item>
      <Form.Item
        name="why"
        rules={[{ required: true, whitespace: true, message: t("gifts.outsiders.whyMissing") }]}
      >
        <Input
          aria-label={t("gifts.outsiders.why")}
          placeholder={t("gifts.outsiders.whyHint")}
          maxLength={60}
        />
      </Form.Item>
      <Button htmlType="submit" loading={mark.isPending}>
        {t("gifts.outsiders.mark")}
      </Button>
      {mark.isError && <Alert type="error" showIcon title={words(mark.error)} />}
    </Form>
  );
}
