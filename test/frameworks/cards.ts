import { compile, createContext } from "../../src/index.ts";

/** A compiled template; it has to compile. */
export function toTemplate(source: string) {
  const result = compile(source);
  if (!result.ok) throw new Error("the template does not compile");
  return result.template;
}

export const toBag = (name: string) => createContext({ resource: "customer", customer: { name } });

/** Something is left out each time that it is rendered, and said. */
export const noisy = toTemplate("<p dangerouslySetInnerHTML={{ __html: customer.name + '<script>x</script>' }} />");
export const quiet = toTemplate("<em>{customer.name}</em>");
/** Never shown right. */
export const failing = toTemplate("<p>{customer.name.first.second}</p>");
