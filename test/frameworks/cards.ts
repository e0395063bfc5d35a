import { compile, createContext } from "../../src/index.ts";
import type { TestHost } from "../../src/testing.ts";

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
/** Keeps a count, and tells its host's log when it comes and goes. */
export const counter = toTemplate(`
  const { useState, useEffect } = React;
  function Counter({ name }) {
    const [count, setCount] = useState(0);
    useEffect(() => {
      console.log("came");
      return () => console.log("went");
    }, []);
    return <button onClick={() => setCount(count + 1)}>{name} {count}</button>;
  }
  <Counter name={customer.name} />
`);

/** What a card said to the log of a test host. */
export const logOf = ({ calls }: TestHost) => calls.flatMap((call) => (call.service === "log" ? call.values : []));
