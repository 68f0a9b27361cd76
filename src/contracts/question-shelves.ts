// What of a room's questions is read together, and loaded page by page.

/** What waits, what may be voted for, what has its answer, the rest. */
export const QUESTION_SHELVES = ['pending', 'open', 'answered', 'put-away'] as const;
export type QuestionShelf = (typeof QUESTION_SHELVES)[number];
