// Everything somebody is told about many dates of a series at once: each with what became of it, and where to go.

import { Section, Text } from '@react-email/components';
import type { MailExtra, SeriesKind } from '../../../contracts/mail.js';
import type { Say } from '../say.js';
import { Action, Address, FACT, Layout, LINES, Paragraph, Title } from './layout.js';

interface SeriesMailProps {
  say: Say;
  kind: SeriesKind;
  extras: readonly MailExtra[];
  /** How many; the slots of each bear its number, from 1. */
  dates: number;
}

export function SeriesMail({ say, kind, extras, dates }: SeriesMailProps) {
  const lead = say(`${kind}.lead`);
  return (
    <Layout language={say.language} lead={lead} why={say(`${kind}.why`)} automatic={say('automatic')}>
      <Paragraph>{say('greeting')}</Paragraph>
      <Paragraph>{lead}</Paragraph>
      <Title>{'{title}'}</Title>
      {extras.includes('reason') && <Paragraph>{`${say('reason')}: {reason}`}</Paragraph>}
      {Array.from({ length: dates }, (_, index) => (
        <OneDate key={index} say={say} nth={String(index + 1)} isLinked={kind === 'series-joined'} />
      ))}
      {extras.includes('protocol') && <Text style={LINES}>{`${say('protocol')}: {protocol}`}</Text>}
      <Action label={say(`${kind}.button`)} sameAddress={say('same-address')} />
    </Layout>
  );
}

function OneDate({ say, nth, isLinked }: { say: Say; nth: string; isLinked: boolean }) {
  return (
    <Section style={{ margin: '0 0 8px', padding: '12px 16px', backgroundColor: '#f6f7f8', borderRadius: 6 }}>
      <Text style={{ ...FACT, fontWeight: 700 }}>{`{when${nth}}`}</Text>
      <Text style={FACT}>{`${say('when-all')}: {whenAll${nth}}`}</Text>
      <Text style={LINES}>{`{said${nth}}`}</Text>
      {isLinked && <Address before={`{linkSaid${nth}}`} slot={`{link${nth}}`} />}
    </Section>
  );
}
