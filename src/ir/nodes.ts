/** placeholder */
export interface Program { readonly format: "kview" }
