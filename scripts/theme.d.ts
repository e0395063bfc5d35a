/** Reads the whole style sheet. */
export function readTheme(): string;
