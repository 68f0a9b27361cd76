// Where the live part of a session happens: our own room alone, another app behind a link, or something shown in the room.

export const STAGE_KINDS = ['none', 'link', 'embed', 'jitsi', 'youtube', 'bbb'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];
