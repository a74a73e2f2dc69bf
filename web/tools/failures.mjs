// A reporter of node's tests: the files in which one failed, a line each.
export default async function* failures(source) {
  for await (const { type, data } of source) {
    if (type === "test:fail" && data.file && data.nesting === 0) yield `${data.file}\n`;
  }
}
