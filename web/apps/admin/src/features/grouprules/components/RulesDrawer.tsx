import { App, Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { ReachFields } from "../../../shared/ReachFields.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import {
  PARTS,
  type Rules,
  SEPARATORS,
  useDeleteRules,
  useSaveRules,
  useSkeletons,
} from "../api/grouprules.ts";
import { type Draft, draftOf, isPattern, lackOf, nameOf, rulesOf } from "./draft.ts";
import { useFormWords, useWords } from "./words.ts";

interface Props {
  known: Rules | null;
  mayWrite: boolean;
  onClose: () => void;
}

const TEXT = 5000;
const PATTERN = 30;

export function RulesDrawer({ known, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const save = useSaveRules((saved) => {
    message.success(t("grouprules.saved", { name: saved.name }));
    onClose();
  });
  const remove = useDeleteRules(onClose);
  const trouble = save.error ?? remove.error;
  return (
    <FormDrawer<Draft>
      title={known?.name ?? t("grouprules.add")}
      lead={!mayWrite && <p className="meta">{t("groupcare.locked")}</p>}
      locked={!mayWrite}
      act={t(known ? "groupcare.save" : "grouprules.create")}
      saving={save.isPending}
      remove={
        known &&
        mayWrite && (
          <SureButton
            ask={t("grouprules.deleteAsk", { name: known.name })}
            what={t("grouprules.deleteWhat")}
            act={t("groupcare.delete")}
            loading={remove.isPending}
            onSure={() => remove.mutate(known.id)}
          />
        )
      }
      trouble={trouble ? words(trouble) : undefined}
      initial={draftOf(known)}
      onSave={(draft) => {
        const lack = lackOf(draft);
        if (lack) message.error(t(`grouprules.lacks.${lack}`));
        else save.mutate({ known, body: rulesOf(draft) });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("groupcare.fields.name")}
        extra={t("groupcare.fields.nameAbout")}
        rules={[{ required: true, whitespace: true, message: t("groupcare.fields.nameMissing") }]}
      >
        <Input maxLength={20} autoFocus={known === null} />
      </Form.Item>
      <ReachFields known={known?.reach} />
      <Texts locked={!mayWrite} />
      <NicknameFields />
      <PatternField />
      {known && mayWrite && <p className="meta">{t("grouprules.anew")}</p>}
    </FormDrawer>
  );
}

/** The rules and the notice, each with a text to begin with. */
function Texts({ locked }: { locked: boolean }) {
  const { t, i18n } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const skeletons = useSkeletons();
  const ready = i18n.language === "en" ? skeletons.data?.en : skeletons.data?.zh;
  return (
    <>
      {(["rules", "notice"] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`grouprules.fields.${name}`)}
          extra={
            <span className="care-help">
              {ready && !locked && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => form.setFieldValue(name, ready[name])}
                >
                  {t(`grouprules.fields.${name}Ready`)}
                </Button>
              )}
              {t(`grouprules.fields.${name}About`)}
            </span>
          }
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={TEXT} />
        </Form.Item>
      ))}
    </>
  );
}

/** In what order members write who they are, and what of it is checked. */
function NicknameFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const parts = Form.useWatch("parts", form) ?? [];
  const separator = Form.useWatch("separator", form) ?? "any";
  const skeletons = useSkeletons();
  const words = useFormWords();
  const told = words({ parts, separator });
  return (
    <>
      <Form.Item
        name="parts"
        label={t("grouprules.fields.parts")}
        extra={
          parts.length === 0 ? (
            <span className="care-help">
              {(skeletons.data?.presets ?? []).map((one) => (
                <Button
                  key={one.shown.zh}
                  type="link"
                  size="small"
                  onClick={() =>
                    form.setFieldsValue({
                      parts: one.form.parts,
                      separator: one.form.separator ?? "-",
                    })
                  }
                >
                  {words(one.form).shown}
                </Button>
              ))}
              {t("grouprules.fields.partsAbout")}
            </span>
          ) : (
            t("grouprules.fields.partsChecked", told)
          )
        }
      >
        <Select
          mode="multiple"
          maxCount={5}
          options={PARTS.map((value) => ({ value, label: t(`grouprules.parts.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="separator"
        label={t("grouprules.fields.separator")}
        hidden={parts.length < 2}
      >
        <Select
          options={SEPARATORS.map((value) => ({
            value,
            label:
              value === "any" || value === " "
                ? t(`grouprules.separators.${value === " " ? "blank" : value}`)
                : value,
          }))}
        />
      </Form.Item>
    </>
  );
}

function PatternField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const pattern = (Form.useWatch("name_pattern", form) ?? "").trim();
  return (
    <Form.Item
      name="name_pattern"
      label={t("grouprules.fields.pattern")}
      extra={
        isPattern(pattern)
          ? t("grouprules.fields.patternLike", {
              name: nameOf(pattern, t("grouprules.examples.store")),
            })
          : t("grouprules.fields.patternAbout")
      }
    >
      <Input maxLength={PATTERN} placeholder={t("grouprules.fields.patternExample")} />
    </Form.Item>
  );
}
