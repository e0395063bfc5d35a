import type { CardFacts, CardRecord } from "../components/card-facts.ts";
import { formatValue } from "../context/format-value.ts";
import { standardKlasses } from "../context/standard-klasses.ts";
import { importValue } from "../runtime/import.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord } from "../runtime/record.ts";

/** Gives what components of the host may know of a card. They hold while its data stay what they are. */
export function toCardFacts(realm: Realm): CardFacts {
  const { locale, timeZone, policy, resource, klasses = standardKlasses } = realm;
  let own: Realm | undefined;
  return {
    locale,
    timeZone,
    idPrefix: policy.idPrefix,
    resource,
    klasses,
    record: (object) => findRecord(realm, object ?? resource),
    format: (value, field, object) => {
      // Of its own, with a budget of its own: the host's components run whatever the template has spent, and report nothing in its name.
      own ??= { ...realm, klasses, resource, store: new Map(), report: () => {} };
      own.fuel = own.limits.fuel;
      return String(formatValue(own, importValue(value, "value"), field, object));
    },
  };
}

/** Records are found in the data as they were given: a template may have changed its own copy, to have another record written to. */
function findRecord({ data }: Realm, object: string): CardRecord | undefined {
  const { context } = data;
  if (!isRecord(context)) return undefined;
  for (const resource of [object, `kobject.${object}`]) {
    const found = context[resource];
    if (!isRecord(found)) continue;
    const { id, attributes } = found;
    if (typeof id !== "string" || id === "") return undefined;
    return { resource, id, attributes: isRecord(attributes) ? attributes : {} };
  }
  return undefined;
}
