// `@OnEvent('registration.confirmed')`: a worker method that handles one event, once.

import { SetMetadata } from '@nestjs/common';
import type { DomainEvent, EventName } from '../../contracts/events.js';
import type { Tx } from '../database/tx.js';

export const ON_EVENT = Symbol('ON_EVENT');

/**
 * Marks `method(tx, event)`. It runs in a transaction of its own that also notes it as handled, so what it writes
 * through `tx` happens exactly once; it must do nothing outside of the database.
 */
export function OnEvent<Name extends EventName>(name: Name) {
  return (
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<(tx: Tx, event: DomainEvent<Name>) => Promise<void>>,
  ): void => {
    SetMetadata(ON_EVENT, name)(target, key, descriptor);
  };
}
