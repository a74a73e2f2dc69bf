interface Department {
  id: number;
  name: string;
  parent_id: number | null;
}

export interface Node {
  key: number;
  title: string;
  children: Node[];
}

/** Departments below one another; one whose parent the app may not see stands at the top. */
export function departmentTree(departments: readonly Department[]): Node[] {
  const nodes = new Map<number, Node>(
    departments.map(({ id, name }) => [id, { key: id, title: name, children: [] }]),
  );
  const tops: Node[] = [];
  for (const { id, parent_id } of departments) {
    const node = nodes.get(id);
    const parent = parent_id === null ? undefined : nodes.get(parent_id);
    if (node) (parent && parent !== node ? parent.children : tops).push(node);
  }
  return tops;
}
