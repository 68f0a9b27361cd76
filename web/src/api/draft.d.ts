// DRAFT: routes that the server's document does not have yet. Goes away with them.
import type { components } from './schema.js';
type Answer<A> = { responses: { 200: { content: { 'application/json': A } } } };
type Id = { parameters: { path: { id: string } } };
type Body<B> = { requestBody: { content: { 'application/json': B } } };
type PageOf<T> = { items: T[]; nextCursor: string | null };
interface Cursor { cursor?: string; limit?: number }
interface Fault { path: string; rule: string; message: string; limit?: number | string }
interface Counts { new: number; changed: number; unchanged: number; bad: number; unreadable: number; absent: number; absentInUnits: number }
type Mapping = Partial<Record<'number' | 'name' | 'nickname' | 'email' | 'mobile' | 'employeeNumber' | 'unit' | 'status' | 'joinedOn' | 'zone' | 'language', number>>;
interface RosterImport { id: string; fileName: string; state: 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed'; mode: 'all' | 'good' | null; progress: { done: number; total: number }; headers: { name: string; isNationalId: boolean }[]; suggested: Mapping; samples: string[][]; mapping: Mapping | null; counts: Counts | null; fault: { code: components['schemas']['Problem']['code']; fields: Fault[] } | null; createdAt: string; appliedAt: string | null }
interface RosterError { line: number; faults: Fault[]; number: string | null; name: string | null }
export interface DraftPaths {
  '/api/roster-imports': { post: { requestBody: { content: { 'multipart/form-data': { file: string } } } } & Answer<RosterImport> };
  '/api/roster-imports/{id}': { get: Id & Answer<RosterImport> };
  '/api/roster-imports/{id}/dry-run': { post: Id & Body<{ mapping: Mapping & { number: number; name: number } }> & Answer<RosterImport> };
  '/api/roster-imports/{id}/errors': { get: { parameters: { path: { id: string }; query?: Cursor } } & Answer<PageOf<RosterError>> };
  '/api/roster-imports/{id}/absent': { get: { parameters: { path: { id: string }; query?: Cursor & { scope?: 'cooperative' | 'units' } } } & Answer<PageOf<components['schemas']['Member']>> };
  '/api/roster-imports/{id}/apply': { post: Id & Body<{ mode: 'all' | 'good' }> & Answer<RosterImport> };
  '/api/roster-imports/{id}/leave-absent': { post: Id & Body<{ scope: 'cooperative' | 'units'; count: number; typedCount?: number }> & Answer<{ left: number }> };
}
export interface DraftSchemas { RosterImport: RosterImport; RosterError: RosterError }
