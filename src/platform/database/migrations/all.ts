// Every migration, in order. A released one is never edited: add another.

import { Foundations1764000000000 } from './1764000000000-foundations.js';

export const MIGRATIONS = [Foundations1764000000000];
