// `@OnJob('mail.send')` handles a wake-up; `@OnSweep(5)` looks regularly for what no wake-up told of.

import { SetMetadata } from '@nestjs/common';
import type { JobName, Jobs } from '../../contracts/jobs.js';

export const ON_JOB = Symbol('ON_JOB');
export const ON_SWEEP = Symbol('ON_SWEEP');

/** Marks `method(data)`; it may run twice and at the same time elsewhere, and must stay right. */
export function OnJob<Name extends JobName>(name: Name) {
  return (
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<(data: Jobs[Name]) => Promise<void>>,
  ): void => {
    SetMetadata(ON_JOB, name)(target, key, descriptor);
  };
}

/** Marks `method()`, run every so many seconds in each worker process, never overlapping itself; claims its rows. */
export function OnSweep(everySeconds: number) {
  return (target: object, key: string, descriptor: TypedPropertyDescriptor<() => Promise<void>>): void => {
    SetMetadata(ON_SWEEP, everySeconds)(target, key, descriptor);
  };
}
