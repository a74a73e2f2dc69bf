import { App, DatePicker, Form, Input, InputNumber, Radio, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useChannelOptions } from "../../../shared/choices.ts";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { PickedMany } from "../../../shared/Picked.tsx";
import { type Gift, useSaveGift } from "../api/gifts.ts";
import { bodyOf, type Draft, draftOf } from "./draft.ts";
import { useWords } from "./words.ts";

interface Props {
  /** None: a new one. */
  gift: Gift | null;
  onSaved: (gift: Gift) => void;
  onClose: () => void;
}

/** What a new friend gets, through which codes, when and for how much. */
export function GiftDrawer({ gift, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const save = useSaveGift((saved) => {
    message.success(t(gift ? "gifts.saved" : "gifts.made", { name: saved.name }));
    onSaved(saved);
  });
  return (
    <FormDrawer<Draft>
      title={gift?.name ?? t("gifts.new")}
      lead={<p className="meta">{t("gifts.form.lead")}</p>}
      locked={false}
      act={t(gift ? "gifts.save" : "gifts.create")}
      saving={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      initial={draftOf(gift)}
      onSave={(draft) => save.mutate({ gift, body: bodyOf(draft) })}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  );
}

function Fields() {
  const { t } = useTranslation();
  const reach = Form.useWatch<Draft["reach"]>("reach") ?? "all";
  const optional = (key: string) => t("gifts.form.optional", { name: t(`gifts.form.${key}`) });
  const needed = (key: string) => [{ required: true, message: t(`gifts.form.${key}Missing`) }];
  return (
    <>
      <Form.Item
        name="name"
        label={t("gifts.form.name")}
        rules={[{ required: true, whitespace: true, message: t("gifts.form.nameMissing") }]}
      >
        <Input maxLength={30} autoFocus />
      </Form.Item>
      <Form.Item name="about" label={optional("about")} extra={t("gifts.form.aboutHint")}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="rules" label={optional("rules")} extra={t("gifts.form.rulesHint")}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="reach" label={t("gifts.form.reach")}>
        <Radio.Group
          options={(["all", "some"] as const).map((value) => ({
            value,
            label: t(`gifts.form.reaches.${value}`),
          }))}
        />
      </Form.Item>
      {reach === "some" && (
        <Form.Item name="channels" label={t("gifts.form.channels")} rules={needed("channels")}>
          <PickedMany useFound={useChannelOptions} />
        </Form.Item>
      )}
      <div className="gifts-two">
        <Form.Item name="startsAt" label={t("gifts.form.startsAt")} rules={needed("startsAt")}>
          <DatePicker showTime={{ format: "HH:mm", minuteStep: 5 }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        <Form.Item name="endsAt" label={optional("endsAt")}>
          <DatePicker showTime={{ format: "HH:mm", minuteStep: 5 }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
      </div>
      <div className="gifts-two">
        <Form.Item name="cost" label={optional("cost")} extra={t("gifts.form.costHint")}>
          <InputNumber min={0} max={1_000_000} precision={2} />
        </Form.Item>
        <Form.Item name="budget" label={optional("budget")} extra={t("gifts.form.budgetHint")}>
          <InputNumber min={0} max={100_000_000} precision={2} />
        </Form.Item>
      </div>
      <Form.Item
        name="showStock"
        label={t("gifts.form.showStock")}
        extra={t("gifts.form.showStockHint")}
        valuePropName="checked"
      >
        <Switch aria-label={t("gifts.form.showStock")} />
      </Form.Item>
    </>
  );
}
