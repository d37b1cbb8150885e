// Stands for the suite files, which the bundler gathers (../run.mjs puts the real module in its place).

/** Only tests whose title contains this run; all when absent. */
export const grep: string | undefined = undefined as string | undefined;

/** Declares all tests; mocha's globals must be there. */
export declare function loadSuites(): void;
