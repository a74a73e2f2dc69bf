import { count } from "@yutang/ui";
import { Button, Form, Input, Segmented, Select, Switch, Table, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { useUpload } from "../../../shared/files.ts";
import { SureButton } from "../../../shared/SureButton.tsx";
import { useDetail } from "../../../shared/troubles.ts";
import {
  type LandingPage,
  OPENS,
  type PageTexts,
  type PageWish,
  TEMPLATES,
  useDeletePage,
  usePageDays,
  useSavePage,
  useTargets,
} from "../api/landings.ts";
import { useTrouble } from "./words.ts";

type Texts = Omit<PageTexts, "points"> & { points: string };

interface Draft {
  name: string;
  template: LandingPage["template"];
  channel_id: number | undefined;
  opens: LandingPage["opens"];
  file_id: number | null;
  is_open: boolean;
  zh: Texts;
  en: Texts;
}

const WEIGHT = 100_000;
const KILO = 1000;
const FIELDS = {
  offer: ["lead", "points", "button", "terms"],
  guide: ["person", "role", "lead", "points", "button", "terms"],
  event: ["lead", "when", "where", "points", "button", "terms"],
} as const;
const LONG: readonly string[] = ["lead", "points", "terms"];

const BLANK: Texts = {
  title: "",
  lead: "",
  points: "",
  person: "",
  role: "",
  when: "",
  where: "",
  button: "",
  terms: "",
};

function textsOf(texts: PageTexts | null | undefined): Texts {
  return texts ? { ...texts, points: (texts.points ?? []).join("\n") } : BLANK;
}

function wishTexts({ points, ...texts }: Texts): PageTexts {
  return {
    ...texts,
    points: points
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

function wishOf({ en, zh, channel_id, ...draft }: Draft): PageWish {
  return {
    ...draft,
    channel_id: channel_id ?? 0,
    zh: wishTexts(zh),
    en: en.title.trim() ? wishTexts(en) : null,
  };
}

interface Props {
  page: LandingPage | undefined;
  locked: boolean;
  onClose: () => void;
}

/** One landing page: what stands on it, where it leads, how it does. */
export function PageDrawer({ page, locked, onClose }: Props) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const save = useSavePage(page && { id: page.id, version: page.version });
  const remove = useDeletePage(page?.id ?? 0);
  return (
    <FormDrawer<Draft>
      title={page ? page.name : t("landings.new")}
      locked={locked}
      act={t(page ? "landings.save" : "landings.create")}
      saving={save.isPending}
      trouble={trouble(save.error ?? remove.error)}
      lead={page && <Standing page={page} />}
      remove={
        page &&
        !locked && (
          <SureButton
            ask={t("landings.deleteAsk", { name: page.name })}
            what={t("landings.deleteWhat")}
            act={t("landings.delete")}
            loading={remove.isPending}
            onSure={() => remove.mutate(undefined, { onSuccess: onClose })}
          />
        )
      }
      initial={{
        name: page?.name ?? "",
        template: page?.template ?? "offer",
        channel_id: page?.channel_id,
        opens: page?.opens ?? "https",
        file_id: page?.file_id ?? null,
        is_open: page?.is_open ?? true,
        zh: textsOf(page?.zh),
        en: textsOf(page?.en),
      }}
      onSave={(draft) => save.mutate(wishOf(draft), { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("landings.fields.name")}
        extra={t("landings.fields.nameHelp")}
        rules={[{ required: true, whitespace: true, message: t("landings.fields.nameMissing") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="template" label={t("landings.fields.template")}>
        <Select
          options={TEMPLATES.map((value) => ({ value, label: t(`landings.templates.${value}`) }))}
        />
      </Form.Item>
      <Target page={page} />
      <Picture />
      <Words />
      <Form.Item name="is_open" label={t("landings.fields.open")} valuePropName="checked">
        <Switch aria-label={t("landings.fields.open")} />
      </Form.Item>
    </FormDrawer>
  );
}

/** How it does: numbers by source, weight, the way to look at it. */
function Standing({ page }: { page: LandingPage }) {
  const { t } = useTranslation();
  const days = usePageDays(page.id);
  return (
    <section className="links-standing">
      <p className="meta num">
        <a href={`${page.address}?preview=1`} target="_blank" rel="noopener noreferrer">
          {t("landings.look")}
        </a>
        {" · "}
        {t("landings.weight", {
          n: Math.ceil(page.weight_bytes / KILO),
          most: WEIGHT / KILO,
        })}
      </p>
      <p className="meta">{t(`landings.countsByHelp.${page.counts_by}`)}</p>
      {days.data && days.data.items.length > 0 && (
        <Table
          size="small"
          rowKey={(row) => `${row.day} ${row.source}`}
          dataSource={days.data.items}
          pagination={false}
          scroll={{ y: 200 }}
          columns={[
            { title: t("landings.columns.day"), dataIndex: "day", className: "num" },
            {
              title: t("landings.columns.source"),
              render: (_, row) => row.source || t("links.visits.unknown"),
            },
            ...(
              [
                "visits",
                "taps",
                ...(page.counts_by === "visit" ? (["adds"] as const) : []),
              ] as const
            ).map((key) => ({
              title: t(`landings.columns.${key}`),
              align: "right" as const,
              className: "num",
              render: (_: unknown, row: { visits: number; taps: number; adds: number }) =>
                count(row[key]),
            })),
          ]}
        />
      )}
    </section>
  );
}

function Target({ page }: { page: LandingPage | undefined }) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const targets = useTargets(q);
  const found = (targets.data?.items ?? []).map((one) => ({
    value: one.id,
    label: `${one.name} · ${t(`landings.kinds.${one.kind}`)}`,
  }));
  const known =
    page?.channel && !found.some((one) => one.value === page.channel_id)
      ? [{ value: page.channel_id, label: page.channel.name }]
      : [];
  return (
    <>
      <Form.Item
        name="channel_id"
        label={t("landings.fields.channel")}
        extra={t("landings.fields.channelHelp")}
        rules={[{ required: true, message: t("landings.fields.channelMissing") }]}
      >
        <Select
          showSearch={{ filterOption: false, onSearch: setQ }}
          loading={targets.isPending}
          options={[...found, ...known]}
        />
      </Form.Item>
      <Form.Item name="opens" label={t("landings.fields.opens")}>
        <Select options={OPENS.map((value) => ({ value, label: t(`landings.opens.${value}`) }))} />
      </Form.Item>
    </>
  );
}

function Picture() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const file = Form.useWatch("file_id", form);
  const { fault, busy, picker } = useUpload("image", useDetail(), (stored) =>
    form.setFieldValue("file_id", stored.id),
  );
  return (
    <>
      <Form.Item name="file_id" hidden>
        <Input />
      </Form.Item>
      <Form.Item
        label={t("landings.fields.picture")}
        extra={t("landings.fields.pictureHelp")}
        {...(fault ? { validateStatus: "error", help: fault } : {})}
      >
        <Upload {...picker}>
          <Button loading={busy}>
            {t(file ? "landings.fields.otherPicture" : "landings.fields.choosePicture")}
          </Button>
        </Upload>
        {file !== null && file !== undefined && (
          <Button type="link" onClick={() => form.setFieldValue("file_id", null)}>
            {t("landings.fields.dropPicture")}
          </Button>
        )}
      </Form.Item>
    </>
  );
}

function Words() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const template = Form.useWatch("template", form) ?? "offer";
  const [language, setLanguage] = useState<"zh" | "en">("zh");
  return (
    <>
      <Segmented<"zh" | "en">
        aria-label={t("landings.fields.language")}
        value={language}
        onChange={setLanguage}
        options={(["zh", "en"] as const).map((value) => ({
          value,
          label: t(`landings.languages.${value}`),
        }))}
      />
      <p className="meta">{t("landings.fields.honest")}</p>
      {(["zh", "en"] as const).map((one) => (
        <div key={one} hidden={one !== language}>
          <Form.Item
            name={[one, "title"]}
            label={t("landings.texts.title")}
            rules={
              one === "zh"
                ? [{ required: true, whitespace: true, message: t("landings.texts.titleMissing") }]
                : []
            }
          >
            <Input maxLength={60} />
          </Form.Item>
          {FIELDS[template].map((field) => (
            <Form.Item
              key={field}
              name={[one, field]}
              label={t(`landings.texts.${field}`)}
              extra={field === "points" ? t("landings.texts.pointsHelp") : undefined}
            >
              {LONG.includes(field) ? (
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={720} />
              ) : (
                <Input maxLength={field === "button" || field === "person" ? 40 : 120} />
              )}
            </Form.Item>
          ))}
        </div>
      ))}
    </>
  );
}
