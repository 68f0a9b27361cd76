// Asks for which sessions of a series something is to be done.
import { useWords } from '../../i18n/i18n.js';
import { series } from '../../ui/rule-words.js';
import { ScopeChoice } from '../../ui/scope-choice.js';
import type { EditScope } from './use-change.js';

const SCOPES = ['one', 'following', 'all'] as const;

export function EditScopeChoice({ value, onChange }: { value: EditScope; onChange: (scope: EditScope) => void }) {
  const t = useWords(series);
  return (
    <ScopeChoice
      label={t('scope.label')}
      scopes={SCOPES.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
