// What is sent and answered of templates.

import { z } from 'zod';
import { id, line, zone } from '../contracts/schemas.js';
import { contentFields, planFields } from '../contracts/session-input.js';

const name = line(80);

/** From a session that is there. `id` is made by the client and kept through retries. */
export const templateInput = z
  .strictObject({ id: id.optional(), name, sessionId: id })
  .meta({ id: 'SessionTemplateInput' });
export type TemplateInput = z.infer<typeof templateInput>;

export const templatePatch = z.strictObject({ name }).meta({ id: 'SessionTemplatePatch' });
export type TemplatePatch = z.infer<typeof templatePatch>;

/** `minutes`: how long it lasts. */
export const templateOut = z
  .object({ id, name, content: z.object({ ...contentFields, zone, minutes: z.int() }) })
  .meta({ id: 'SessionTemplate' });
export type TemplateOut = z.infer<typeof templateOut>;

export const templateList = z.object({ items: z.array(templateOut) }).meta({ id: 'SessionTemplateList' });
export type TemplateList = z.infer<typeof templateList>;

/** What is absent is the template's; without an end it lasts as long as that says. */
export const fromTemplate = z
  .strictObject({ id, ...planFields })
  .partial()
  .required({ startsAt: true })
  .meta({ id: 'SessionFromTemplateInput' });
export type FromTemplate = z.infer<typeof fromTemplate>;
