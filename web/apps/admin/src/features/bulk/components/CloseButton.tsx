import { X } from "lucide-react";

interface Props {
  className: string;
  label: string;
  onClick: () => void;
}

export function CloseButton({ className, label, onClick }: Props) {
  return (
    <button type="button" className={className} aria-label={label} title={label} onClick={onClick}>
      <X size={16} aria-hidden="true" />
    </button>
  );
}
