import { count, nothing, State, shortMoment } from "@yutang/ui";
import {
  Alert,
  Button,
  DatePicker,
  Form,
  InputNumber,
  Popconfirm,
  Skeleton,
  Table,
  Upload,
} from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Code,
  type Picture,
  useAddPicture,
  usePictures,
  useRemovePicture,
} from "../api/groupCodes.ts";
import { GroupSelect } from "./GroupSelect.tsx";
import { pictureTones, useProblem } from "./words.ts";

const DAYS = 7;
const MOST = 500;

interface Props {
  code: Code;
  zone: string;
  mayWrite: boolean;
}

/** Groups' own codes, shown where no group of the queue is open. */
export function PicturesTab({ code, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const pictures = usePictures(code.id);
  const [adding, setAdding] = useState(false);
  const rows = pictures.data?.items ?? [];
  return (
    <section aria-label={t("groupcodes.tabs.pictures")}>
      <div className="filters">
        {mayWrite && (
          <Button onClick={() => setAdding(true)}>{t("groupcodes.picture.upload")}</Button>
        )}
        <span className="meta">{t("groupcodes.picture.about")}</span>
      </div>
      {pictures.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {pictures.isError && (
        <Failed title={t("groupcodes.picture.loadFailed")} onAgain={() => pictures.refetch()} />
      )}
      {pictures.data && rows.length === 0 && (
        <div className="empty">
          <p>{t("groupcodes.picture.empty")}</p>
        </div>
      )}
      {rows.length > 0 && <Pictures code={code} rows={rows} zone={zone} mayWrite={mayWrite} />}
      {adding && <Uploading id={code.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Pictures({ code, rows, zone, mayWrite }: Props & { rows: Picture[] }) {
  const { t } = useTranslation();
  const remove = useRemovePicture(code.id);
  const say = useProblem();
  return (
    <>
      {remove.isError && <Alert type="error" showIcon title={say(remove.error)} />}
      <Table<Picture>
        rowKey="id"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          {
            title: t("groupcodes.columns.group"),
            width: 190,
            render: (_, row) =>
              row.group ? (
                (row.group.name ?? t("groupcodes.hidden"))
              ) : (
                <span title={t("groupcodes.picture.noGroup")}>{nothing}</span>
              ),
          },
          {
            title: t("groupcodes.columns.standing"),
            width: 120,
            render: (_, row) => (
              <State
                tone={pictureTones[row.state]}
                word={t(`groupcodes.picture.states.${row.state}`)}
              />
            ),
          },
          {
            title: t("groupcodes.picture.joined"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) =>
              row.group ? (
                count(row.joined)
              ) : (
                <span title={t("groupcodes.picture.noCount")}>{nothing}</span>
              ),
          },
          {
            title: t("groupcodes.picture.shown"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) => count(row.shown),
          },
          {
            title: t("groupcodes.picture.most"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) => (row.most ? count(row.most) : t("groupcodes.picture.noMost")),
          },
          {
            title: t("groupcodes.picture.until"),
            width: 120,
            align: "right",
            className: "num",
            render: (_, row) => shortMoment(row.expires_at, zone),
          },
          ...(mayWrite
            ? [
                {
                  title: "",
                  width: 80,
                  render: (_: unknown, row: Picture) => (
                    <Popconfirm
                      title={t("groupcodes.picture.removeAsk")}
                      okText={t("groupcodes.picture.remove")}
                      cancelText={t("common.cancel")}
                      onConfirm={() => remove.mutate(row.id)}
                    >
                      <Button type="link">{t("groupcodes.picture.remove")}</Button>
                    </Popconfirm>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Uploading({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblem();
  const add = useAddPicture(id);
  const [file, setFile] = useState<File>();
  const [until, setUntil] = useState<Dayjs>(() => dayjs().add(DAYS, "day"));
  const [most, setMost] = useState<number | null>(null);
  const [groups, setGroups] = useState<number[]>([]);
  const submit = () =>
    file &&
    add.mutate(
      {
        file,
        expires_at: until.toISOString(),
        most: most ?? undefined,
        group_id: groups[0],
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      width={560}
      title={t("groupcodes.picture.title")}
      act={t("groupcodes.picture.upload")}
      disabled={!file}
      loading={add.isPending}
      trouble={add.isError ? say(add.error) : undefined}
      onAct={submit}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t("groupcodes.picture.file")} extra={t("groupcodes.picture.fileAbout")}>
          <Upload
            accept="image/png,image/jpeg"
            maxCount={1}
            beforeUpload={(chosen) => {
              setFile(chosen);
              return false;
            }}
            onRemove={() => setFile(undefined)}
          >
            <Button>{t("groupcodes.picture.choose")}</Button>
          </Upload>
        </Form.Item>
        <Form.Item
          label={t("groupcodes.picture.until")}
          htmlFor="gc-until"
          extra={t("groupcodes.picture.untilAbout")}
        >
          <DatePicker
            id="gc-until"
            showTime={{ format: "HH:mm" }}
            allowClear={false}
            value={until}
            maxDate={dayjs().add(DAYS, "day")}
            minDate={dayjs()}
            onChange={(moment) => moment && setUntil(moment)}
          />
        </Form.Item>
        <Form.Item label={t("groupcodes.picture.group")} extra={t("groupcodes.picture.groupAbout")}>
          <GroupSelect
            most={1}
            label={t("groupcodes.picture.group")}
            value={groups}
            onChange={setGroups}
          />
        </Form.Item>
        <Form.Item
          label={t("groupcodes.picture.most")}
          htmlFor="gc-most"
          extra={t("groupcodes.picture.mostAbout")}
        >
          <InputNumber
            id="gc-most"
            min={1}
            max={MOST}
            precision={0}
            value={most}
            onChange={setMost}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  );
}
