// A session's description. The server made this HTML from Markdown and keeps only harmless elements; here it is built
// again element by element from a short list, so that nothing but text and structure can ever reach the page.
import { createElement, useMemo, type ReactNode } from 'react';

const KEPT = new Set(
  'p br strong em b i u s ul ol li blockquote h1 h2 h3 h4 h5 h6 code pre hr table thead tbody tr th td a'.split(' '),
);
/** The page has its own h1 and section heads: a text's headings come below them. */
const SHOWN_AS: Record<string, string> = { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' };
const VOID = new Set(['br', 'hr']);

export function SafeHtml({ html }: { html: string }) {
  return useMemo(() => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return <>{[...parsed.body.childNodes].map(shown)}</>;
  }, [html]);
}

function shown(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  const children = [...node.childNodes].map(shown);
  if (!KEPT.has(name)) return children;
  if (VOID.has(name)) return createElement(name, { key });
  return createElement(SHOWN_AS[name] ?? name, { key, ...(name === 'a' ? linkOf(node) : {}) }, ...children);
}

function linkOf(node: Element): Record<string, string> {
  const href = node.getAttribute('href') ?? '';
  return /^(https?:|mailto:)/i.test(href) ? { href, target: '_blank', rel: 'noreferrer noopener nofollow' } : {};
}
