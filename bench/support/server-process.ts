// The server that a benchmark calls, in a process of its own: the product as built, and beside it one route that does nothing.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Controller, Module, Post } from '@nestjs/common';
import { loadServer } from '../../scripts/built.ts';
import { memoryNow, type Memory } from './memory.ts';

/** What may be left out, as arguments. */
export type Guard = 'doorman' | 'packet-guard' | 'admission' | 'frame-limit';
/** What the parent may ask. */
export type Question =
  | { kind: 'sign-in'; memberIds: string[] }
  | { kind: 'cpu' }
  | { kind: 'memory' }
  | { kind: 'delay' }
  | { kind: 'close' };
/** What it is told. */
export type Told =
  | { kind: 'ready'; url: string }
  | { kind: 'cookies'; cookies: string[] }
  | { kind: 'cpu'; seconds: number }
  | ({ kind: 'memory' } & Memory)
  /** How late the event loop was since the last question, in ms. */
  | { kind: 'delay'; p99: number; most: number };

const DELAY_STEP_MS = 5;
const LIMITLESS_BYTES = 64 * 1024 * 1024;

function built(path: string): Promise<unknown> {
  return import(new URL(`../../dist/${path}`, import.meta.url).href);
}

const { AppModule } = (await built('app.module.js')) as typeof import('../../src/app.module.ts');
const { AuthService } = (await built('auth/auth.service.js')) as typeof import('../../src/auth/auth.service.ts');
const { Requires } = (await built(
  'platform/http/access.decorator.js',
)) as typeof import('../../src/platform/http/access.decorator.ts');

/** The least that an authenticated POST can be: the guard lets it in, and it answers. */
class NothingController {
  nothing(): { done: true } {
    return { done: true };
  }
}
const { prototype } = NothingController;
const method = Object.getOwnPropertyDescriptor(prototype, 'nothing') ?? {};
Post('nothing')(prototype, 'nothing', method);
Requires('registrations.own')(prototype, 'nothing', method);
Controller('bench')(NothingController);
class NothingModule {}
Module({ controllers: [NothingController] })(NothingModule);

/** In place of one method of the product's: nothing. */
async function leaveOut(guard: Guard, path: string, name: string, method: string): Promise<void> {
  if (!process.argv.includes(guard)) return;
  const { [name]: part } = (await built(path)) as Record<string, { prototype: object } | undefined>;
  if (!part || !(method in part.prototype)) throw new Error(`There is no ${name}.${method} to leave out.`);
  Reflect.set(part.prototype, method, () => undefined);
}
await leaveOut('doorman', 'room/room-doorman.service.js', 'RoomDoorman', 'round');
await leaveOut('admission', 'room/room-doorman.service.js', 'RoomDoorman', 'admit');
await leaveOut('packet-guard', 'platform/realtime/packet-guard.js', 'PacketGuard', 'watch');

if (process.argv.includes('frame-limit')) {
  const { SocketAdapter } = (await built(
    'platform/realtime/socket-adapter.js',
  )) as typeof import('../../src/platform/realtime/socket-adapter.ts');
  type Make = (this: object, port: number) => { engine: unknown };
  const make = Reflect.get(SocketAdapter.prototype, 'createIOServer') as Make;
  const makeLimitless: Make = function (...settings) {
    const io = make.apply(this, settings);
    // What answers upgrades keeps the limit it was made with: it is made anew.
    const engine = io.engine as { opts: { maxHttpBufferSize: number }; init(): void };
    engine.opts.maxHttpBufferSize = LIMITLESS_BYTES;
    engine.init();
    return io;
  };
  Reflect.set(SocketAdapter.prototype, 'createIOServer', makeLimitless);
}

const register = AppModule.register.bind(AppModule);
AppModule.register = (...settings) => {
  const whole = register(...settings);
  return { ...whole, imports: [...(whole.imports ?? []), NothingModule] };
};

const { startServer } = await loadServer();
const server = await startServer({ env: process.env, runs: ['api'] });
const delay = monitorEventLoopDelay({ resolution: DELAY_STEP_MS });
delay.enable();
const tell = (told: Told): void => void process.send?.(told);

process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => void server.close().then(() => process.exit(0)));
tell({ kind: 'ready', url: server.url });

async function answer(question: Question): Promise<void> {
  if (question.kind === 'close') {
    await server.close();
    process.exit(0);
  }
  if (question.kind === 'cpu') {
    const { user, system } = process.cpuUsage();
    tell({ kind: 'cpu', seconds: (user + system) / 1e6 });
    return;
  }
  if (question.kind === 'memory') {
    tell({ kind: 'memory', ...(await memoryNow()) });
    return;
  }
  if (question.kind === 'delay') {
    // The histogram holds the whole time between two looks, in ns.
    const late = (ns: number): number => Math.max(0, ns / 1e6 - DELAY_STEP_MS);
    tell({ kind: 'delay', p99: late(delay.percentile(99)), most: late(delay.max) });
    delay.reset();
    return;
  }
  const auth = server.app.get(AuthService, { strict: false });
  const cookies: string[] = [];
  for (let first = 0; first < question.memberIds.length; first += 50) {
    const some = question.memberIds.slice(first, first + 50);
    cookies.push(...(await Promise.all(some.map((memberId) => auth.signInAs(memberId)))));
  }
  tell({ kind: 'cookies', cookies });
}
