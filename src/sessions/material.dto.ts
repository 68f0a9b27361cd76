// What a session's materials look like from outside.

import { z } from 'zod';
import { id, line } from '../contracts/schemas.js';
import { SHOWN_FROM } from './material.rules.js';

/** Made by whoever sends it, once a material, and kept through every retry; without it each sending adds one. */
export const newMaterialQuery = z.object({ id: id.optional(), shownFrom: z.enum(SHOWN_FROM).default('registration') });
export type NewMaterialQuery = z.infer<typeof newMaterialQuery>;

/** What is absent stays. */
export const materialPatch = z
  .strictObject({ title: line(160), shownFrom: z.enum(SHOWN_FROM) })
  .partial()
  .meta({ id: 'MaterialPatch' });
export type MaterialPatch = z.infer<typeof materialPatch>;

/** `url` is a path on this server that needs no sign-in and is good for an hour or two: it is asked for anew, not kept. */
export const materialOut = z
  .object({
    id,
    title: z.string(),
    shownFrom: z.enum(SHOWN_FROM),
    fileName: z.string(),
    /** In bytes. */
    size: z.int(),
    url: z.string(),
  })
  .meta({ id: 'Material' });
export type MaterialOut = z.infer<typeof materialOut>;

/** `later`: how many more the reader has once the session has ended. */
export const materialList = z.object({ items: z.array(materialOut), later: z.int() }).meta({ id: 'MaterialList' });
export type MaterialList = z.infer<typeof materialList>;
