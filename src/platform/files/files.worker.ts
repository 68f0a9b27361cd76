import { Injectable } from '@nestjs/common';
import { OnSweep } from '../queue/on-job.decorator.js';
import { FilesService } from './files.service.js';

@Injectable()
export class FilesWorker {
  constructor(private readonly files: FilesService) {}

  @OnSweep(300)
  async purge(): Promise<void> {
    await this.files.purge();
  }
}
