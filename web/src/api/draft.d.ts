// DRAFT: routes that the server's document does not have yet. Goes away with them.
import type { components } from './schema.js';
type Answer<A> = { responses: { 200: { content: { 'application/json': A } } } };
type Made<A> = { responses: { 201: { content: { 'application/json': A } } } };
type Nothing = { responses: { 204: { content?: never } } };
type Id = { parameters: { path: { id: string } } };
type Body<B> = { requestBody: { content: { 'application/json': B } } };
type PageOf<T> = { items: T[]; nextCursor: string | null };
interface Cursor {
  cursor?: string;
  limit?: number;
}
type RegState = 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired' | 'rejected';
interface Registration {
  id: string;
  state: RegState;
  place: number | null;
}
interface MyRegistration extends Registration {
  session: {
    id: string;
    title: string;
    state: components['schemas']['SessionCard']['state'];
    topic: string | null;
    zone: string;
    startsAt: string;
    endsAt: string;
  };
}
interface Registrant extends Registration {
  member: { id: string; number: string; name: string; unit: string | null };
  queuedAt: string;
  confirmedAt: string | null;
  cancelledAt: string | null;
  reason: string | null;
  isByStaff: boolean;
}
type Verdict = 'present' | 'partial' | 'absent' | 'awaiting-evidence';
interface AttendanceItem {
  memberId: string;
  number: string;
  name: string;
  unit: string | null;
  verdict: Verdict;
  countedSeconds: number;
  broadcastSeconds: number;
  source: 'measured' | 'manual';
  version: number;
  reason: string | null;
  decidedAt: string;
}
interface OwnAttendance {
  verdict: Verdict | null;
  countedSeconds: number | null;
  broadcastSeconds: number | null;
  source: 'measured' | 'manual' | null;
  reason: string | null;
  decidedAt: string | null;
  broadcast: { from: string; to: string } | null;
  spans: { from: string; to: string }[];
}
interface Fault {
  path: string;
  rule: string;
  message: string;
  limit?: number | string;
}
interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  bad: number;
  unreadable: number;
  absent: number;
  absentInUnits: number;
}
type Mapping = Partial<
  Record<
    | 'number'
    | 'name'
    | 'nickname'
    | 'email'
    | 'mobile'
    | 'employeeNumber'
    | 'unit'
    | 'status'
    | 'joinedOn'
    | 'zone'
    | 'language',
    number
  >
>;
interface RosterImport {
  id: string;
  fileName: string;
  state: 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed';
  mode: 'all' | 'good' | null;
  progress: { done: number; total: number };
  headers: { name: string; isNationalId: boolean }[];
  suggested: Mapping;
  samples: string[][];
  mapping: Mapping | null;
  counts: Counts | null;
  fault: { code: components['schemas']['Problem']['code']; fields: Fault[] } | null;
  createdAt: string;
  appliedAt: string | null;
}
interface RosterError {
  line: number;
  faults: Fault[];
  number: string | null;
  name: string | null;
}
interface TopicSum {
  topicId: string | null;
  topic: string | null;
  minutes: number;
  sessions: number;
}
interface Record_ {
  minutes: number;
  sessions: number;
  topics: TopicSum[];
  years: { year: number; minutes: number; sessions: number; topics: TopicSum[] }[];
  attended: { sessionId: string; title: string; topic: string | null; startsAt: string; minutes: number }[];
}
interface LedgerEntry {
  sequence: number;
  sessionId: string;
  title: string;
  kind: string;
  quantity: number;
  hash: string;
  recordedAt: string;
}
export interface DraftPaths {
  '/api/sessions/{id}/registration': {
    get: Id & Answer<Registration>;
    post: Id & Answer<Registration>;
    delete: Id & Nothing;
  };
  '/api/my/registrations': {
    get: { parameters: { query?: { when?: 'upcoming' | 'past' } & Cursor } } & Answer<PageOf<MyRegistration>>;
  };
  '/api/sessions/{id}/registrations': {
    get: { parameters: { path: { id: string }; query?: { state?: RegState; q?: string } & Cursor } } & Answer<
      PageOf<Registrant>
    >;
    post: Id & Body<{ memberId: string }> & Answer<Registration>;
  };
  '/api/sessions/{id}/registrations/{registrationId}': {
    delete: { parameters: { path: { id: string; registrationId: string } } } & Body<{ reason: string }> & Nothing;
  };
  '/api/sessions/{id}/attendance': {
    get: { parameters: { path: { id: string }; query?: Cursor } } & Answer<PageOf<AttendanceItem>>;
  };
  '/api/sessions/{id}/attendance/mine': { get: Id & Answer<OwnAttendance> };
  '/api/sessions/{id}/attendance/{memberId}': {
    put: { parameters: { path: { id: string; memberId: string } } } & Body<{
      verdict: 'present' | 'partial' | 'absent';
      reason: string;
    }> &
      Nothing;
  };
  '/api/roster-imports': {
    post: { requestBody: { content: { 'multipart/form-data': { file: string } } } } & Made<RosterImport>;
  };
  '/api/roster-imports/{id}': { get: Id & Answer<RosterImport> };
  '/api/roster-imports/{id}/dry-run': {
    post: Id & Body<{ mapping: Mapping & { number: number; name: number } }> & Answer<RosterImport>;
  };
  '/api/roster-imports/{id}/errors': {
    get: { parameters: { path: { id: string }; query?: Cursor } } & Answer<PageOf<RosterError>>;
  };
  '/api/roster-imports/{id}/absent': {
    get: { parameters: { path: { id: string }; query?: Cursor & { scope?: 'cooperative' | 'units' } } } & Answer<
      PageOf<components['schemas']['Member']>
    >;
  };
  '/api/roster-imports/{id}/apply': { post: Id & Body<{ mode: 'all' | 'good' }> & Answer<RosterImport> };
  '/api/roster-imports/{id}/leave-absent': {
    post: Id & Body<{ scope: 'cooperative' | 'units'; count: number; typedCount?: number }> & Answer<{ left: number }>;
  };
  '/api/my/record': { get: Answer<Record_> };
  '/api/members/{id}/record': { get: Id & Answer<Record_> };
}
export interface DraftSchemas {
  Registration: Registration;
  MyRegistration: MyRegistration;
  Registrant: Registrant;
  AttendanceItem: AttendanceItem;
  OwnAttendance: OwnAttendance;
  RosterImport: RosterImport;
  RosterError: RosterError;
  MemberRecord: Record_;
  LedgerEntry: LedgerEntry;
}
