// Keeps each mail as one .eml file whose name says when it came; the newest are listed first, the oldest removed.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** A mailbox that is only looked at must not fill the disk. */
const MAX_KEPT = 5_000;
const ID = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

export interface MailSummary {
  readonly id: string;
  readonly receivedAt: Date;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

export class MailStore {
  readonly #folder: string;
  /** Oldest first, as the names sort. */
  readonly #ids: string[];
  readonly #summaries = new Map<string, MailSummary>();

  private constructor(folder: string, ids: string[]) {
    this.#folder = folder;
    this.#ids = ids;
  }

  static async open(folder: string): Promise<MailStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = await readdir(folder);
    const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4));
    return new MailStore(folder, ids.filter((id) => ID.test(id)).sort());
  }

  get size(): number {
    return this.#ids.length;
  }

  /** The envelope goes on top as a delivering server writes it, for it knows the recipients the headers may not name. */
  async add(mail: { from: string; to: readonly string[]; content: Buffer }): Promise<void> {
    const line = (name: string, address: string): string => `${name}: <${address.replace(/[\r\n<>]/g, '')}>\r\n`;
    const envelope = line('Return-Path', mail.from) + mail.to.map((address) => line('Delivered-To', address)).join('');
    const id = `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
    const half = join(this.#folder, `${id}.part`);
    await writeFile(half, Buffer.concat([Buffer.from(envelope), mail.content]), { mode: 0o600 });
    await rename(half, this.#path(id));
    this.#ids.push(id);
    while (this.#ids.length > MAX_KEPT) await this.#removeOldest();
  }

  /** @param page counted from 1, newest first */
  async list(page: number, pageSize: number): Promise<MailSummary[]> {
    const end = this.#ids.length - (page - 1) * pageSize;
    const ids = this.#ids.slice(Math.max(0, end - pageSize), Math.max(0, end)).reverse();
    const summaries = await Promise.all(ids.map((id) => this.#summary(id)));
    return summaries.filter((summary) => summary !== undefined);
  }

  /** undefined for an id that is not, or no longer, in the mailbox. */
  async raw(id: string): Promise<Buffer | undefined> {
    return ID.test(id) ? readFile(this.#path(id)).catch(() => undefined) : undefined;
  }

  async read(id: string): Promise<ParsedMail | undefined> {
    const raw = await this.raw(id);
    return raw === undefined ? undefined : simpleParser(raw);
  }

  async #summary(id: string): Promise<MailSummary | undefined> {
    const known = this.#summaries.get(id);
    if (known !== undefined) return known;
    const mail = await this.read(id);
    if (mail === undefined) return undefined;
    const [from, to] = [addressesOf(mail.from), addressesOf(mail.to)];
    const summary = { id, receivedAt: receivedAt(id), from, to, subject: mail.subject ?? '' };
    this.#summaries.set(id, summary);
    return summary;
  }

  async #removeOldest(): Promise<void> {
    const oldest = this.#ids.shift();
    if (oldest === undefined) return;
    this.#summaries.delete(oldest);
    await rm(this.#path(oldest), { force: true });
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.eml`);
  }
}

export function addressesOf(field: AddressObject | AddressObject[] | undefined): string {
  return (field === undefined ? [] : [field].flat()).map((address) => address.text).join(', ');
}

export function receivedAt(id: string): Date {
  return new Date(id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z'));
}
