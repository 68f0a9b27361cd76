// The settings of what may be shown on a stage: whose pages, which Jitsi, and whether there is a BigBlueButton.

import { z } from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ });

export const stageVariables = {
  EMBED_ORIGINS: z
    .string()
    .default('https://meet.jit.si,https://player.vimeo.com')
    .refine((value) => originsOf(value).every(isHttpsOrigin), 'must be https origins, such as https://player.vimeo.com')
    .describe('Sites whose pages may be shown in a room, comma separated; browsers are told to load no others'),
  JITSI_URL: httpUrl
    .default('https://meet.jit.si')
    .describe('Jitsi for stages; the public one ends embedded meetings after minutes: use your own'),
  JITSI_APP_ID: z.string().min(1).optional().describe('Application id of a Jitsi that asks for tokens'),
  JITSI_SECRET: z.string().min(8).optional().describe('Its secret; tokens are signed with it (HS256)'),
  BBB_URL: httpUrl
    .optional()
    .describe('BigBlueButton as `bbb-conf --secret` prints it (`https://host/bigbluebutton/`)'),
  BBB_SECRET: z.string().min(8).optional().describe('Its shared secret'),
  BBB_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(30).default(5).describe('How long its answers are waited for'),
};

type Variables = z.infer<z.ZodObject<typeof stageVariables>>;

export interface StageSettings {
  readonly embedOrigins: readonly string[];
  readonly jitsi: {
    readonly url: string;
    /** Undefined for a Jitsi that asks for no token. */
    readonly token: { readonly appId: string; readonly secret: string } | undefined;
  };
  readonly bbb: { readonly url: string; readonly secret: string; readonly timeoutMs: number } | undefined;
}

export function stageSettings(value: Variables): StageSettings {
  const { JITSI_APP_ID: appId, JITSI_SECRET: jitsiSecret, BBB_URL: bbbUrl, BBB_SECRET: bbbSecret } = value;
  const timeoutMs = value.BBB_TIMEOUT_SECONDS * 1_000;
  return {
    embedOrigins: originsOf(value.EMBED_ORIGINS),
    jitsi: {
      url: withoutSlash(value.JITSI_URL),
      token: appId && jitsiSecret ? { appId, secret: jitsiSecret } : undefined,
    },
    bbb: bbbUrl && bbbSecret ? { url: withoutSlash(bbbUrl), secret: bbbSecret, timeoutMs } : undefined,
  };
}

type Paired = 'JITSI_APP_ID' | 'JITSI_SECRET' | 'BBB_URL' | 'BBB_SECRET';

/** Two that only make sense together, with one missing; asked of what was given, whatever else is wrong with it. */
export function stageProblems(value: Readonly<Partial<Record<Paired, string>>>): string[] {
  return [
    ...(!value.JITSI_APP_ID === !value.JITSI_SECRET ? [] : ['JITSI_APP_ID, JITSI_SECRET: set both or neither']),
    ...(!value.BBB_URL === !value.BBB_SECRET ? [] : ['BBB_URL, BBB_SECRET: set both or neither']),
  ];
}

function originsOf(list: string): string[] {
  return list
    .split(',')
    .map((origin) => withoutSlash(origin.trim()))
    .filter((origin) => origin !== '');
}

function isHttpsOrigin(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).protocol === 'https:' && new URL(origin).origin === origin;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
