// The sheet every mail is written on: whose it is, the message, and why it was sent. Plain, readable, without pictures.

import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { ReactNode } from 'react';
import type { Language } from '../../../contracts/languages.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
const INK = '#1b1f23';
const QUIET = '#57606a';

export const FACT = { margin: '0 0 8px', fontSize: 16, lineHeight: '24px' };
/** Lines stay lines where somebody wrote several. */
export const LINES = { ...FACT, whiteSpace: 'pre-line' } as const;

export function Layout(props: {
  language: Language;
  lead: string;
  why: string;
  automatic: string;
  children: ReactNode;
}) {
  return (
    <Html lang={props.language}>
      <Head />
      <Preview>{props.lead}</Preview>
      <Body style={{ margin: 0, padding: '24px 12px', backgroundColor: '#f6f7f8', fontFamily: FONT, color: INK }}>
        <Container style={{ maxWidth: 560, backgroundColor: '#ffffff', borderTop: '4px solid {colour}', padding: 24 }}>
          <Text style={{ margin: '0 0 16px', fontSize: 15, fontWeight: 700 }}>{'{cooperative}'}</Text>
          {props.children}
          <Hr style={{ margin: '24px 0 16px', borderColor: '#d8dee4' }} />
          <Text style={{ margin: '0 0 8px', fontSize: 13, lineHeight: '20px', color: QUIET }}>{props.why}</Text>
          <Text style={{ margin: 0, fontSize: 13, lineHeight: '20px', color: QUIET }}>{props.automatic}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Title({ children }: { children: string }) {
  return (
    <Heading as="h1" style={{ margin: '0 0 12px', fontSize: 20, lineHeight: '28px', color: INK }}>
      {children}
    </Heading>
  );
}

export function Paragraph({ children }: { children: string }) {
  return <Text style={{ margin: '0 0 16px', fontSize: 16, lineHeight: '24px' }}>{children}</Text>;
}

/** 44 px high, and its address in letters below for who cannot press it. */
export function Action({ label, sameAddress }: { label: string; sameAddress: string }) {
  return (
    <Section style={{ margin: '8px 0 0' }}>
      <Button
        href="{url}"
        style={{
          padding: '12px 20px',
          fontSize: 16,
          lineHeight: '20px',
          fontWeight: 600,
          borderRadius: 6,
          color: '{onColour}',
          backgroundColor: '{colour}',
        }}
      >
        {label}
      </Button>
      <Address before={sameAddress} slot="{url}" />
    </Section>
  );
}

/** An address in letters, below what it is for. */
export function Address({ before, slot }: { before: string; slot: string }) {
  return (
    <Text style={{ margin: '16px 0 0', fontSize: 13, lineHeight: '20px', color: QUIET }}>
      {before}
      <br />
      <Link href={slot} style={{ color: QUIET, wordBreak: 'break-all' }}>
        {slot}
      </Link>
    </Text>
  );
}
