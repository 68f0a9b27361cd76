// A picture for every session: its own where it has one, else drawn from its topic, with nothing to download.
import { useId } from 'react';
import classes from './cover.module.css';

/** Two colours each, dark enough to be seen in both schemes. */
const PALETTES = [
  ['#0f766e', '#5eead4'],
  ['#1d4ed8', '#93c5fd'],
  ['#9a3412', '#fdba74'],
  ['#6d28d9', '#c4b5fd'],
  ['#166534', '#bef264'],
  ['#9d174d', '#f9a8d4'],
  ['#155e75', '#a5f3fc'],
  ['#854d0e', '#fde68a'],
] as const;
const DRAWINGS = ['rings', 'waves', 'bars', 'leaves'] as const;

interface CoverProps {
  /** What decides the colours: the topic, so that sessions of one topic look alike. */
  topic: string;
  /** Its own; two sizes of it. */
  picture?: { large: string; small: string } | null | undefined;
  shape?: 'wide' | 'square';
}

const WIDTHS = { small: 480, large: 1_600 } as const;

export function Cover({ topic, picture, shape = 'wide' }: CoverProps) {
  if (!picture) return <DrawnCover topic={topic} shape={shape} />;
  const { small, large } = picture;
  return (
    <img
      className={`${shape === 'wide' ? classes.wide : classes.square} ${classes.picture}`}
      src={small}
      srcSet={`${small} ${String(WIDTHS.small)}w, ${large} ${String(WIDTHS.large)}w`}
      sizes={shape === 'wide' ? '(min-width: 48em) 24rem, 100vw' : '7rem'}
      // It decorates: what the session is stands beside it.
      alt=""
      loading="lazy"
      decoding="async"
    />
  );
}

function DrawnCover({ topic, shape }: { topic: string; shape: 'wide' | 'square' }) {
  const gradient = useId();
  const seed = hashOf(topic);
  const [dark, light] = PALETTES[seed % PALETTES.length] ?? PALETTES[0];
  const drawing = DRAWINGS[Math.floor(seed / PALETTES.length) % DRAWINGS.length] ?? 'rings';
  return (
    <svg
      className={shape === 'wide' ? classes.wide : classes.square}
      viewBox="0 0 160 90"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      focusable="false"
    >
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor={dark} />
          <stop offset="1" stopColor={light} />
        </linearGradient>
      </defs>
      <rect width="160" height="90" fill={`url(#${gradient})`} />
      <Drawing kind={drawing} />
    </svg>
  );
}

function Drawing({ kind }: { kind: (typeof DRAWINGS)[number] }) {
  if (kind === 'rings') {
    return (
      <g fill="none" stroke="#fff" strokeOpacity="0.35" strokeWidth="7">
        <circle cx="84" cy="62" r="12" />
        <circle cx="84" cy="62" r="28" />
        <circle cx="84" cy="62" r="44" />
        <circle cx="84" cy="62" r="60" />
      </g>
    );
  }
  if (kind === 'waves') {
    return (
      <g fill="#fff">
        <path fillOpacity="0.18" d="M0 46c27-16 53-16 80 0s53 16 80 0v44H0z" />
        <path fillOpacity="0.22" d="M0 60c27-14 53-14 80 0s53 14 80 0v30H0z" />
        <path fillOpacity="0.28" d="M0 74c27-10 53-10 80 0s53 10 80 0v16H0z" />
        <circle fillOpacity="0.5" cx="104" cy="26" r="9" />
      </g>
    );
  }
  if (kind === 'bars') {
    return (
      <g fill="#fff" fillOpacity="0.3">
        <rect x="44" y="56" width="12" height="34" rx="6" />
        <rect x="62" y="44" width="12" height="46" rx="6" />
        <rect x="80" y="50" width="12" height="40" rx="6" />
        <rect x="98" y="28" width="12" height="62" rx="6" />
        <circle cx="104" cy="17" r="6" fillOpacity="0.6" />
      </g>
    );
  }
  return (
    <g fill="#fff" fillOpacity="0.3">
      <path d="M80 86V44c0-16 12-26 28-26 0 18-12 28-28 28" />
      <path d="M80 86V58c0-14-11-22-25-22 0 16 11 24 25 24" fillOpacity="0.45" />
      <rect x="78.5" y="44" width="3" height="46" rx="1.5" fillOpacity="0.6" />
    </g>
  );
}

function hashOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
