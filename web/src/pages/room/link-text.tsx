// A message as it was written; what looks like an address becomes a link. Nothing else is ever more than text.
import { Fragment } from 'react';

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/gi;

export function LinkText({ text }: { text: string }) {
  const links = [...text.matchAll(ADDRESS)];
  const last = links.at(-1);
  return (
    <>
      {links.map((link, number) => (
        <Fragment key={link.index}>
          {text.slice(number === 0 ? 0 : endOf(links[number - 1]), link.index)}
          <a href={link[0]} target="_blank" rel="noreferrer noopener nofollow ugc">
            {link[0]}
          </a>
        </Fragment>
      ))}
      {text.slice(endOf(last))}
    </>
  );
}

function endOf(match: RegExpMatchArray | undefined): number {
  return match ? (match.index ?? 0) + match[0].length : 0;
}
