// Files: uploads taken in by what they are, kept on disk or in an S3-compatible store, and handed out by signed links.

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { DiskStore } from './disk-store.js';
import { FileLinks } from './file-links.js';
import { FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { FilesWorker } from './files.worker.js';
import { Images } from './images.js';
import { S3Store } from './s3-store.js';
import { StoredFile } from './stored-file.entity.js';

const store = {
  provide: FileStore,
  inject: [CONFIG],
  useFactory: ({ files, dataFolder }: Config): FileStore =>
    files.s3 ? new S3Store(files.s3) : new DiskStore(join(dataFolder, 'uploads')),
};

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile])],
  controllers: [FilesController],
  providers: [FilesService, FileLinks, Images, FilesWorker, store],
  exports: [FilesService, FileLinks],
})
export class FilesModule {}
