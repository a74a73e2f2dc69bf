import { count } from "@yutang/ui";
import { Form, Input, Radio, Upload } from "antd";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useMakeList } from "../api/segments.ts";
import type { What } from "../api/types.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  onClose: () => void;
  onMade: (id: number) => void;
}

const WHATS = [
  "ids",
  "phones",
  "member_numbers",
  "external_ids",
] as const satisfies readonly What[];
const MOST_LINES = 1_000_000;

/** Lines that hold something. */
function linesIn(text: string): number {
  let lines = 0;
  for (const line of text.split("\n")) if (line.trim()) lines += 1;
  return lines;
}

/** A list from pasted numbers or from a file, one number a line. */
export function ListDialog({ onClose, onMade }: Props) {
  const { t } = useTranslation();
  const make = useMakeList();
  const trouble = useTrouble();
  const [name, setName] = useState("");
  const [what, setWhat] = useState<What>("phones");
  const [typed, setTyped] = useState("");
  const [file, setFile] = useState<File | undefined>();
  const lines = linesIn(typed);
  const over = lines > MOST_LINES;
  return (
    <ActDialog
      title={t("segments.lists.title")}
      width={560}
      act={
        file
          ? t("segments.lists.makeFile")
          : t("segments.lists.make", { count: lines, n: count(lines) })
      }
      disabled={!name.trim() || (!file && (lines === 0 || over))}
      loading={make.isPending}
      trouble={make.error ? trouble(make.error) : undefined}
      onClose={onClose}
      onAct={() =>
        make.mutate(
          { name: name.trim(), what, text: file ? "" : typed, file },
          { onSuccess: ({ id }) => onMade(id) },
        )
      }
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("segments.name")} htmlFor="seg-list-name">
          <Input
            id="seg-list-name"
            maxLength={60}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("segments.lists.what")}>
          <Radio.Group
            aria-label={t("segments.lists.what")}
            value={what}
            options={WHATS.map((value) => ({ value, label: t(`segments.lists.whats.${value}`) }))}
            onChange={(event) => setWhat(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t("segments.lists.lines")}
          htmlFor="seg-list-lines"
          extra={
            over
              ? t("segments.lists.tooLong", { n: count(MOST_LINES) })
              : t("segments.lists.help", { n: count(MOST_LINES) })
          }
          {...(over ? { validateStatus: "error" as const } : {})}
        >
          {file ? (
            <p className="seg-file">
              <FileUp size={14} aria-hidden="true" />
              {file.name}
              <button type="button" className="link" onClick={() => setFile(undefined)}>
                {t("segments.lists.dropFile")}
              </button>
            </p>
          ) : (
            <Input.TextArea
              id="seg-list-lines"
              rows={6}
              placeholder={t(`segments.lists.examples.${what}`)}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Form.Item>
        {!file && (
          <Upload
            accept=".txt,.csv,.xlsx"
            showUploadList={false}
            beforeUpload={(chosen) => {
              setFile(chosen);
              return Upload.LIST_IGNORE;
            }}
          >
            <button type="button" className="link">
              {t("segments.lists.choose")}
            </button>
          </Upload>
        )}
      </Form>
    </ActDialog>
  );
}
