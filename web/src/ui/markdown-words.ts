// The words of a field that takes Markdown.
import { webMarkdownWords } from '../../../src/contracts/words/web-markdown.js';
import { area } from '../i18n/i18n.js';

export const markdown = area('markdown', webMarkdownWords);
