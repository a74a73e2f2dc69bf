import { nothing, State } from "@yutang/ui";
import { Alert, App, Button, Drawer, Form, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import { type StoreDetail, useCloseStore, useSaveStore, useStore } from "../api/stores.ts";
import { bodyOf, type Draft, draftOf } from "./draft.ts";
import { StoreForm } from "./StoreForm.tsx";
import { useWords } from "./trouble.ts";

interface Props {
  /** None: a new one. */
  id: number | null;
  mayWrite: boolean;
  onClose: () => void;
}

export function StoreDrawer(props: Props) {
  return props.id === null ? (
    <EditDrawer {...props} store={null} />
  ) : (
    <KnownDrawer {...props} id={props.id} />
  );
}

function KnownDrawer(props: Props & { id: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const store = useStore(props.id);
  if (store.data) {
    return props.mayWrite ? (
      <EditDrawer key={store.data.version} {...props} store={store.data} />
    ) : (
      <ReadDrawer store={store.data} onClose={props.onClose} />
    );
  }
  return (
    <Drawer open size={560} title={t("stores.title")} onClose={props.onClose}>
      {store.isError ? (
        <Failed title={words(store.error)} onAgain={() => store.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  );
}

function EditDrawer({ store, onClose }: Props & { store: StoreDetail | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [form] = Form.useForm<Draft>();
  const save = useSaveStore((saved) => {
    message.success(t(store ? "stores.saved" : "stores.made", { name: saved.name }));
    onClose();
  });
  const close = useCloseStore((now) =>
    message.success(
      t(now.closed_at === null ? "stores.reopened" : "stores.closed", { name: now.name }),
    ),
  );
  const trouble = save.error ?? close.error;
  return (
    <Drawer
      open
      size={560}
      title={store?.name ?? t("stores.add")}
      onClose={onClose}
      extra={store && <Standing store={store} />}
      footer={
        <div className="drawer-foot">
          {store && <CloseButton store={store} close={close} />}
          <span className="drawer-gap" />
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t(store ? "stores.save" : "stores.create")}
          </Button>
        </div>
      }
    >
      <Form<Draft>
        className="stores-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draftOf(store)}
        onFinish={(draft) => save.mutate({ store, body: bodyOf(draft) })}
      >
        <StoreForm store={store} />
        {trouble && <Alert type="error" showIcon title={words(trouble)} />}
      </Form>
    </Drawer>
  );
}

function CloseButton({
  store,
  close,
}: {
  store: StoreDetail;
  close: ReturnType<typeof useCloseStore>;
}) {
  const { t } = useTranslation();
  const act = () => close.mutate(store);
  return store.closed_at === null ? (
    <SureButton
      ask={t("stores.closeAsk", { name: store.name })}
      what={t("stores.closeWhat")}
      act={t("stores.close")}
      loading={close.isPending}
      onSure={act}
    />
  ) : (
    <Button loading={close.isPending} onClick={act}>
      {t("stores.reopen")}
    </Button>
  );
}

function Standing({ store }: { store: StoreDetail }) {
  const { t } = useTranslation();
  const open = store.closed_at === null;
  return <State tone={open ? "ok" : "off"} word={t(`stores.states.${open ? "open" : "closed"}`)} />;
}

/** For who may not change it: what is locked is text, not a dead field. */
function ReadDrawer({ store, onClose }: { store: StoreDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const names = (managing: boolean) =>
    store.named
      .filter((one) => one.is_manager === managing)
      .map((one) => one.name)
      .join(t("common.comma"));
  const place = store.latitude === null ? "" : `${store.latitude}, ${store.longitude ?? nothing}`;
  const facts: [string, string][] = [
    ["number", store.number],
    ["city", store.city],
    ["address", store.address],
    ["phone", store.phone],
    ["hours", store.hours],
    ["place", place],
    ["managers", names(true)],
    ["members", names(false)],
    [
      "department",
      store.department
        ? t("stores.fields.departmentRead", {
            name: store.department.name,
            n: store.from_department,
            count: store.from_department,
          })
        : "",
    ],
  ];
  return (
    <Drawer open size={560} title={store.name} onClose={onClose} extra={<Standing store={store} />}>
      <p className="meta">{t("stores.locked")}</p>
      <dl className="stores-facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`stores.fields.${key}`)}</dt>
            <dd>{value || nothing}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
