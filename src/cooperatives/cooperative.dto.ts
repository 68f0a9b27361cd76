import { z } from 'zod';
import { policiesPatch, policiesSchema } from '../contracts/policies.js';
import { colour, id, language, line, zone } from '../contracts/schemas.js';

/** What anybody may know of a cooperative: its page and its sign-in are public. */
export const cooperativeNameSchema = z
  .object({ slug: z.string(), name: z.string() })
  .meta({ id: 'CooperativeName', description: 'A cooperative one can sign in to' });

export const cooperativeNamesSchema = z.array(cooperativeNameSchema);

export const cooperativePageSchema = cooperativeNameSchema
  .extend({ colour: z.string(), language, zone: z.string() })
  .meta({ id: 'CooperativePage', description: 'What the public page of a cooperative is drawn with' });

export const cooperativeSchema = cooperativePageSchema
  .extend({ id, version: z.int(), policies: policiesSchema })
  .meta({ id: 'Cooperative', description: 'A cooperative with what it has decided for itself' });

/** What is absent stays; `version` is the one that was read. */
export const cooperativePatch = z
  .strictObject({ name: line(120), colour, language, zone, policies: policiesPatch })
  .partial()
  .extend({ version: z.int().min(1) })
  .meta({ id: 'CooperativePatch' });

export const slugParam = z.string().max(60);

export type CooperativeName = z.infer<typeof cooperativeNameSchema>;
export type CooperativePage = z.infer<typeof cooperativePageSchema>;
export type CooperativeView = z.infer<typeof cooperativeSchema>;
export type CooperativePatch = z.infer<typeof cooperativePatch>;
