const files = import.meta.glob<object>("./en/*.json", { eager: true, import: "default" });

/** Each file holds the words of one feature under its own key. */
export default Object.assign({}, ...Object.values(files));
