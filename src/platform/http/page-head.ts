// What a link to a page shows before anybody opens it: title, text and picture, in the page's own head.

import type { Language } from '../../contracts/languages.js';

export interface PageHead {
  language: Language;
  title: string;
  description: string;
  /** Of the page and of its picture, absolute. */
  url: string;
  image: string;
  /** Where it is a picture of the thing itself, in this size, and not the sign of the house. */
  imageSize?: { width: number; height: number };
  /** Whose page it is, and where they sign in. */
  cooperative: { slug: string; name: string };
}

const LOCALE: Record<Language, string> = { id: 'id_ID', en: 'en_GB' };

/** The same document with this head; whatever people wrote stays text. */
export function withHead(html: string, head: PageHead): string {
  return html
    .replace(/<html[^>]*>/, () => `<html lang="${head.language}">`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, '')
    .replace('</head>', () => `${tagsOf(head).join('\n    ')}\n  </head>`);
}

function tagsOf({ language, title, description, url, image, imageSize, cooperative }: PageHead): string[] {
  const og = {
    ...{ type: 'website', site_name: cooperative.name, locale: LOCALE[language], title, description, url, image },
    ...(imageSize ? { 'image:width': String(imageSize.width), 'image:height': String(imageSize.height) } : {}),
  };
  const card = imageSize ? 'summary_large_image' : 'summary';
  return [
    `<title>${escaped(`${title} · ${cooperative.name}`)}</title>`,
    ...Object.entries(og).map(([name, content]) => `<meta property="og:${name}" content="${escaped(content)}" />`),
    ...Object.entries({ description, 'twitter:card': card, 'sinau:cooperative': cooperative.slug }).map(
      ([name, content]) => `<meta name="${name}" content="${escaped(content)}" />`,
    ),
    `<link rel="canonical" href="${escaped(url)}" />`,
  ];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign).replace(/\s+/g, ' ');
}
