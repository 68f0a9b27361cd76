// DRAFT until the server's document exists; replaced by the generated file.
type Answer<A> = { responses: { 200: { content: { 'application/json': A } }; default: { content: { 'application/json': Problem } } } };
type Nothing = { responses: { 204: { content?: never }; default: { content: { 'application/json': Problem } } } };
type P<Q = never, Path = never> = { parameters: { query?: Q; header?: never; cookie?: never } & ([Path] extends [never] ? { path?: never } : { path: Path }) };
type Body<B> = { requestBody: { content: { 'application/json': B } } };
type PageOf<T> = { items: T[]; nextCursor: string | null };
type Cursor = { cursor?: string; limit?: number };
interface Problem { type: string; title: string; status: number; code: string; detail: string; requestId: string; fields?: { path: string; rule: string; message: string; limit?: number | string }[] }
type Role = 'member' | 'facilitator' | 'admin' | 'coordinator' | 'supervisor';
type SessionState = 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
type RegState = 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';
interface Topic { id: string; name: string }
interface Named { id: string; name: string }
interface Unit { id: string; name: string }
interface OwnRegistration { id: string; state: 'pending' | 'confirmed' | 'waitlisted' | 'offered'; place: number | null }
interface Facilitator { memberId: string; name: string; role: 'host' | 'moderator' | 'speaker' }
interface PublicCard { id: string; state: SessionState; title: string; topic: Topic | null; language: 'id' | 'en'; zone: string; startsAt: string; endsAt: string; capacity: number | null; seatsLeft: number | null; waiting: number }
interface SessionCard extends PublicCard { facilitators: Facilitator[]; registration: OwnRegistration | null }
interface PlanningCard extends SessionCard { version: number; confirmed: number }
interface SessionDetail extends SessionCard { descriptionHtml: string; wentLiveAt: string | null; endedAt: string | null; room: { opensAt: string; closesAt: string; canJoin: boolean }; stage: { kind: 'none' | 'link' | 'embed'; url: string | null }; mine: { canHost: boolean; canPlan: boolean }; planning: { version: number; revision: number; description: string } | null }
type StageInput = { kind: 'none' } | { kind: 'link' | 'embed'; url: string };
interface SessionFields { title: string; topic?: string | null; description?: string; language?: 'id' | 'en'; zone?: string; startsAt: string; endsAt: string; capacity?: number | null; stage?: StageInput; staff?: { memberId: string; role: 'host' | 'moderator' | 'speaker' }[] }
type Status = 'calon' | 'aktif' | 'luar-biasa' | 'keluar';
interface Member { id: string; number: string; name: string; nickname: string | null; email: string | null; mobile: string | null; employeeNumber: string | null; unit: Named | null; roles: Role[]; coordinatesUnitIds: string[]; zone: string; language: 'id' | 'en'; status: Status; joinedOn: string | null; leftAt: string | null; version: number }
type Permission = keyof typeof import('../../../src/contracts/permissions.js').PERMISSIONS;
interface Me { member: Pick<Member, 'id' | 'number' | 'name' | 'nickname' | 'email' | 'mobile' | 'language' | 'zone' | 'unit' | 'status'>; cooperative: CooperativePage; roles: Role[]; permissions: Permission[] }
interface CooperativePage { slug: string; name: string; colour: string; language: 'id' | 'en'; zone: string }
interface Token { id: string; device: string; createdAt: string; lastUsedAt: string; isCurrent: boolean }

interface MyRegistration { registration: OwnRegistration; session: SessionCard }

export interface paths {
  '/api/cooperatives': { get: P & Answer<{ slug: string; name: string }[]> };
  '/api/cooperatives/{slug}': { get: P<never, { slug: string }> & Answer<CooperativePage> };
  '/api/auth/sign-in': { post: Body<{ cooperative: string; identifier: string; password: string }> & Nothing };
  '/api/auth/challenges': { post: Body<{ cooperative: string; identifier: string }> & Answer<{ challengeId: string }> };
  '/api/auth/challenges/{id}/code': { post: P<never, { id: string }> & Body<{ code: string }> & Nothing };
  '/api/auth/challenges/{id}/link': { post: P<never, { id: string }> & Body<{ token: string }> & Nothing };
  '/api/auth/hand-over-links': { post: Body<{ memberId: string }> & Answer<{ url: string; expiresAt: string }> };
  '/api/auth/hand-over': { post: Body<{ token: string }> & Nothing };
  '/api/auth/password': { put: Body<{ current?: string; password: string }> & Nothing };
  '/api/auth/sign-out': { post: Nothing };
  '/api/auth/tokens': { get: Answer<PageOf<Token>>; delete: Nothing };
  '/api/auth/tokens/{id}': { delete: P<never, { id: string }> & Nothing };
  '/api/me': { get: Answer<Me>; patch: Body<{ nickname?: string | null; language?: 'id' | 'en'; zone?: string }> & Answer<Me> };
  '/api/sessions': { get: P<{ q?: string; topic?: string; when?: 'upcoming' | 'live' | 'past' } & Cursor> & Answer<PageOf<SessionCard>> };
  '/api/sessions/{id}': { get: P<never, { id: string }> & Answer<SessionDetail> };
  '/api/public/{slug}/sessions': { get: P<Cursor, { slug: string }> & Answer<PageOf<PublicCard>> };
  '/api/topics': { get: Answer<Topic[]> };
  '/api/sessions/{id}/registration': { get: P<never, { id: string }> & Answer<OwnRegistration>; post: P<never, { id: string }> & Answer<OwnRegistration>; delete: P<never, { id: string }> & Nothing };
  '/api/my/registrations': { get: P<{ when?: 'upcoming' | 'past' } & Cursor> & Answer<PageOf<MyRegistration>> };
}
export interface components { schemas: { Me: Me; MyRegistration: MyRegistration; Facilitator: Facilitator; SessionInput: SessionFields; SessionCard: SessionCard; SessionDetail: SessionDetail; CooperativePage: CooperativePage; OwnRegistration: OwnRegistration; Token: Token; Topic: Topic; PublicSessionCard: PublicCard; Member: Member; PlanningSessionCard: PlanningCard } }
