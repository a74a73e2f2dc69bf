/** What the fields of every kind of condition are given. */
export interface FieldsProps<L> {
  leaf: L;
  onChange: (leaf: L) => void;
}

/** Parts to be changed; undefined takes one away. */
export type Change<L> = { [K in keyof L]?: L[K] | undefined };

/** The same without what is undefined or empty: the wire has no empty parts. */
export function tidy<L extends object>(leaf: Change<L>): L {
  return Object.fromEntries(
    Object.entries(leaf).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as L;
}
