// What an address that people use must be: a place of its own, and https unless it is this machine.

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

export function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === '/' && [search, hash, username, password].every((part) => part === '');
}

/** Whoever listens in between would have everybody's sign-in. False for what is no address at all. */
export function isInsecure(text: string | undefined): boolean {
  if (text === undefined || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'http:' && !THIS_MACHINE.includes(hostname);
}
