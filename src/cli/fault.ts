/** Exit codes of the command. Anything else that is thrown is our bug: 70, as in BSD's sysexits. */
export type ExitCode = 0 | 1 | 2 | 70;

/** Usage or data at fault: exit code 2, the message on one line. */
export class UsageFault extends Error {}

/** The template at fault: exit code 1, the message as it is (code frames). */
export class TemplateFault extends Error {}
