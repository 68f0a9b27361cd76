// What a checkout's launcher gives the command line where nobody named a database: the one in the data folder, and its backups.

/** An environment with DATABASE_URL, MIGRATION_DATABASE_URL and SINAU_DATA set, until it is closed. */
export interface OpenDatabase {
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

export interface Embedded {
  /** Starts it, or borrows it from a Sinau that serves; `isMigrated` brings it to this version first unless it is borrowed. */
  open(options: { isMigrated: boolean }): Promise<OpenDatabase>;
  /** @returns what was done, in a sentence. */
  backUp(file: string): Promise<string>;
  /** @returns what was done, in a sentence a line; `isForced` moves what is in the way aside. */
  restore(file: string, options: { isForced: boolean }): Promise<string>;
}
