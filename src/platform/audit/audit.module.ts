// The audit: append-only, chained per cooperative, refused change by the database itself.

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry, AuditHead, AuditValues } from './audit-entry.entity.js';
import { Audit } from './audit.js';
import { BulkReads } from './bulk-reads.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry, AuditValues, AuditHead])],
  providers: [Audit, BulkReads],
  exports: [Audit, BulkReads],
})
export class AuditModule {}
