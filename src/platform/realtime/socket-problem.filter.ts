// Whatever a socket command throws ends in its acknowledgement; Nest alone would emit `exception` and leave it unanswered.

import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Language } from '../../contracts/languages.js';
import { codedError } from '../http/problem.js';
import { refusalOf, refuse } from './refusal.js';

/** What is read of a socket here: its language, once it is known, and how to send it something. */
interface CommandSocket {
  data: { language?: Language };
  emit(event: string, payload: unknown): unknown;
}

@Catch()
export class SocketProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(SocketProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const coded = codedError(error);
    const socket = host.switchToWs().getClient<CommandSocket>();
    const command = host.switchToWs().getPattern();
    if (coded.code === 'internal') {
      this.logger.error({ command, message: 'Unexpected failure', stack: error instanceof Error ? error.stack : '' });
    }
    refuse(socket, command, host.getArgs<unknown[]>(), refusalOf(coded, socket.data.language ?? 'id'));
  }
}
