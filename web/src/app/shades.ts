// Ten shades from a cooperative's one colour, dark enough where white text stands on them (WCAG AA).
import type { MantineColorsTuple } from '@mantine/core';

type Rgb = readonly [number, number, number];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [8, 12, 12];
/** AA asks for 4.5; the rest is for tinted backgrounds. */
const CONTRAST_ON_WHITE = 5.6;
const DEFAULT_COLOUR = '#0f766e';

/** @param colour `#rrggbb`; anything else gives the app's own colour. */
export function shadesOf(colour: string): MantineColorsTuple {
  const base = darkEnough(parse(colour) ?? parse(DEFAULT_COLOUR) ?? BLACK);
  const lighter = [0.93, 0.84, 0.7, 0.54, 0.4, 0.18].map((share) => hex(mix(base, WHITE, share)));
  const darker = [0.14, 0.3, 0.46].map((share) => hex(mix(base, BLACK, share)));
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = lighter;
  const [h = '', i = '', j = ''] = darker;
  return [a, b, c, d, e, f, hex(base), h, i, j];
}

function darkEnough(colour: Rgb): Rgb {
  let shade = colour;
  for (let step = 0; step < 40 && contrast(shade, WHITE) < CONTRAST_ON_WHITE; step += 1)
    shade = mix(shade, BLACK, 0.05);
  return shade;
}

function parse(colour: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return undefined;
  const [, r = '0', g = '0', b = '0'] = match;
  return [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)];
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (a: number, b: number) => a + (b - a) * share;
  return [at(from[0], to[0]), at(from[1], to[1]), at(from[2], to[2])];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
