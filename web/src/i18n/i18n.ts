// Every word on the screen: i18next with ICU messages, from the catalogues in src/contracts/words. Indonesian first.
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next, useTranslation } from 'react-i18next';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language, type Words } from '../../../src/contracts/languages.js';

const STORED = 'sinau.language';

/** The words of one part of the app; loaded with the pages that need them. */
export interface Area<Key extends string> {
  readonly name: string;
  readonly words: Words<Key>;
}

export type Values = Record<string, string | number>;
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

const i18n = i18next.createInstance();

void i18n
  .use(ICU)
  .use(initReactI18next)
  .init({
    lng: storedLanguage(),
    fallbackLng: DEFAULT_LANGUAGE,
    supportedLngs: [...LANGUAGES],
    resources: {},
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
document.documentElement.lang = i18n.language;

export function area<Key extends string>(name: string, words: Words<Key>): Area<Key> {
  for (const language of LANGUAGES) i18n.addResourceBundle(language, name, words[language]);
  return { name, words };
}

/** `t('key', values)` for one area; a key that the area does not have does not compile. */
export function useWords<Key extends string>({ name }: Area<Key>): Translate<Key> {
  const { t } = useTranslation(name, { i18n });
  return (key, values) => {
    const text: string = key;
    return t(text, values ?? {});
  };
}

/** Words outside of a component: notifications, titles. */
export function say<Key extends string>({ name }: Area<Key>, key: Key, values: Values = {}): string {
  const text: string = key;
  return i18n.t(text, { ns: name, ...values });
}

export function currentLanguage(): Language {
  return languageIn(i18n.language) ?? DEFAULT_LANGUAGE;
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return languageIn(current.language) ?? DEFAULT_LANGUAGE;
}

/** Switches at once and remembers it on this device. */
export function switchLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

/** Whether this device's reader has chosen a language themselves. */
export function hasChosenLanguage(): boolean {
  return localStorage.getItem(STORED) !== null;
}

function storedLanguage(): Language {
  return languageIn(localStorage.getItem(STORED)) ?? DEFAULT_LANGUAGE;
}

function languageIn(value: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}
