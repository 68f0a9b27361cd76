// Who may open which page. The server decides again at every call; this only spares a member a page that would refuse.
import { redirect } from '@tanstack/react-router';
import type { Permission } from '../../../src/contracts/permissions.js';
import type { Schema } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { currentLanguage, switchLanguage } from '../i18n/i18n.js';
import { brand, setBrand } from './brand.js';

/** The page a signed-out reader is sent to, and back from. */
export function signInPlace(from: string) {
  const slug = brand()?.slug ?? cooperativeOfLink();
  return slug === undefined
    ? ({ to: '/' } as const)
    : ({ to: '/k/$slug/masuk', params: { slug }, search: { ke: from } } as const);
}

/** Whose page a link led to, for who has never been here: the server says so in its head. */
function cooperativeOfLink(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="sinau:cooperative"]')?.content;
}

/** Signed in, or off to the sign-in page. */
export async function requireMember({ location }: { location: { href: string } }): Promise<{ me: Schema<'Me'> }> {
  try {
    const me = await queryClient.query({ ...queries.me(), staleTime: 'static' });
    setBrand(me.cooperative);
    if (me.member.language !== currentLanguage()) switchLanguage(me.member.language);
    return { me };
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
    if (isProblem(error, 'unauthenticated')) throw redirect(signInPlace(location.href));
    throw error;
  }
}

/**
 * For pages that anybody may read: whoever is signed in goes to their own home, but not from another cooperative's page.
 * Asked while the page's code is loading, and never in its way: without an answer the page is simply shown.
 */
export async function homeIfSignedIn(slug: string | undefined, home: string): Promise<void> {
  const here = await queryClient.query(queries.here()).catch(() => undefined);
  const own = here?.cooperative ?? null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
  if (own !== null && (slug === undefined || slug.toLowerCase() === own)) throw redirect({ href: home, replace: true });
}

export function may(me: Pick<Schema<'Me'>, 'permissions'>, permission: Permission): boolean {
  return me.permissions.includes(permission);
}

/** A page for those with the permission; others land on their home. */
export function requirePermission(permission: Permission) {
  return async (at: { location: { href: string } }) => {
    const { me } = await requireMember(at);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
    if (!may(me, permission)) throw redirect({ to: '/beranda' });
  };
}
