import { nothing } from "@yutang/ui";
import { Alert, App, Button, Drawer } from "antd";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useReachWords } from "../../../shared/reaching.ts";
import { type Reply, useEnterReply } from "../api/groupcare.ts";
import { Clashes } from "./Clashes.tsx";
import { useWords } from "./words.ts";

interface Props {
  reply: Reply;
  mayWrite: boolean;
  onClose: () => void;
}

/** One rule as it is typed into WeCom's console, part by part, and ticked off. */
export function EntryDrawer({ reply, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const reach = useReachWords();
  const removed = reply.state === "to_remove";
  const enter = useEnterReply(() => {
    message.success(
      t(removed ? "groupcare.entry.removed" : "groupcare.entry.done", { name: reply.name }),
    );
    onClose();
  });
  return (
    <Drawer
      open
      size={560}
      title={t(removed ? "groupcare.entry.removeTitle" : "groupcare.entry.title", {
        name: reply.name,
      })}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <span className="drawer-gap" />
          <Button onClick={onClose}>{t("common.close")}</Button>
          {mayWrite && reply.state !== "entered" && (
            <Button type="primary" loading={enter.isPending} onClick={() => enter.mutate(reply)}>
              {t(removed ? "groupcare.entry.tickRemoved" : "groupcare.entry.tick")}
            </Button>
          )}
        </div>
      }
    >
      <p className="meta">{t(removed ? "groupcare.entry.removeAbout" : "groupcare.entry.about")}</p>
      {reply.state === "changed" && <Older reply={reply} />}
      <Clashes clashes={reply.clashes} own={reply.id} />
      <dl className="care-entry">
        <Line name={t("groupcare.fields.rule")} text={reply.name} />
        <Line name={t("groupcare.fields.words")} text={reply.words.join("\n")} />
        {reply.text && <Line name={t("groupcare.fields.reply")} text={reply.text} />}
        <Parts reply={reply} />
        <Line name={t("groupcare.fields.reach")} text={reach(reply.reach)} />
      </dl>
      {enter.isError && <Alert type="error" showIcon title={words(enter.error)} />}
    </Drawer>
  );
}

/** What the console has as long as nobody typed the newer one. */
function Older({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  return (
    <Alert
      className="care-trouble"
      type="warning"
      showIcon
      title={t("groupcare.entry.older")}
      description={
        <>
          <p>
            {t("groupcare.fields.words")} · {(reply.entered_words ?? []).join(t("common.comma"))}
          </p>
          <p>
            {t("groupcare.fields.reply")} · {reply.entered_text || nothing}
          </p>
        </>
      }
    />
  );
}

function Parts({ reply }: { reply: Reply }): ReactNode {
  const { t } = useTranslation();
  const part = reply.attachment;
  if (part === null) return null;
  const told: [string, string][] = [];
  if (part.kind === "link" || part.kind === "mini_program") told.push(["title", part.title]);
  if (part.kind === "link") {
    told.push(["url", part.url], ["description", part.description ?? ""]);
    told.push(["picture", part.picture_url ?? ""]);
  }
  if (part.kind === "mini_program") told.push(["appid", part.appid], ["page", part.page]);
  return (
    <>
      <div>
        <dt>{t("groupcare.fields.part")}</dt>
        <dd>
          {t(`groupcare.parts.${part.kind}`)}
          {reply.file_name && ` · ${reply.file_name}`}
        </dd>
      </div>
      {told
        .filter(([, text]) => text)
        .map(([name, text]) => (
          <Line key={name} name={t(`groupcare.fields.${name}`)} text={text} />
        ))}
    </>
  );
}

function Line({ name, text }: { name: string; text: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="care-text">{text}</span>
        <Button
          size="small"
          icon={<Copy size={12} aria-hidden="true" />}
          aria-label={t("groupcare.entry.copyOf", { name })}
          onClick={async () => {
            await navigator.clipboard.writeText(text);
            message.success(t("groupcare.entry.copied", { name }));
          }}
        >
          {t("groupcare.entry.copy")}
        </Button>
      </dd>
    </div>
  );
}
