// Every migration, in order. A released one is never edited: add another.

import { Foundations1764000000000 } from './1764000000000-foundations.js';
import { People1764000001000 } from './1764000001000-people.js';
import { Roster1764000001001 } from './1764000001001-roster.js';
import { SignIn1764000002000 } from './1764000002000-sign-in.js';
import { Mail1764000003000 } from './1764000003000-mail.js';
import { Sessions1764000004000 } from './1764000004000-sessions.js';
import { Registrations1764000005000 } from './1764000005000-registrations.js';
import { Reminders1764000006000 } from './1764000006000-reminders.js';
import { Room1764000007000 } from './1764000007000-room.js';
import { Presence1764000008000 } from './1764000008000-presence.js';
import { Attendance1764000008001 } from './1764000008001-attendance.js';
import { Engagement1764000009000 } from './1764000009000-engagement.js';
import { Delivery1764000010000 } from './1764000010000-delivery.js';
import { Policies1764000010001 } from './1764000010001-policies.js';
import { Modes1764000011000 } from './1764000011000-modes.js';
import { Terms1764000011001 } from './1764000011001-terms.js';
import { Announcements1764000012000 } from './1764000012000-announcements.js';
import { Invitations1764000012100 } from './1764000012100-invitations.js';
import { StageProviders1764000013000 } from './1764000013000-stage-providers.js';
import { Files1764000013001 } from './1764000013001-files.js';
import { CalendarFeeds1764000014000 } from './1764000014000-calendar-feeds.js';
import { Catalogue1764000014001 } from './1764000014001-catalogue.js';
import { MailsSent1764000014100 } from './1764000014100-mails-sent.js';
import { FileUses1764000015000 } from './1764000015000-file-uses.js';
import { Series1764000016000 } from './1764000016000-series.js';
import { RegistrationsInOrder1764000017000 } from './1764000017000-registrations-in-order.js';
import { Breaks1764000017100 } from './1764000017100-breaks.js';
import { Templates1764000018000 } from './1764000018000-templates.js';
import { Questions1764000019000 } from './1764000019000-questions.js';
import { TemplateQuestions1764000020000 } from './1764000020000-template-questions.js';
import { Holidays1764000021000 } from './1764000021000-holidays.js';
import { Descriptions1764000022000 } from './1764000022000-descriptions.js';
import { SeriesMail1764000023000 } from './1764000023000-series-mail.js';
import { CooperativeVersion1764000024000 } from './1764000024000-cooperative-version.js';
import { PriorityReason1764000025000 } from './1764000025000-priority-reason.js';
import { StaffInvitationSequence1764000025200 } from './1764000025200-staff-invitation-sequence.js';
import { StageOpenKind1764000025500 } from './1764000025500-stage-open-kind.js';
import { SeriesRefusals1764000025600 } from './1764000025600-series-refusals.js';
import { SeriesParts1764000026000 } from './1764000026000-series-parts.js';
import { RoomOrder1764000026050 } from './1764000026050-room-order.js';
import { WordLists1764000026100 } from './1764000026100-word-lists.js';
import { RoomRetention1764000026200 } from './1764000026200-room-retention.js';
import { Polls1764000028000 } from './1764000028000-polls.js';
import { RoomQuestions1764000028500 } from './1764000028500-room-questions.js';
import { RaisedHands1764000028600 } from './1764000028600-raised-hands.js';
import { SessionGuests1764000029500 } from './1764000029500-session-guests.js';
import { BreaksOfStaff1764000030000 } from './1764000030000-breaks-of-staff.js';
import { RetentionOfAll1764000030500 } from './1764000030500-retention-of-all.js';
import { PutAwayAnswers1764000030600 } from './1764000030600-put-away-answers.js';
import { CancelReasons1764000031000 } from './1764000031000-cancel-reasons.js';
import { ModeSwitches1764000031100 } from './1764000031100-mode-switches.js';
import { QuotaRelease1764000031500 } from './1764000031500-quota-release.js';
import { RegistrationImports1764000031600 } from './1764000031600-registration-imports.js';

export const MIGRATIONS = [
  Foundations1764000000000,
  People1764000001000,
  Roster1764000001001,
  SignIn1764000002000,
  Mail1764000003000,
  Sessions1764000004000,
  Registrations1764000005000,
  Reminders1764000006000,
  Room1764000007000,
  Presence1764000008000,
  Attendance1764000008001,
  Engagement1764000009000,
  Delivery1764000010000,
  Policies1764000010001,
  Modes1764000011000,
  Terms1764000011001,
  Announcements1764000012000,
  Invitations1764000012100,
  StageProviders1764000013000,
  Files1764000013001,
  CalendarFeeds1764000014000,
  Catalogue1764000014001,
  MailsSent1764000014100,
  FileUses1764000015000,
  Series1764000016000,
  RegistrationsInOrder1764000017000,
  Breaks1764000017100,
  Templates1764000018000,
  Questions1764000019000,
  TemplateQuestions1764000020000,
  Holidays1764000021000,
  Descriptions1764000022000,
  SeriesMail1764000023000,
  CooperativeVersion1764000024000,
  PriorityReason1764000025000,
  StaffInvitationSequence1764000025200,
  StageOpenKind1764000025500,
  SeriesRefusals1764000025600,
  SeriesParts1764000026000,
  RoomOrder1764000026050,
  WordLists1764000026100,
  RoomRetention1764000026200,
  Polls1764000028000,
  RoomQuestions1764000028500,
  RaisedHands1764000028600,
  SessionGuests1764000029500,
  BreaksOfStaff1764000030000,
  RetentionOfAll1764000030500,
  PutAwayAnswers1764000030600,
  CancelReasons1764000031000,
  ModeSwitches1764000031100,
  QuotaRelease1764000031500,
  RegistrationImports1764000031600,
];
