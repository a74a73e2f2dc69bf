import { Alert, Button, Checkbox, Input, Modal, Skeleton, Tree } from "antd";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { findStaff, useDepartments, useStaff } from "../../../shared/choices.ts";
import { type Member, STAFF_OF_A_CODE } from "./draft.ts";
import { departmentTree } from "./tree.ts";

interface Props {
  value?: Member[];
  onChange?: (members: Member[]) => void;
  id?: string;
}

/** Who answers: the list as it is, and a dialog to choose from departments. */
export function StaffPicker({ value = [], onChange, id }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const left = value.filter((one) => one.left);
  const drop = (gone: number) => onChange?.(value.filter((one) => one.id !== gone));
  return (
    <div className="staff-list" id={id}>
      {left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("channels.picker.left", {
            names: left.map((one) => one.name).join(t("common.comma")),
          })}
          action={
            <Button size="small" onClick={() => onChange?.(value.filter((one) => !one.left))}>
              {t("channels.picker.dropLeft")}
            </Button>
          }
        />
      )}
      <ul>
        {value.map((one) => (
          <li key={one.id} className={one.left ? "left" : ""}>
            {one.name}
            {one.left && <span className="meta">{t("channels.picker.hasLeft")}</span>}
            <button
              type="button"
              aria-label={t("channels.picker.drop", { name: one.name })}
              onClick={() => drop(one.id)}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <Button onClick={() => setOpen(true)}>{t("channels.picker.add")}</Button>
      <span className="meta num">{t("channels.picker.chosen", { n: value.length })}</span>
      {open && (
        <PickerDialog
          chosen={value}
          onClose={() => setOpen(false)}
          onDone={(members) => {
            onChange?.(members);
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

interface DialogProps {
  chosen: Member[];
  onDone: (members: Member[]) => void;
  onClose: () => void;
}

function PickerDialog({ chosen, onDone, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [members, setMembers] = useState(chosen);
  const [department, setDepartment] = useState<number>();
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const departments = useDepartments();
  const staff = useStaff(query, department);
  const full = members.length >= STAFF_OF_A_CODE;
  const has = (id: number) => members.some((one) => one.id === id);
  const add = (more: readonly Member[]) =>
    setMembers((now) => [
      ...now,
      ...more
        .filter((one) => !now.some((known) => known.id === one.id))
        .map(({ id, name }) => ({ id, name })),
    ]);
  const total = staff.data?.total ?? 0;
  return (
    <Modal
      open
      width={720}
      title={t("channels.picker.title")}
      okText={t("channels.picker.use", { n: members.length })}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: members.length === 0 || members.length > STAFF_OF_A_CODE }}
      onOk={() => onDone(members)}
      onCancel={onClose}
    >
      <div className="picker">
        <div className="picker-tree">
          {departments.isPending && <Skeleton active />}
          {departments.data && (
            <Tree
              treeData={departmentTree(departments.data.items)}
              defaultExpandAll
              blockNode
              selectedKeys={department === undefined ? [] : [department]}
              onSelect={([key]) => setDepartment(key === undefined ? undefined : Number(key))}
            />
          )}
        </div>
        <div className="picker-staff">
          <Input
            autoFocus
            allowClear
            aria-label={t("channels.fields.staffSearch")}
            placeholder={t("channels.fields.staffSearch")}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="picker-all">
            <span className="meta num">
              {t("channels.picker.found", { count: total, n: total })}
            </span>
            {total > 0 && total <= STAFF_OF_A_CODE ? (
              <Button
                type="link"
                size="small"
                onClick={async () =>
                  add((await findStaff(query, department, STAFF_OF_A_CODE)).items)
                }
              >
                {t("channels.picker.addAll", { n: total })}
              </Button>
            ) : (
              total > 0 && <span className="meta">{t("channels.picker.tooMany")}</span>
            )}
          </div>
          {staff.isError && <Alert type="error" title={t("channels.picker.loadFailed")} />}
          {staff.data?.items.map((one) => (
            <Checkbox
              key={one.id}
              checked={has(one.id)}
              disabled={full && !has(one.id)}
              onChange={(event) =>
                event.target.checked
                  ? add([one])
                  : setMembers(members.filter((known) => known.id !== one.id))
              }
            >
              {one.name}{" "}
              <span className="meta">
                {one.departments.map((place) => place.name).join(t("common.comma")) || one.account}
              </span>
            </Checkbox>
          ))}
          {total > 50 && <p className="meta">{t("channels.picker.more")}</p>}
        </div>
      </div>
      <p className="meta num" aria-live="polite">
        {members.length > STAFF_OF_A_CODE
          ? t("channels.picker.over", { n: members.length - STAFF_OF_A_CODE })
          : t("channels.picker.chosen", { n: members.length })}
      </p>
    </Modal>
  );
}
