// What a link to a cooperative or to one of its open sessions shows before it is opened; nothing that is not public.

import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '../contracts/languages.js';
import { id } from '../contracts/schemas.js';
import { previewWords } from '../contracts/words/preview.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { found } from '../platform/errors.js';
import { FilesService } from '../platform/files/files.service.js';
import { SHARE_SIZE } from '../platform/files/images.js';
import type { PageHead } from '../platform/http/page-head.js';
import { acrossIndonesia, spanIn } from '../platform/mail/times.js';
import { CatalogueQueries, type OpenSession } from './catalogue.queries.js';

@Injectable()
export class PreviewsService {
  constructor(
    private readonly cooperatives: CooperativesService,
    private readonly catalogue: CatalogueQueries,
    private readonly files: FilesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param asked the reader's language; undefined for who asks for none, as WhatsApp: then the cooperative's own. */
  async ofCooperative(slug: string, asked: Language | undefined): Promise<PageHead | undefined> {
    const cooperative = (await this.cooperatives.names()).find((one) => one.slug === slug.toLowerCase());
    if (!cooperative) return undefined;
    const language = asked ?? (await this.cooperatives.page(cooperative.slug)).language;
    const words = previewWords[language];
    return {
      language,
      title: words['cooperative.title'],
      description: filled(words['cooperative.text'], { cooperative: cooperative.name }),
      cooperative,
      ...this.addresses(`/k/${cooperative.slug}`),
    };
  }

  async ofSession(sessionId: string, asked: Language | undefined): Promise<PageHead | undefined> {
    const session = await this.openSession(sessionId);
    if (!session) return undefined;
    const language = asked ?? session.cooperative.language;
    return {
      language,
      title: session.title,
      description: descriptionOf(session, language),
      cooperative: session.cooperative,
      ...this.addresses(`/sesi/${session.id}`),
      ...this.pictureOf(session),
    };
  }

  /** The cover of an open session, as chats show it. @throws DomainError not-found */
  async coverOf(sessionId: string): Promise<Buffer> {
    return this.files.shared(found((await this.openSession(sessionId))?.coverFileId));
  }

  private async openSession(sessionId: string): Promise<OpenSession | undefined> {
    return id.safeParse(sessionId).success ? this.catalogue.openSession(sessionId) : undefined;
  }

  /** Another cover has another address: chats keep what they once fetched for long. */
  private pictureOf({ id: sessionId, coverFileId }: OpenSession): Partial<Pick<PageHead, 'image' | 'imageSize'>> {
    if (coverFileId === null) return {};
    const image = `${this.config.publicUrl}/sesi/${sessionId}/sampul.jpg?v=${coverFileId.slice(-12)}`;
    return { image, imageSize: SHARE_SIZE };
  }

  private addresses(path: string): { url: string; image: string } {
    const { publicUrl } = this.config;
    return { url: publicUrl + path, image: `${publicUrl}/icon-512.png` };
  }
}

function descriptionOf({ zone, startsAt, endsAt, delivery, cooperative }: OpenSession, language: Language): string {
  const words = previewWords[language];
  return filled(words['session.text'], {
    when: spanIn(zone, language, startsAt, endsAt),
    times: acrossIndonesia(startsAt, language, words['next-day']),
    way: words[`way.${delivery}`],
    cooperative: cooperative.name,
  });
}

function filled(text: string, slots: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}
