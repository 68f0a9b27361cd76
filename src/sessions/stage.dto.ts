// What stages look like from outside.

import { z } from 'zod';
import { STAGE_KINDS } from '../contracts/stage.js';

/** `url` is for whoever asked, for now: it is neither kept nor passed on. */
export const stageEntryOut = z.object({ url: z.string() }).meta({ id: 'StageEntry' });
export type StageEntryOut = z.infer<typeof stageEntryOut>;

/** The stages that can be chosen here; `embedHosts` are the sites whose pages may be shown. */
export const stageOfferOut = z
  .object({ kinds: z.array(z.enum(STAGE_KINDS)), embedHosts: z.array(z.string()) })
  .meta({ id: 'StageOffer' });
export type StageOfferOut = z.infer<typeof stageOfferOut>;
