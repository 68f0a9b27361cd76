// One question in the editor: its kind, its words in one language or both, its choices, and how long answers are kept.
import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { LANGUAGES, type Language } from '../../../../src/contracts/languages.js';
import { QUESTION_KINDS, QUESTION_LIMITS } from '../../../../src/contracts/questions.js';
import { useWords } from '../../i18n/i18n.js';
import { questions as questionWords } from '../../ui/question-words.js';
import { hasOptions, kindIn, newOption, type QuestionsValues } from './questions-values.js';

export type QuestionsForm = UseFormReturnType<QuestionsValues>;

const RETENTION = ['1', '7', '30', '90', '365'];

interface QuestionEditorProps {
  form: QuestionsForm;
  nth: number;
  /** The session's: it must be written. */
  language: Language;
}

export function QuestionEditor({ form, nth, language }: QuestionEditorProps) {
  const t = useWords(questionWords);
  const question = form.values.questions[nth];
  if (!question) return null;
  const { kind, hasAnswers, retentionDays } = question;
  const path = `questions.${nth}`;
  const languages = languagesOf(language, form.values.isBoth);
  return (
    <>
      <NativeSelect
        label={t('kind')}
        description={hasAnswers ? t('answered') : undefined}
        disabled={hasAnswers}
        data={QUESTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.getInputProps(`${path}.kind`)}
        onChange={(event) => {
          form.setFieldValue(`${path}.kind`, kindIn(event.currentTarget.value));
        }}
      />
      {languages.map((one) => (
        <TextInput
          key={`label-${one}`}
          label={fieldIn(t(kind === 'consent' ? 'label.consent' : 'label'), one)}
          withAsterisk={one === language}
          maxLength={QUESTION_LIMITS.label}
          {...form.getInputProps(`${path}.label.${one}`)}
        />
      ))}
      {languages.map((one) => (
        <Textarea
          key={`help-${one}`}
          label={fieldIn(t('help'), one)}
          maxLength={QUESTION_LIMITS.help}
          rows={2}
          {...form.getInputProps(`${path}.help.${one}`)}
        />
      ))}
      {hasOptions(kind) && <OptionFields form={form} nth={nth} languages={languages} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('retention')}
          data={[
            ...[...new Set([...RETENTION, retentionDays])]
              .filter((days) => days !== '')
              .sort((one, other) => Number(one) - Number(other))
              .map((days) => ({ value: days, label: t('retention.days', { days }) })),
            { value: '', label: t('retention.none') },
          ]}
          {...form.getInputProps(`${path}.retentionDays`)}
        />
        <Switch
          size="md"
          style={{ alignSelf: 'end' }}
          label={t('required')}
          {...form.getInputProps(`${path}.isRequired`, { type: 'checkbox' })}
        />
      </SimpleGrid>
    </>
  );

  /** One language needs no naming. */
  function fieldIn(field: string, one: Language): string {
    return languages.length === 1 ? field : t(`in.${one}`, { field });
  }
}

interface OptionFieldsProps {
  form: QuestionsForm;
  nth: number;
  languages: readonly Language[];
}

function OptionFields({ form, nth, languages }: OptionFieldsProps) {
  const t = useWords(questionWords);
  const path = `questions.${nth}.options`;
  const options = form.values.questions[nth]?.options ?? [];
  const name = (at: number, language: Language): string => {
    const field = t('option', { nth: at + 1 });
    return languages.length === 1 ? field : t(`in.${language}`, { field });
  };
  return (
    <div role="group" aria-label={t('options')} data-path={path}>
      <Stack gap="xs">
        {options.map((option, at) => (
          <Group key={option.id} gap="xs" wrap="nowrap" align="flex-start">
            <Stack gap="xs" style={{ flex: 1 }}>
              {languages.map((language) => (
                <TextInput
                  key={language}
                  aria-label={name(at, language)}
                  placeholder={name(at, language)}
                  maxLength={QUESTION_LIMITS.optionLabel}
                  {...form.getInputProps(`${path}.${at}.label.${language}`)}
                />
              ))}
            </Stack>
            <ActionIcon
              color="gray"
              aria-label={t('option.remove', { nth: at + 1 })}
              onClick={() => {
                form.removeListItem(path, at);
              }}
            >
              <IconTrash size={20} />
            </ActionIcon>
          </Group>
        ))}
        {form.errors[path] && (
          <Text c="red" size="sm" role="alert">
            {form.errors[path]}
          </Text>
        )}
        <Button
          variant="subtle"
          size="sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={options.length >= QUESTION_LIMITS.options}
          onClick={() => {
            form.insertListItem(path, newOption());
          }}
        >
          {t('option.add')}
        </Button>
      </Stack>
    </div>
  );
}

/** The session's language first. */
function languagesOf(language: Language, isBoth: boolean): Language[] {
  return isBoth ? [language, ...LANGUAGES.filter((one) => one !== language)] : [language];
}
