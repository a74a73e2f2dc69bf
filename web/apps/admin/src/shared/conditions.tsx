import { Button, Popover, Select, TreeSelect } from "antd";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useDepartments } from "./choices.ts";
import "./shared.css";

interface ChipProps {
  name: string;
  value: string;
  /** The accessible name of its cross. */
  remove: string;
  onRemove: () => void;
}

/** One condition of a list. */
export function Chip({ name, value, remove, onRemove }: ChipProps) {
  return (
    <span className="chip">
      {name} <b>{value}</b>
      <button type="button" aria-label={remove} onClick={onRemove}>
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

interface AddConditionProps<K extends string> {
  button: string;
  choose: string;
  kinds: readonly { value: K; label: string }[];
  first: K;
  /** How the value of a kind is chosen; `close` when it is. */
  children: (kind: K, close: () => void) => ReactNode;
}

/** One more condition: first which, then its value; choosing it applies it. */
export function AddCondition<K extends string>(props: AddConditionProps<K>) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<K>(props.first);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className="add-filter">
          <Select<K>
            aria-label={props.choose}
            value={kind}
            onChange={setKind}
            listHeight={320}
            popupMatchSelectWidth={false}
            options={[...props.kinds]}
          />
          {props.children(kind, () => setOpen(false))}
        </div>
      }
    >
      <Button type="dashed" icon={<Plus size={14} aria-hidden="true" />}>
        {props.button}
      </Button>
    </Popover>
  );
}

/** One department of the tree. */
export function DepartmentSelect({
  label,
  onChange,
}: {
  label: string;
  onChange: (department: number) => void;
}) {
  const departments = useDepartments();
  return (
    <TreeSelect<number>
      aria-label={label}
      placeholder={label}
      loading={departments.isPending}
      treeDataSimpleMode
      treeDefaultExpandAll
      onChange={onChange}
      treeData={(departments.data?.items ?? []).map((one) => ({
        id: one.id,
        pId: one.parent_id ?? 0,
        value: one.id,
        title: one.name,
      }))}
    />
  );
}
