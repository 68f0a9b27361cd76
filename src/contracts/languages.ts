// The languages people read Sinau in; Bahasa Indonesia first.

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'id';

export function otherLanguage(language: Language): Language {
  return language === 'id' ? 'en' : 'id';
}

/** The same keys in both languages: a missing translation does not compile. Texts are ICU MessageFormat. */
export type Words<K extends string> = Record<Language, Record<K, string>>;

/** The best language for an Accept-Language header (`en-GB,en;q=0.9`): the first one we speak, else Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => LANGUAGES.filter((language) => language === code))[0] ?? DEFAULT_LANGUAGE;
}
