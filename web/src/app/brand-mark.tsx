// The cooperative's name beside its initial, in its colour: whose house this is.
import { Link, type LinkProps } from '@tanstack/react-router';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/i18n.js';
import classes from './brand-mark.module.css';

export function BrandMark({ name, ...link }: { name: string } & Pick<LinkProps, 'to' | 'params'>) {
  const t = useWords(common);
  return (
    <Link {...link} className={classes.mark} aria-label={t('nav.home-of', { name })}>
      <span className={classes.initial} aria-hidden>
        {initialOf(name)}
      </span>
      <span className={classes.name}>{name}</span>
    </Link>
  );
}

/** "Koperasi Pangan Mandiri" is P: they are all called Koperasi. */
function initialOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(koperasi|kop|ksp|kpri|cooperative)\.?$/i.test(word));
  return (words[0] ?? name).charAt(0).toUpperCase();
}
