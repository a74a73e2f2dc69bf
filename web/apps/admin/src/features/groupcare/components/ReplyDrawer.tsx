import { State } from "@yutang/ui";
import { App, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { ReachFields } from "../../../shared/ReachFields.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import { type Reply, useDeleteReply, useSaveReply } from "../api/groupcare.ts";
import { Clashes } from "./Clashes.tsx";
import { ContentFields } from "./ContentFields.tsx";
import { type Draft, draftOf, lackOf, replyOf } from "./draft.ts";
import { replyTones, useWords } from "./words.ts";

interface Props {
  known: Reply | null;
  bounds: { most_words: number; word_characters: number; reply_bytes: number };
  mayWrite: boolean;
  onClose: () => void;
}

export function ReplyDrawer({ known, bounds, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const save = useSaveReply((saved) => {
    if (saved.clashes.length > 0) {
      message.warning(
        t("groupcare.replies.savedClashing", { name: saved.name, count: saved.clashes.length }),
      );
    } else message.success(t("groupcare.replies.saved", { name: saved.name }));
    onClose();
  });
  const remove = useDeleteReply(onClose);
  const trouble = save.error ?? remove.error;
  return (
    <FormDrawer<Draft>
      title={known?.name ?? t("groupcare.replies.add")}
      state={
        known && (
          <State tone={replyTones[known.state]} word={t(`groupcare.replyState.${known.state}`)} />
        )
      }
      lead={
        <>
          {!mayWrite && <p className="meta">{t("groupcare.locked")}</p>}
          {known && <Clashes clashes={known.clashes} own={known.id} />}
        </>
      }
      locked={!mayWrite}
      act={t("groupcare.save")}
      saving={save.isPending}
      remove={
        known &&
        mayWrite && (
          <SureButton
            ask={t("groupcare.replies.deleteAsk", { name: known.name })}
            what={known.state === "not_entered" ? undefined : t("groupcare.replies.deleteWhat")}
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
        if (lack) message.error(t(`groupcare.lacks.${lack}`));
        else save.mutate({ known, body: replyOf(draft) });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("groupcare.fields.rule")}
        rules={[{ required: true, whitespace: true, message: t("groupcare.fields.nameMissing") }]}
      >
        <Input maxLength={20} autoFocus={known === null} />
      </Form.Item>
      <Words most={bounds.most_words} characters={bounds.word_characters} />
      <ContentFields most={bounds.reply_bytes} named={false} about={t("groupcare.replies.bound")} />
      <ReachFields known={known?.reach} />
    </FormDrawer>
  );
}

function Words({ most, characters }: { most: number; characters: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="words"
      label={t("groupcare.fields.words")}
      extra={t("groupcare.fields.wordsAbout", { most, characters })}
      rules={[
        {
          validator: (_, value: string[] = []) => {
            const long = value.find((one) => [...one].length > characters);
            if (value.length === 0)
              return Promise.reject(new Error(t("groupcare.fields.wordsMissing")));
            if (long) {
              const told = t("groupcare.fields.wordLong", { word: long, characters });
              return Promise.reject(new Error(told));
            }
            return Promise.resolve();
          },
        },
      ]}
    >
      <Select<string[]>
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={most}
        tokenSeparators={[",", "，", "、", "\n", "\t"]}
      />
    </Form.Item>
  );
}
