import type { CatalogueEntry } from "../diagnostic.ts";

/** Definitions of views that can't be taken as they are. */
export const viewCodes = {
  "view/definition": {
    severity: "error",
    message: "`{path}` should hold {expected}, found {found}; the view is left out",
    why: "a view without it can't be shown anywhere",
    help: "give every view a name, a resource, a context and a template",
  },
  "view/value": {
    severity: "warning",
    message: "`{path}` should hold {expected}, found {found}; it is taken as {taken}",
    why: "the platform reads the value in this form only",
    help: "write {expected}",
  },
  "view/name": {
    severity: "warning",
    message: "`{name}` is not a name that views have",
    why: "names are unique among all apps of a workspace: they begin with the app's",
    help: "name it `kustomer.app.<app>.<view>`, without blanks",
  },
  "view/duplicate": {
    severity: "error",
    message: "two views are named `{name}`; `{path}` is left out",
    why: "an app definition with two views of one name is rejected",
    help: "give it another name, or disable one of them",
  },
  "view/context": {
    severity: "error",
    message: "`{context}` is not a context that views render in; `{name}` is left out",
    why: "the context says where the view is shown",
    help: "use one of {contexts}",
  },
  "view/resource": {
    severity: "error",
    message: "`{resource}` is nothing that views belong to; `{name}` is left out",
    why: "the resource says beside which records the view is shown",
    help: "use customer, conversation, company, message, user or kobject.<klass>",
  },
  "view/misplaced": {
    severity: "warning",
    message: "`{name}` belongs to `{resource}`, and `{context}` shows {allowed}",
    why: "the platform may never show a view where its resource isn't shown",
    help: "give it another context, or let it belong to {allowed}",
  },
  "view/unknown-klass": {
    severity: "warning",
    message: "`{name}` belongs to `{resource}`, and no klass of that name is defined",
    why: "there are no records that the view could be shown for",
    help: "define the klass among `klasses`, or check its name",
  },
} as const satisfies Record<string, CatalogueEntry>;
