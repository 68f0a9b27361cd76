// Which address may stand on a stage: https, for everybody to reach, and never a way into the operator's own network.

/** Names that only mean something inside a network. */
const INNER_SUFFIXES = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa', 'onion'];

/** First and last address of each range that is not public, as IANA's special-purpose registry lists them. */
const INNER_V4: readonly (readonly [string, string])[] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
];

/** Whether a reader's browser may be sent there. The URL parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1. */
export function isSafeStageAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return isPublicV6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPublicV4(host);
  return host.includes('.') && !INNER_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}

function isPublicV4(address: string): boolean {
  const value = numberOf(address);
  return !INNER_V4.some(([first, last]) => value >= numberOf(first) && value <= numberOf(last));
}

/** Global unicast only (2000::/3), without documentation, Teredo and 6to4, which can carry an inner IPv4 address. */
function isPublicV6(address: string): boolean {
  const groups = address.split(':');
  const first = parseInt(groups[0] ?? '', 16);
  const second = parseInt(groups[1] ?? '', 16) || 0;
  if (!(first >= 0x2000 && first <= 0x3fff) || first === 0x2002) return false;
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8));
}

function numberOf(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}
