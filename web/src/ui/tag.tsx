// A word on a coloured ground: readable in both schemes (WCAG AA), and never told by colour alone.
import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type Tone = 'plain' | 'brand' | 'good' | 'wait' | 'bad';

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${classes.tag ?? ''} ${classes[tone] ?? ''}`}>{children}</span>;
}
