/** Names of the records that a context may hold, each a standard klass or the view's KObject. */
export const recordNames = ["customer", "conversation", "company", "kobject", "message", "user"] as const;

export type RecordName = (typeof recordNames)[number];

/** Names that every bag has (`reference/kview.md`, section 2.3); those without data are `undefined`. */
export const bagNames = [...recordNames, "object", "context", "currentUser", "appSettings", "widget", "app"] as const;

/** Names of the platform that no data may take the place of. */
export const platformNames = ["_", "moment", "React", "KustomerRequest", "Kustomer", "window", "document", "this", "kview"] as const;
