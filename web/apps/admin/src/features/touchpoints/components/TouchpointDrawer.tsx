import { App, Button, DatePicker, Form, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useChannelOptions, useStaffOptions, useStoreOptions } from "../../../shared/choices.ts";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { PickedOne } from "../../../shared/Picked.tsx";
import {
  type Hook,
  KINDS,
  type Touchpoint,
  useArchive,
  useGiftOptions,
  useSaveTouchpoint,
} from "../api/touchpoints.ts";
import { bodyOf, type Draft, draftOf } from "./draft.ts";
import { useWords } from "./words.ts";

interface Props {
  /** None: a new one. */
  row: Touchpoint | null;
  mayWrite: boolean;
  onClose: () => void;
}

const HOOKS = ["text", "gift", "none"] as const satisfies Hook[];

export function TouchpointDrawer({ row, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const save = useSaveTouchpoint((saved) => {
    message.success(t(row ? "touchpoints.saved" : "touchpoints.made", { name: saved.name }));
    onClose();
  });
  const archive = useArchive((now) => {
    message.success(
      t(now.archived_at ? "touchpoints.archived" : "touchpoints.restored", { name: now.name }),
    );
    onClose();
  });
  const trouble = save.error ?? archive.error;
  return (
    <FormDrawer<Draft>
      title={row?.name ?? t("touchpoints.new")}
      locked={!mayWrite}
      act={t(row ? "touchpoints.save" : "touchpoints.create")}
      saving={save.isPending}
      remove={
        mayWrite &&
        row && (
          <Button loading={archive.isPending} onClick={() => archive.mutate(row)}>
            {t(row.archived_at ? "touchpoints.restore" : "touchpoints.archive")}
          </Button>
        )
      }
      trouble={trouble ? words(trouble) : undefined}
      initial={draftOf(row)}
      onSave={(draft) => save.mutate({ row, body: bodyOf(draft) })}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  );
}

function Fields() {
  const { t } = useTranslation();
  const hook = Form.useWatch<Hook>("hook") ?? "text";
  const gifts = useGiftOptions();
  const field = (key: string) => t(`touchpoints.fields.${key}`);
  const optional = (key: string) => t("touchpoints.fields.optional", { name: field(key) });
  return (
    <>
      <Form.Item
        name="name"
        label={field("name")}
        rules={[{ required: true, whitespace: true, message: field("nameMissing") }]}
      >
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <div className="touch-two">
        <Form.Item name="kind" label={field("kind")}>
          <Select
            options={KINDS.map((value) => ({ value, label: t(`touchpoints.kinds.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="place" label={optional("place")}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="hook" label={field("hook")} extra={field("hookHint")}>
        <Radio.Group
          options={HOOKS.map((value) => ({ value, label: t(`touchpoints.hooks.${value}`) }))}
        />
      </Form.Item>
      {hook === "text" && (
        <Form.Item
          name="hookText"
          label={field("hookText")}
          rules={[{ required: true, whitespace: true, message: field("hookTextMissing") }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
      {hook === "gift" && (
        <Form.Item
          name="gift"
          label={field("gift")}
          rules={[{ required: true, message: field("giftMissing") }]}
        >
          <Select options={gifts} notFoundContent={field("giftNone")} />
        </Form.Item>
      )}
      <Form.Item name="channel" label={optional("channel")} extra={field("channelHint")}>
        <PickedOne useFound={useChannelOptions} />
      </Form.Item>
      <div className="touch-two">
        <Form.Item name="owner" label={optional("owner")}>
          <PickedOne useFound={useStaffOptions} />
        </Form.Item>
        <Form.Item name="store" label={optional("store")}>
          <PickedOne useFound={useStoreOptions} />
        </Form.Item>
        <Form.Item name="costOnce" label={optional("costOnce")}>
          <InputNumber min={0} max={100_000_000} precision={2} />
        </Form.Item>
        <Form.Item name="costMonthly" label={optional("costMonthly")}>
          <InputNumber min={0} max={100_000_000} precision={2} />
        </Form.Item>
        <Form.Item
          name="startsOn"
          label={field("startsOn")}
          rules={[{ required: true, message: field("startsOnMissing") }]}
        >
          <DatePicker />
        </Form.Item>
        <Form.Item name="endsOn" label={optional("endsOn")}>
          <DatePicker />
        </Form.Item>
      </div>
    </>
  );
}
