// The description in the language that is not the session's, for those who use the app in it: asked for, else out of sight.
import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { otherLanguage } from '../../../../src/contracts/languages.js';
import { useWords } from '../../i18n/i18n.js';
import { MarkdownField } from '../../ui/markdown-field.js';
import { markdown } from '../../ui/markdown-words.js';
import type { EditorValues } from './editor-values.js';

export function OtherDescription({ form }: { form: UseFormReturnType<EditorValues> }) {
  const t = useWords(markdown);
  const { descriptionOther: text, language: own } = form.values;
  const [isOpen, setOpen] = useState(text !== '');
  // A template may have brought one; and it stays in sight while its last word is taken out.
  if (text !== '' && !isOpen) setOpen(true);
  const language = otherLanguage(own);
  if (!isOpen) {
    return (
      <Button
        variant="subtle"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t(`other.add.${language}`)}
      </Button>
    );
  }
  return (
    <MarkdownField
      label={t(`other.${language}`)}
      hint={t('other.hint')}
      minRows={5}
      language={language}
      text={text}
      inputProps={form.getInputProps('descriptionOther')}
    />
  );
}
