// Where the bytes of uploads are: the rest of the house knows keys only.

/** Keys are made by us: ids and a variant's name. */
export abstract class FileStore {
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined where there is nothing under the key. */
  abstract get(key: string): Promise<Buffer | undefined>;
  /** Removing what is not there is done already. */
  abstract remove(key: string): Promise<void>;
}
