import { count } from "@yutang/ui";
import { Alert, Button, Modal, Spin, Switch, TreeSelect } from "antd";
import { Download, FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTags } from "../../../shared/choices.ts";
import { templateHref, useBatch, useCheckFile, useMakeCodes } from "../api/batches.ts";
import { Checked } from "./Checked.tsx";
import { Making } from "./Making.tsx";
import { useWords } from "./words.ts";
import "./batch.css";

/** A file is checked as soon as it is chosen; its right rows become codes when that is said. */
export function BatchDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const checking = useCheckFile();
  const making = useMakeCodes();
  const kept = useBatch(checking.data?.id);
  const [tags, setTags] = useState<number[]>([]);
  const [skipVerify, setSkipVerify] = useState(true);
  const library = useTags();
  const batch = kept.data ?? checking.data;
  const begun = batch !== undefined && batch.state !== "checked";
  const short = batch !== undefined && batch.room_left !== null && batch.rows > batch.room_left;
  const ready = batch !== undefined && batch.rows > 0 && !short && !begun;
  const trouble = checking.error ?? making.error;
  return (
    <Modal
      open
      width={720}
      title={t("codebatches.title")}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t(begun ? "codebatches.close" : "common.cancel")}
        </Button>,
        !begun && (
          <Button
            key="make"
            type="primary"
            disabled={!ready}
            title={
              ready ? undefined : t(short ? "codebatches.noRoom" : "codebatches.notYet", { n: 0 })
            }
            loading={making.isPending}
            onClick={() => batch && making.mutate({ id: batch.id, tags, skipVerify })}
          >
            {ready
              ? t("codebatches.make", { count: batch.rows, n: count(batch.rows) })
              : t("codebatches.makeNone")}
          </Button>
        ),
      ]}
    >
      <div className="batch">
        <p className="meta">{t("codebatches.about")}</p>
        {!begun && (
          <div className="batch-file">
            <input
              ref={input}
              type="file"
              accept=".csv,.xlsx"
              hidden
              onChange={(event) => {
                const file = event.target.files?.[0];
                making.reset();
                if (file) checking.mutate(file);
                event.target.value = "";
              }}
            />
            <Button
              icon={<FileUp size={14} aria-hidden="true" />}
              onClick={() => input.current?.click()}
            >
              {t(batch ? "codebatches.other" : "codebatches.choose")}
            </Button>
            <span className="batch-name" title={batch?.name}>
              {batch?.name}
            </span>
            {checking.isPending ? (
              <Spin size="small" aria-label={t("codebatches.checking")} />
            ) : (
              <Button
                type="link"
                icon={<Download size={14} aria-hidden="true" />}
                href={templateHref(i18n.language)}
                download
              >
                {t("codebatches.template")}
              </Button>
            )}
          </div>
        )}
        {trouble && <Alert type="error" showIcon title={words(trouble)} />}
        {batch && !begun && <Checked batch={batch} />}
        {batch && !begun && batch.rows > 0 && (
          <div className="batch-all">
            <label className="batch-row" htmlFor="batch-tags">
              <span>{t("codebatches.tags")}</span>
              <TreeSelect
                id="batch-tags"
                multiple
                treeCheckable
                allowClear
                value={tags}
                loading={library.isPending}
                onChange={setTags}
                treeData={(library.data?.items ?? []).map((group) => ({
                  title: group.name,
                  value: `group${group.id}`,
                  checkable: false,
                  selectable: false,
                  children: group.tags.map((tag) => ({ title: tag.name, value: tag.id })),
                }))}
              />
            </label>
            <label className="batch-row" htmlFor="batch-skip">
              <span>{t("channels.fields.skipVerify")}</span>
              <Switch id="batch-skip" checked={skipVerify} onChange={setSkipVerify} />
            </label>
          </div>
        )}
        {batch && begun && <Making batch={batch} mayStop />}
      </div>
    </Modal>
  );
}
