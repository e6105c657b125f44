/** What the process ends with. */
export const Exit = { clean: 0, errors: 1, unchecked: 2 } as const;
export type ExitCode = (typeof Exit)[keyof typeof Exit];
