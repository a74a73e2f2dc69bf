import { Alert, Button, Drawer, Form, Input, message, Select, Skeleton, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Detail,
  type KindChange,
  type Property,
  useChangeKind,
  useKind,
} from "../api/kinds.ts";
import { Keep, KeepLink } from "./Keep.tsx";
import { PropertyDrawer } from "./PropertyDrawer.tsx";
import { PropertyList } from "./PropertyList.tsx";
import { usePurposeOptions } from "./purposes.ts";
import { useWords } from "./words.ts";

interface Props {
  name: string;
  zone: string;
  mayWrite: boolean;
  onClose: () => void;
}

/** A kind: how it is called and shown, and its properties. */
export function KindDrawer({ name, zone, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const kind = useKind(name);
  const [edited, setEdited] = useState<Property>();
  return (
    <Drawer
      open
      size={720}
      title={kindName(t, name, kind.data?.label)}
      extra={<code className="meta">{name}</code>}
      onClose={onClose}
    >
      {kind.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {kind.isError && <Failed title={t("kinds.failed")} onAgain={() => kind.refetch()} />}
      {kind.data && <Settings kind={kind.data} mayWrite={mayWrite} />}
      {kind.data && (
        <>
          <h2 className="kind-part">{t("kinds.drawer.properties")}</h2>
          {kind.data.items.length === 0 && <p className="meta">{t("kinds.drawer.noProperties")}</p>}
          <PropertyList
            items={kind.data.items}
            zone={zone}
            onEdit={mayWrite ? setEdited : undefined}
          />
        </>
      )}
      {edited && (
        <PropertyDrawer kind={name} property={edited} onClose={() => setEdited(undefined)} />
      )}
    </Drawer>
  );
}

function Settings({ kind, mayWrite }: { kind: Detail; mayWrite: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const [told, place] = message.useMessage();
  const save = useChangeKind(kind.name, () => told.success(t("kinds.property.saved")));
  const purposes = usePurposeOptions(kind.purpose);
  const fixed = kind.built_in && kind.purpose !== null;
  return (
    <Form<KindChange>
      key={`${kind.label}.${kind.main}.${kind.purpose}.${kind.closed}`}
      layout="vertical"
      requiredMark={false}
      disabled={!mayWrite}
      initialValues={{
        label: kind.label,
        main: kind.main,
        purpose: kind.purpose,
        closed: kind.closed,
      }}
      onFinish={(draft) =>
        save.mutate({ ...draft, label: draft.label || null, closed: draft.closed ?? false })
      }
    >
      {place}
      {kind.names.length > 0 && (
        <p className="meta">
          {t("kinds.drawer.names")} {kind.names.join(t("common.comma"))}
        </p>
      )}
      <dl className="kind-kept">
        <dt>{t("kinds.columns.kept")}</dt>
        <dd>
          <Keep kind={kind} /> <KeepLink />
        </dd>
      </dl>
      <div className="kind-fields">
        <Form.Item name="label" label={t("kinds.drawer.label")} extra={t("kinds.drawer.labelHint")}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="main" label={t("kinds.drawer.main")} extra={t("kinds.drawer.mainHint")}>
          <Select
            allowClear
            options={kind.items.map((one) => ({ value: one.name, label: one.name }))}
          />
        </Form.Item>
        <Form.Item
          name="purpose"
          label={t("kinds.drawer.purpose")}
          extra={t(fixed ? "kinds.drawer.fixed" : "kinds.drawer.purposeHint")}
        >
          <Select
            allowClear
            disabled={fixed || !mayWrite}
            placeholder={t("kinds.drawer.noPurpose")}
            options={purposes}
          />
        </Form.Item>
        <Form.Item
          name="closed"
          label={t("kinds.drawer.closed")}
          extra={t("kinds.drawer.closedHint")}
          valuePropName="checked"
        >
          <Switch aria-label={t("kinds.drawer.closed")} />
        </Form.Item>
      </div>
      {save.isError && <Alert type="error" showIcon title={words(save.error)} />}
      {mayWrite && (
        <Button htmlType="submit" loading={save.isPending}>
          {t("kinds.drawer.save")}
        </Button>
      )}
    </Form>
  );
}
