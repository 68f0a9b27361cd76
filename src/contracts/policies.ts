// What a cooperative decides for itself, with what holds while it says nothing. A change counts for what is decided
// afterwards: verdicts, offers and reminders that stand keep what they were made by.
import { z } from 'zod';
import { FREED, POLICY_NUMBERS, USUAL_FREED, type PolicyNumberName } from './policy-values.js';

const number = (name: PolicyNumberName) => z.int().min(POLICY_NUMBERS[name].min).max(POLICY_NUMBERS[name].max);

const fields = {
  presentPercent: number('presentPercent'),
  bridgedSeconds: number('bridgedSeconds'),
  roomOpensMinutes: number('roomOpensMinutes'),
  roomClosesMinutes: number('roomClosesMinutes'),
  undoEndMinutes: number('undoEndMinutes'),
  devicesPerRoom: number('devicesPerRoom'),
  roomRetentionDays: number('roomRetentionDays'),
  offerHours: number('offerHours'),
  quietFromHour: number('quietFromHour'),
  quietUntilHour: number('quietUntilHour'),
  offerEndsFromHour: number('offerEndsFromHour'),
  signInDays: number('signInDays'),
  adminSignInHours: number('adminSignInHours'),
  freedVirtual: z.enum(FREED),
  freedOnsite: z.enum(FREED),
  /** Whether a session's staff see who asks without a name; each question keeps what held when it was asked. */
  staffSeeAnonymous: z.boolean(),
} satisfies Record<PolicyNumberName | keyof typeof USUAL_FREED | 'staffSeeAnonymous', z.ZodType>;

export const policiesSchema = z.object(fields).meta({ id: 'Policies' });
/** What is absent stays. */
export const policiesPatch = z.strictObject(fields).partial().meta({ id: 'PoliciesPatch' });

export type Policies = z.infer<typeof policiesSchema>;
export const POLICY_NAMES = policiesSchema.keyof().options;

/** When members are left in peace, by the clock of their own zone. */
export type QuietHours = Pick<Policies, 'quietFromHour' | 'quietUntilHour'>;

/** When a room opens, when it closes by itself, and how long its end can be taken back. */
export type RoomHours = Pick<Policies, 'roomOpensMinutes' | 'roomClosesMinutes' | 'undoEndMinutes'>;

export const USUAL_POLICIES: Policies = {
  presentPercent: POLICY_NUMBERS.presentPercent.usual,
  bridgedSeconds: POLICY_NUMBERS.bridgedSeconds.usual,
  roomOpensMinutes: POLICY_NUMBERS.roomOpensMinutes.usual,
  roomClosesMinutes: POLICY_NUMBERS.roomClosesMinutes.usual,
  undoEndMinutes: POLICY_NUMBERS.undoEndMinutes.usual,
  devicesPerRoom: POLICY_NUMBERS.devicesPerRoom.usual,
  roomRetentionDays: POLICY_NUMBERS.roomRetentionDays.usual,
  offerHours: POLICY_NUMBERS.offerHours.usual,
  quietFromHour: POLICY_NUMBERS.quietFromHour.usual,
  quietUntilHour: POLICY_NUMBERS.quietUntilHour.usual,
  offerEndsFromHour: POLICY_NUMBERS.offerEndsFromHour.usual,
  signInDays: POLICY_NUMBERS.signInDays.usual,
  adminSignInHours: POLICY_NUMBERS.adminSignInHours.usual,
  ...USUAL_FREED,
  staffSeeAnonymous: true,
};

/** What holds in a cooperative. @param own what it decided for itself: `cooperatives.policies`. */
export function policiesWith(own: Partial<Policies>): Policies {
  return { ...USUAL_POLICIES, ...own };
}
