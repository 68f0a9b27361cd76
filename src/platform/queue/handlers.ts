// Finds every method that a decorator marked, in every provider.

import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

/** A marked method: `name` is `Class.method`, stable across restarts; `call` is bound to its instance. */
export interface MarkedMethod<Mark> {
  name: string;
  mark: Mark;
  call: (...args: unknown[]) => Promise<void>;
}

@Injectable()
export class Handlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  marked<Mark>(key: symbol): MarkedMethod<Mark>[] {
    return this.discovery.getProviders().flatMap((wrapper) => {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const callback: unknown = Reflect.get(prototype, method);
        if (typeof callback !== 'function') return [];
        const mark = this.reflector.get<Mark | undefined>(key, callback);
        if (mark === undefined) return [];
        return [
          {
            name: `${instance.constructor.name}.${method}`,
            mark,
            call: async (...args: unknown[]) => {
              await Reflect.apply(callback, instance, args);
            },
          },
        ];
      });
    });
  }
}
