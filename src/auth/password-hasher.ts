// Hashes and checks passwords with argon2id: slow on purpose, and never more than two at once.

import { Algorithm, hash, verify, type Options } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../platform/http/metrics.js';
import { Turns } from './turns.js';

/** OWASP's m = 46 MiB, t = 1, p = 1. Two at once hold 92 MiB and leave the process its other threads. */
const OPTIONS: Options = { algorithm: Algorithm.Argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const AT_ONCE = 2;
/** More than this waiting would be answered after the browser has given up. */
const MOST_WAITING = 300;

@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly turns = new Turns(AT_ONCE, MOST_WAITING);
  private readonly checks;
  private nobodysHash: Promise<string> | undefined;

  constructor(metrics: Metrics) {
    this.checks = metrics.gauge('sinau_password_checks', 'Passwords checked since the process began');
    this.checks.set(0);
  }

  /** Made before anybody asks, so that the first unknown name costs no more than the second. */
  onModuleInit(): void {
    this.nobodysHash = this.hash('nobody has this password');
  }

  async hash(password: string): Promise<string> {
    return this.turns.run(() => hash(password.normalize('NFKC'), OPTIONS));
  }

  /** @param passwordHash undefined where nobody has that name, or no password: it takes the same work and is false. */
  async isRight(password: string, passwordHash: string | undefined): Promise<boolean> {
    const against = passwordHash ?? (await this.nobodysHash) ?? '';
    this.checks.inc();
    const matches = await this.turns.run(() => verify(against, password.normalize('NFKC')));
    return matches && passwordHash !== undefined;
  }
}
