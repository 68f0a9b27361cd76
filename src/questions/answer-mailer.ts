// Writes a written answer to whoever asked the question, and to whoever wanted it answered: each once, in their language.

import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '../contracts/languages.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Tx } from '../platform/database/tx.js';
import { MailService, type MailToQueue } from '../platform/mail/mail.service.js';
import { IN_LIBRARY } from './questions.queries.js';

interface Reader {
  questionId: string;
  question: string;
  answer: string;
  sessionId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  cooperative: { id: string; name: string; colour: string };
  memberId: string;
  name: string;
  nickname: string | null;
  email: string;
  language: Language;
  zone: string;
}

@Injectable()
export class AnswerMailer {
  constructor(
    private readonly mails: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Also to who asked a question that was merged into it: they were counted among the voters. What was put away since is
   * told to nobody.
   */
  async tell(tx: Tx, questionId: string): Promise<void> {
    const readers = await tx.sql<Reader>(
      `SELECT question.id AS "questionId", question.text AS question, question.answer_text AS answer,
         session.id AS "sessionId", session.title, session.starts_at AS "startsAt", session.ends_at AS "endsAt",
         jsonb_build_object('id', cooperative.id, 'name', cooperative.name, 'colour', cooperative.colour) AS cooperative,
         member.id AS "memberId", member.name, member.nickname, member.email, member.language, member.zone
       FROM room_questions question
       JOIN sessions session ON session.id = question.session_id
       JOIN cooperatives cooperative ON cooperative.id = question.cooperative_id
       JOIN members member ON member.id = question.asker_id OR member.id IN (
         SELECT vote.member_id FROM room_question_votes vote WHERE vote.question_id = question.id)
       WHERE question.id = $1 AND ${IN_LIBRARY} AND member.email IS NOT NULL
         AND member.status <> 'keluar'`,
      [questionId],
    );
    await this.mails.queue(
      tx,
      readers.map((reader) => this.letter(reader)),
    );
  }

  private letter(reader: Reader): MailToQueue {
    const { nickname, name, title, startsAt, endsAt, question, answer, sessionId, memberId } = reader;
    return {
      kind: 'question-answered',
      data: {
        ...{ nickname: nickname ?? name, title, question, answer },
        ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
        url: `${this.config.publicUrl}/sesi/${sessionId}`,
      },
      cooperative: reader.cooperative,
      memberId,
      to: { address: reader.email, name },
      language: reader.language,
      zone: reader.zone,
      dedupeKey: `question-answered:${reader.questionId}:${memberId}`,
    };
  }
}
