import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Policies } from '../contracts/policies.js';

/** A tenant. Everything else belongs to exactly one. */
@Entity('cooperatives')
@Unique('cooperatives_slug', ['slug'])
export class Cooperative {
  @PrimaryColumn('uuid')
  id: string;

  /** Its address: `/k/<slug>`. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** `#rrggbb`, the primary colour of its pages and mails. */
  @Column('text')
  colour: string;

  @Column('text')
  language: 'id' | 'en';

  /** IANA zone of its head office. */
  @Column('text')
  zone: string;

  /** What it decided for itself, where that is not the usual: see contracts/policies.ts. */
  @Column('jsonb', { default: {} })
  policies: Partial<Policies>;

  /** Guards against two editors. */
  @Column('int', { default: 1 })
  version: number;

  /** Made by the demo: `demo:remove` drops these and no others. */
  @Column('boolean', { default: false })
  isDemo: boolean;

  @Column('timestamptz')
  createdAt: Date;
}
