// What may stand on a stage in this deployment, what is shown of it, and who may step onto it when.

import type { FieldFault } from '../contracts/error-codes.js';
import type { StageKind } from '../contracts/stage.js';
import type { SessionState } from './session.rules.js';

export interface StageChoice {
  readonly kind: StageKind;
  readonly url: string | null;
}

/** What the operator has set up. `embedOrigins`: whose pages may be shown in a room. */
export interface StageOffer {
  readonly embedOrigins: readonly string[];
  readonly hasBbb: boolean;
}

export interface Arrival {
  readonly isConfirmed: boolean;
  readonly isStaff: boolean;
  readonly isPlanner: boolean;
}

export function offeredKinds({ embedOrigins, hasBbb }: StageOffer): StageKind[] {
  const embed = embedOrigins.length > 0 ? (['embed'] as const) : [];
  return ['jitsi', 'youtube', ...embed, ...(hasBbb ? (['bbb'] as const) : []), 'link', 'none'];
}

/** What is wrong with a choice here; that its address is a safe one was asked before. */
export function stageFaults({ kind, url }: StageChoice, offer: StageOffer): FieldFault[] {
  if (!offeredKinds(offer).includes(kind)) return [{ path: 'stage.kind', rule: 'not-allowed' }];
  if (kind === 'youtube' && youtubeEmbed(url ?? '') === undefined) return [{ path: 'stage.url', rule: 'not-youtube' }];
  if (kind === 'embed' && !offer.embedOrigins.includes(originOf(url ?? ''))) {
    const limit = offer.embedOrigins.map((origin) => new URL(origin).host).join(', ');
    return [{ path: 'stage.url', rule: 'unlisted-origin', limit }];
  }
  return [];
}

/** The address that everybody is given alike; undefined where each gets one of their own, or there is none. */
export function commonAddress({ kind, url }: StageChoice): string | undefined {
  if (url === null) return undefined;
  return kind === 'youtube' ? youtubeEmbed(url) : url;
}

export type Entry = 'enter' | 'forbidden' | 'closed';

/** The stage is for those with a seat while the room is open; staff and planners try it beforehand, from publication on. */
export function stageEntry(who: Arrival, session: { state: SessionState }, isOpen: boolean): Entry {
  if (!who.isConfirmed && !who.isStaff && !who.isPlanner) return 'forbidden';
  if (session.state !== 'published' && session.state !== 'live') return 'closed';
  return isOpen || who.isStaff || who.isPlanner ? 'enter' : 'closed';
}

const YOUTUBE_HOSTS = ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com', 'youtu.be'];
export const YOUTUBE_ORIGIN = 'https://www.youtube-nocookie.com';
const VIDEO = /^[\w-]{11}$/;
const CHANNEL = /^UC[\w-]{22}$/;

/** The player that sets no cookie before it plays, for any of the addresses that YouTube hands out for a broadcast. */
export function youtubeEmbed(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || !YOUTUBE_HOSTS.includes(url.hostname)) return undefined;
  const [first = '', second = ''] = url.pathname.split('/').filter((part) => part !== '');
  if (url.hostname === 'youtu.be') return playerOf(first);
  if (first === 'watch') return playerOf(url.searchParams.get('v') ?? '');
  if (first === 'channel') return channelPlayerOf(second);
  if (first === 'embed' && second === 'live_stream') return channelPlayerOf(url.searchParams.get('channel') ?? '');
  return first === 'live' || first === 'embed' ? playerOf(second) : undefined;
}

function playerOf(video: string): string | undefined {
  return VIDEO.test(video) ? `${YOUTUBE_ORIGIN}/embed/${video}` : undefined;
}

/** Whatever the channel is broadcasting when it is opened. */
function channelPlayerOf(channel: string): string | undefined {
  return CHANNEL.test(channel) ? `${YOUTUBE_ORIGIN}/embed/live_stream?channel=${channel}` : undefined;
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}
