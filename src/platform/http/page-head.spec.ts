import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withHead, type PageHead } from './page-head.js';

const PAGE = readFileSync(join(import.meta.dirname, '../../../web/index.html'), 'utf8');
const HEAD: PageHead = {
  language: 'en',
  title: 'Saving, then investing',
  description: 'Friday 3 July. Virtual.',
  url: 'https://sinau.example/sesi/1',
  image: 'https://sinau.example/icon-512.png',
  cooperative: { slug: 'maju', name: 'Koperasi Maju' },
};

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

describe('withHead', () => {
  const html = withHead(PAGE, HEAD);

  it('says what the link is about, once each, in its language', () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Saving, then investing · Koperasi Maju</title>');
    expect(html).toContain('<meta property="og:title" content="Saving, then investing" />');
    expect(html).toContain('<meta property="og:description" content="Friday 3 July. Virtual." />');
    expect(html).toContain('<meta property="og:image" content="https://sinau.example/icon-512.png" />');
    expect(html).toContain('<meta property="og:url" content="https://sinau.example/sesi/1" />');
    expect(html).toContain('<meta name="twitter:card" content="summary" />');
    for (const one of [/<title>/g, /name="description"/g, /<\/head>/g, /<html/g]) expect(count(html, one)).toBe(1);
  });

  it('leaves the rest of the page as it is', () => {
    for (const part of ['<div id="root"></div>', 'name="viewport"', '<script type="module"'])
      expect(html).toContain(part);
  });

  it.each(['</title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='x", '$& $1 $` </head>'])(
    'keeps %s a text',
    (text) => {
      const hostile = withHead(PAGE, {
        ...HEAD,
        title: text,
        description: text,
        cooperative: { slug: text, name: text },
      });
      expect(count(hostile, /<script/g)).toBe(count(PAGE, /<script/g));
      expect(hostile).not.toMatch(/<img|content="[^"]*"[^ /]/);
      expect(count(hostile, /<\/head>/g)).toBe(1);
      expect(count(hostile, /<title>/g)).toBe(1);
    },
  );
});
