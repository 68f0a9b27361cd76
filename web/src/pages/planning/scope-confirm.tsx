// Asks for which sessions of a series a panel of the editor is saved.
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.js';
import { Confirm } from '../../ui/confirm.js';
import { series } from '../../ui/rule-words.js';
import { EditScopeChoice } from './edit-scope-choice.js';
import type { EditScope } from './use-change.js';

interface ScopeConfirmProps {
  isOpen: boolean;
  /** What happens to the others of the scope. */
  text: string;
  yes: string;
  isBusy: boolean;
  onYes: (scope: EditScope) => void;
  onClose: () => void;
}

export function ScopeConfirm({ isOpen, text, yes, isBusy, onYes, onClose }: ScopeConfirmProps) {
  const t = useWords(series);
  const [scope, setScope] = useState<EditScope>('one');
  return (
    <Confirm
      isOpen={isOpen}
      title={t('scope.title')}
      text={text}
      yes={yes}
      isDangerous={false}
      isBusy={isBusy}
      onYes={() => {
        onYes(scope);
      }}
      onClose={onClose}
    >
      <EditScopeChoice value={scope} onChange={setScope} />
    </Confirm>
  );
}
