// Importing the roster, step by step: the file, its columns, what is in it, and only then the change. It can be left and
// returned to at any point: the import's id is in the address.
import { Alert, Button, Stack, Stepper } from '@mantine/core';
import '@mantine/core/styles/Stepper.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Language } from '../../../../src/contracts/languages.js';
import { errorWords } from '../../../../src/contracts/words/errors.js';
import { faultText } from '../../../../src/contracts/words/field-names.js';
import type { Schema } from '../../api/client.js';
import { staffQueries } from '../../api/staff-queries.js';
import { ManageTabs } from '../../app/manage-tabs.js';
import { useLanguage, useWords } from '../../i18n/i18n.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { ImportApplied } from './import-applied.js';
import { ImportChecked } from './import-checked.js';
import { ImportColumns } from './import-columns.js';
import { ImportFile } from './import-file.js';
import { ImportProgress } from './import-progress.js';
import classes from './import.module.css';
import { members } from './words.js';

type Fault = NonNullable<Schema<'RosterImport'>['fault']>;
const LOOK_MS = 700;

export function ImportPage() {
  const t = useWords(members);
  const { impor } = useSearch({ from: '/member/kelola/anggota/impor' });
  return (
    <>
      <ManageTabs />
      <Page title={t('in.title')}>{impor ? <OneImport key={impor} id={impor} /> : <Start />}</Page>
    </>
  );
}

function Start() {
  const navigate = useNavigate();
  return (
    <Stack gap="lg">
      <Steps active={0} />
      <ImportFile onUploaded={(id) => void navigate({ to: '/kelola/anggota/impor', search: { impor: id } })} />
    </Stack>
  );
}

function OneImport({ id }: { id: string }) {
  const query = useQuery({
    ...staffQueries.rosterImport(id),
    refetchInterval: ({ state: { data } }) => (data && isBusy(data) ? LOOK_MS : false),
  });
  const [isRemapping, setRemapping] = useState(false);
  return (
    <Loaded query={query}>
      {(data) => (
        <Stack gap="lg">
          <Steps active={isRemapping ? 1 : STEP[data.state]} />
          <Step data={data} isRemapping={isRemapping} onRemap={setRemapping} />
        </Stack>
      )}
    </Loaded>
  );
}

interface StepProps {
  data: Schema<'RosterImport'>;
  isRemapping: boolean;
  onRemap: (isRemapping: boolean) => void;
}

function Step({ data, isRemapping, onRemap }: StepProps) {
  const t = useWords(members);
  const navigate = useNavigate();
  const language = useLanguage();
  const { state, progress, fault } = data;
  const toColumns = () => {
    onRemap(false);
  };
  if (state === 'checking') return <ImportProgress word="in.checking" progress={progress} />;
  if (state === 'applying') return <ImportProgress word="in.applying" progress={progress} />;
  if (state === 'applied') return <ImportApplied data={data} />;
  if (state === 'failed') {
    return (
      <Stack gap="lg">
        <Alert color="red" title={t('in.failed')} role="alert">
          {fault && faultWords(fault, language)}
        </Alert>
        <Button onClick={() => void navigate({ to: '/kelola/anggota/impor', search: {} })}>{t('in.again')}</Button>
        <ImportColumns data={data} onSent={toColumns} />
      </Stack>
    );
  }
  if (state === 'uploaded' || isRemapping) return <ImportColumns data={data} onSent={toColumns} />;
  return (
    <>
      {fault && (
        <Alert color="yellow" title={t('in.checked-again')} role="alert">
          {t('in.checked-again.text')}
        </Alert>
      )}
      <ImportChecked
        data={data}
        onBack={() => {
          onRemap(true);
        }}
      />
    </>
  );
}

/** What the error itself says, and of which field. */
function faultWords({ code, fields }: Fault, language: Language): string {
  return [errorWords[language][code], ...fields.map((field) => faultText(field, language))].join(' ');
}

const STEP = { uploaded: 1, checking: 2, checked: 2, failed: 1, applying: 3, applied: 4 };

function isBusy({ state }: Schema<'RosterImport'>): boolean {
  return state === 'checking' || state === 'applying';
}

function Steps({ active }: { active: number }) {
  const t = useWords(members);
  return (
    <Stepper
      active={active}
      size="sm"
      wrap={false}
      allowNextStepsSelect={false}
      aria-label={t('in.title')}
      classNames={{ step: classes.step ?? '', stepBody: classes.stepName ?? '' }}
    >
      {(['file', 'columns', 'check', 'apply'] as const).map((step) => (
        <Stepper.Step
          key={step}
          label={t(`in.step.${step}`)}
          aria-label={t(`in.step.${step}`)}
          allowStepSelect={false}
        />
      ))}
    </Stepper>
  );
}
