// What a cooperative decides for itself, with what holds while it says nothing.
import { z } from 'zod';

const fields = {
  /** Per cent of the broadcast that makes a member present. */
  presentPercent: z.int().min(1).max(100),
  /** Seconds: a gap between two spans of attendance up to this long is bridged; a phone changing networks did not leave. */
  bridgedSeconds: z.int().min(0).max(900),
};

export const policiesSchema = z.object(fields).meta({ id: 'Policies' });
/** What is absent stays. */
export const policiesPatch = z.strictObject(fields).partial().meta({ id: 'PoliciesPatch' });

export type Policies = z.infer<typeof policiesSchema>;

export const USUAL_POLICIES: Policies = { presentPercent: 70, bridgedSeconds: 180 };
