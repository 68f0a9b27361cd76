// Refuses to boot while any route or socket command does not say who may use it.

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from '../platform/http/access.decorator.js';

// How Nest marks a controller's routes and a gateway's commands.
const ROUTE = 'path';
const COMMAND = 'websockets:message_mapping';

@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = [...this.discovery.getControllers(), ...this.discovery.getProviders()].flatMap((wrapper) => {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      return typeof instance === 'object' && instance !== null ? this.openMethodsOf(instance) : [];
    });
    if (open.length > 0) {
      throw new Error(`These routes say not who may use them (@Public or @Requires): ${open.join(', ')}`);
    }
  }

  private openMethodsOf(instance: object): string[] {
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name);
      if (typeof method !== 'function' || !isEntrance(method)) return [];
      const access = this.reflector.getAllAndOverride<unknown>(ACCESS, [method, instance.constructor]);
      return access === undefined ? [`${instance.constructor.name}.${name}`] : [];
    });
  }
}

function isEntrance(method: object): boolean {
  return Reflect.hasMetadata(ROUTE, method) || Reflect.hasMetadata(COMMAND, method);
}
