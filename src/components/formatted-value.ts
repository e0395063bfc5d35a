/**
 * Gives the expression of a component template that shows `value` as the klass or the suffix of `field` says: a link, or text.
 *
 * @param klass The prop that names the klass.
 */
export function formattedValue(klass: "type" | "object"): string {
  return `{kview.link(value, field)
  ? <a className="kv-link" href={kview.link(value, field)} target="_blank" rel="noopener noreferrer">{value}</a>
  : kview.format(value, field, ${klass})}`;
}
