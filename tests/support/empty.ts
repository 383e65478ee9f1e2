/** Stands for `server-only`, which outside Next refuses to be imported. */
export {};
