// The mailbox's pages: a list and a mail. Nothing a mail contains runs here, loads anything, or leaves its frame.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attachment, ParsedMail } from 'mailparser';
import { addressesOf, type MailStore, type MailSummary, receivedAt } from './mailbox-store.ts';

const PAGE_SIZE = 100;
const OWN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'";
/** Links open in a new tab, as in a mail program; scripts, forms and anything from elsewhere do not work. */
const FRAME_FREEDOMS = 'allow-popups allow-popups-to-escape-sandbox';
const MAIL_POLICY = `sandbox ${FRAME_FREEDOMS}; default-src 'none'; style-src 'unsafe-inline'; img-src data:`;

const WORDS = {
  id: {
    mailbox: 'Kotak surat',
    note: 'Semua surat tersimpan di mesin ini; tidak ada yang dikirim keluar.',
    empty: 'Belum ada surat.',
    from: 'Dari',
    to: 'Kepada',
    subject: 'Perihal',
    receivedAt: 'Diterima',
    attachments: 'Lampiran',
    html: 'Tampilan',
    text: 'Teks',
    raw: 'Sumber asli',
    newer: 'Lebih baru',
    older: 'Lebih lama',
    back: 'Semua surat',
    missing: 'Surat ini tidak ada.',
  },
  en: {
    mailbox: 'Mailbox',
    note: 'Every mail stays on this machine; none is delivered.',
    empty: 'No mail yet.',
    from: 'From',
    to: 'To',
    subject: 'Subject',
    receivedAt: 'Received',
    attachments: 'Attachments',
    html: 'As shown',
    text: 'Text',
    raw: 'Raw source',
    newer: 'Newer',
    older: 'Older',
    back: 'All mail',
    missing: 'There is no such mail.',
  },
} as const;
type Words = (typeof WORDS)['id' | 'en'];

interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly policy?: string;
  readonly body: string | Buffer;
  readonly fileName?: string;
}

export async function answerMailboxRequest(
  store: MailStore,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await route(store, request).catch((): Answer => ({ status: 500, type: 'text/plain', body: 'Error' }));
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type,
    'content-security-policy': answer.policy ?? OWN_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(answer.fileName === undefined
      ? {}
      : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function route(store: MailStore, request: IncomingMessage): Promise<Answer> {
  // A page elsewhere that points its own name at this machine must not read sign-in codes.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    return { status: 403, type: 'text/plain', body: 'This mailbox answers on 127.0.0.1 only.' };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, type: 'text/plain', body: 'GET only' };
  }
  const words = WORDS[/^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id'];
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/') return listPage(store, words, Math.max(1, Number(searchParams.get('page')) || 1));
  const [, folder, id = '', part, index] = pathname.split('/');
  const mail = folder === 'mail' ? await store.read(id) : undefined;
  if (mail === undefined) return { ...page(words, words.mailbox, `<p>${words.missing}</p>`), status: 404 };
  switch (part) {
    case undefined:
      return mailPage(words, id, mail, mail.html === false ? 'text' : 'html');
    case 'text':
      return mailPage(words, id, mail, 'text');
    case 'frame':
      return frame(mail);
    case 'raw':
      return { type: 'text/plain; charset=utf-8', body: (await store.raw(id)) ?? '' };
    case 'attachment':
      return attachment(words, mail.attachments[Number(index)]);
    default:
      return { ...page(words, words.mailbox, `<p>${words.missing}</p>`), status: 404 };
  }
}

async function listPage(store: MailStore, words: Words, number: number): Promise<Answer> {
  const mails = await store.list(number, PAGE_SIZE);
  if (mails.length === 0) return page(words, words.mailbox, `<p class="note">${words.empty}</p>`);
  const row = (mail: MailSummary): string => `<tr>
    <td>${time(mail.receivedAt)}</td><td>${escape(mail.to)}</td>
    <td><a href="/mail/${mail.id}">${escape(mail.subject) || '—'}</a></td></tr>`;
  const newer = number > 1 ? `<a href="/?page=${String(number - 1)}">← ${words.newer}</a>` : '';
  const older = number * PAGE_SIZE < store.size ? `<a href="/?page=${String(number + 1)}">${words.older} →</a>` : '';
  const head = `<tr><th>${words.receivedAt}</th><th>${words.to}</th><th>${words.subject}</th></tr>`;
  const table = `<table class="list"><thead>${head}</thead><tbody>${mails.map(row).join('')}</tbody></table>`;
  return page(words, words.mailbox, `<p class="note">${words.note}</p>${table}<nav>${newer} ${older}</nav>`, true);
}

function mailPage(words: Words, id: string, mail: ParsedMail, view: 'html' | 'text'): Answer {
  const field = (label: string, value: string): string => `<tr><th>${label}</th><td>${value}</td></tr>`;
  const link = (attached: Attachment, index: number): string =>
    `<a href="/mail/${id}/attachment/${String(index)}">${escape(attached.filename ?? attached.contentType)}</a>`;
  const fields = [
    field(words.from, escape(addressesOf(mail.from))),
    field(words.to, escape(addressesOf(mail.to))),
    field(words.receivedAt, time(receivedAt(id))),
    ...(mail.attachments.length > 0 ? [field(words.attachments, mail.attachments.map(link).join(', '))] : []),
  ];
  const tabs = [
    ...(mail.html === false ? [] : [`<a href="/mail/${id}">${words.html}</a>`]),
    `<a href="/mail/${id}/text">${words.text}</a>`,
    `<a href="/mail/${id}/raw">${words.raw}</a>`,
  ];
  const content =
    view === 'html'
      ? `<iframe title="${words.html}" sandbox="${FRAME_FREEDOMS}" src="/mail/${id}/frame"></iframe>`
      : `<pre>${escape(mail.text ?? '')}</pre>`;
  const title = escape(mail.subject ?? '') || '—';
  const back = `<p><a href="/">← ${words.back}</a></p>`;
  return page(words, title, `${back}<table>${fields.join('')}</table><nav>${tabs.join(' · ')}</nav>${content}`);
}

function frame(mail: ParsedMail): Answer {
  const html = mail.html === false ? '' : mail.html;
  return { type: 'text/html; charset=utf-8', policy: MAIL_POLICY, body: `<base target="_blank">${html}` };
}

function attachment(words: Words, found: Attachment | undefined): Answer {
  if (found === undefined) return { ...page(words, words.mailbox, `<p>${words.missing}</p>`), status: 404 };
  return { type: 'application/octet-stream', body: found.content, fileName: found.filename ?? 'attachment' };
}

/** @param title already escaped */
function page(words: Words, title: string, body: string, isRefreshed = false): Answer {
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${words === WORDS.en ? 'en' : 'id'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">${isRefreshed ? '<meta http-equiv="refresh" content="10">' : ''}
<title>${title}</title><style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.25rem } a { color: inherit } .note { opacity: .75 }
  table { border-collapse: collapse; width: 100% } .list tr { border-top: 1px solid #8884 }
  th { text-align: left; font-weight: 600; white-space: nowrap; padding: .5rem .75rem .5rem 0; vertical-align: top }
  td { padding: .5rem .75rem .5rem 0; overflow-wrap: anywhere; vertical-align: top }
  nav { margin: 1rem 0 } pre { white-space: pre-wrap; overflow-wrap: anywhere }
  iframe { width: 100%; height: 70vh; border: 1px solid #8884; border-radius: 4px; background: #fff }
</style></head><body><h1>${title}</h1>${body}</body></html>`,
  };
}

function time(at: Date): string {
  return `<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
